import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { addAccount } from './add-account.ts'
import { addDemonstrationFor } from './add-demonstration.ts'
import { addOrganization } from './add-organization.ts'
import { checkSetupCode, spendSetupCode } from './setup-code.ts'

/** What the setup page asks: names and address trimmed, the address in small letters. */
export type Setup = {
  code: string
  organizationName: string
  name: string
  email: string
  password: string
  isCoordinator: boolean
  hasDemonstration: boolean
  now: Date
}

/**
 * Adds the first organization and the account that administers it, and uses the code up.
 * @throws `setup_closed`, `setup_code_wrong`, `too_many_tries`, `account_exists`
 */
export async function setUp(db: Db, setup: Setup): Promise<{ organizationId: string; userId: string }> {
  const { code, now } = setup
  await checkSetupCode(db, { code, now })
  return inTransaction(db, async (db) => {
    await spendSetupCode(db)
    const userId = await addAccount(db, setup)
    const roles = setup.isCoordinator ? (['admin', 'coordinator'] as const) : (['admin'] as const)
    const organization = { name: setup.organizationName, userId, roles, actorId: userId, now }
    const organizationId = await addOrganization(db, organization)
    if (setup.hasDemonstration) await addDemonstrationFor(db, { userId, now })
    return { organizationId, userId }
  })
}

import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { addAccount } from './add-account.ts'
import { addMemberships, addOrganization } from './add-organization.ts'
import { isSetUp, spendSetupCode } from './setup-code.ts'

/** Whom whoever runs the server makes an administrator, and of which organization, by its name. */
export type NewAdmin = { email: string; name: string; organizationName: string; isCoordinator: boolean; now: Date }

/** What was there already, and what was added. */
export type CreatedAdmin = { userId: string; isNewAccount: boolean; isNewOrganization: boolean }

/**
 * Makes somebody an administrator: of the organization of that name, or of a new one. An account of the address whose
 * owner never confirmed it may be somebody else's: it loses every way to sign in before it is given the role.
 * @throws `choose_one` where several organizations have that name
 */
export function createAdmin(db: Db, wish: NewAdmin): Promise<CreatedAdmin> {
  return inTransaction(db, async (db) => {
    if (!(await isSetUp(db))) await spendSetupCode(db).catch(ignoreNone)
    const { userId, isNewAccount } = await accountOf(db, wish)
    const isNewOrganization = await giveRoles(db, wish, userId)
    return { userId, isNewAccount, isNewOrganization }
  })
}

// Where the server was never started there is no code to use up.
function ignoreNone(fault: unknown): void {
  if (!(fault instanceof AppError)) throw fault
}

async function accountOf(db: Db, { email, name, now }: NewAdmin): Promise<{ userId: string; isNewAccount: boolean }> {
  const found = await db
    .selectFrom('user')
    .select(['id', 'emailVerified'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  if (!found) return { userId: await addAccount(db, { email, name, now }), isNewAccount: true }
  if (found.emailVerified === 1) return { userId: found.id, isNewAccount: false }
  for (const table of ['account', 'session', 'passkey', 'twoFactor'] as const)
    await db.deleteFrom(table).where('userId', '=', found.id).execute()
  const confirmed = { emailVerified: 1, twoFactorEnabled: 0, name, updatedAt: now.toISOString() }
  await db.updateTable('user').set(confirmed).where('id', '=', found.id).execute()
  return { userId: found.id, isNewAccount: true }
}

async function giveRoles(db: Db, wish: NewAdmin, userId: string): Promise<boolean> {
  const { organizationName, isCoordinator, now } = wish
  const roles = isCoordinator ? (['admin', 'coordinator'] as const) : (['admin'] as const)
  const found = await db.selectFrom('organization').select('id').where('name', '=', organizationName).execute()
  if (found.length > 1) throw new AppError('choose_one')
  const [organization] = found
  const given = { userId, roles, actorId: null, now }
  if (organization) await addMemberships(db, { ...given, organizationId: organization.id })
  else await addOrganization(db, { ...given, name: organizationName })
  return organization === undefined
}

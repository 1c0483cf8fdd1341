import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

/**
 * Lets go of an account's app, backup codes and passkeys, and signs it out everywhere, for somebody who lost them. Who
 * calls this has made sure who they are.
 * @returns whether there is an account with this address
 */
export function resetFactors(db: Db, { email, now }: { email: string; now: Date }): Promise<boolean> {
  return inTransaction(db, async (db) => {
    const user = await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
    if (!user) return false
    for (const table of ['twoFactor', 'passkey', 'session'] as const)
      await db.deleteFrom(table).where('userId', '=', user.id).execute()
    const off = { twoFactorEnabled: 0, updatedAt: now.toISOString() }
    await db.updateTable('user').set(off).where('id', '=', user.id).execute()
    const subject = { kind: 'user', id: user.id }
    await appendAudit(db, { organizationId: null, actorId: null, act: 'factors.reset', subject, now })
    return true
  })
}

import type { EncryptionKey } from '#server/env.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type NumberKind, type Numbers, numberKinds } from './identifiers.ts'
import { sealingKeys } from './keyring.ts'
import { openNumbers } from './open-numbers.ts'
import { seal } from './sealing.ts'

/** `given` replaces numbers by kind, `taken` are those to let go; the others stay. */
export type NumberChange = { given: Numbers; taken: readonly NumberKind[] }

/** Seals what an account gives of its numbers. The log learns which kinds, never a number. */
export async function saveNumbers(
  db: Db,
  {
    actor,
    change,
    now,
    keys = sealingKeys()
  }: { actor: Actor; change: NumberChange; now: Date; keys?: EncryptionKey[] }
): Promise<void> {
  const { userId } = actor
  requireCan(actor, 'license.edit', { organizationId: null, ownerId: userId })
  return inTransaction(db, async (db) => {
    await holdProfile(db, userId, now)
    const before = await openNumbers(db, userId, keys)
    const kept = Object.entries({ ...before, ...change.given }).filter(
      ([kind]) => !change.taken.some((it) => it === kind)
    )
    const numbers = Object.fromEntries(kept)
    const holds = numberKinds.filter((kind) => kind in numbers).join(' ')
    const sealed = seal(JSON.stringify(numbers), keys, { table: 'profile', id: userId, userId })
    await db
      .updateTable('profile')
      .set({ ...sealed, holds, updatedAt: now.toISOString() })
      .where('userId', '=', userId)
      .execute()
    await appendAudit(db, {
      organizationId: null,
      actorId: userId,
      act: 'license.saved',
      subject: { kind: 'user', id: userId },
      details: { given: Object.keys(change.given).join(' '), taken: change.taken.join(' ') },
      now
    })
  })
}

// Writing the row first makes a second form wait, so that neither loses what the other gives.
async function holdProfile(db: Db, userId: string, now: Date): Promise<void> {
  const updatedAt = now.toISOString()
  await db
    .insertInto('profile')
    .values({ userId, givenName: '', familyName: '', consentsToReport: 0, updatedAt })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ updatedAt }))
    .execute()
}

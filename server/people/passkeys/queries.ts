import type { Db } from '#server/record/db/schema.ts'

/** One passkey of an account; `addedAt` is an ISO-8601 time. */
export type Passkey = { id: string; name: string; addedAt: string | null }

/** @returns the passkeys of somebody, the oldest first. */
export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, createdAt }) => ({ id, name: name || 'Passkey', addedAt: createdAt }))
}

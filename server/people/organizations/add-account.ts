import { hashPassword } from 'better-auth/crypto'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'

/** Somebody whose address needs no proof, because whoever runs the server vouches for it. */
export type NewAccount = { email: string; name: string; password?: string; now: Date }

/**
 * Adds an account with a confirmed address, as better-auth keeps one; without a password a link has to set it.
 * @throws `account_exists`
 */
export async function addAccount(db: Db, { email, name, password, now }: NewAccount): Promise<string> {
  const userId = newId()
  const at = now.toISOString()
  const user = { id: userId, name, email: email.toLowerCase(), emailVerified: 1, createdAt: at, updatedAt: at }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('user')
    .values(user)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) throw new AppError('account_exists')
  if (!password) return userId
  const account = { id: newId(), accountId: userId, providerId: 'credential', userId, createdAt: at, updatedAt: at }
  await db
    .insertInto('account')
    .values({ ...account, password: await hashPassword(password) })
    .execute()
  return userId
}

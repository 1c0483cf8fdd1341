import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Person } from './person.ts'

/** What somebody can prove a second factor with: codes of an app, and how many passkeys. */
export type Factors = { hasApp: boolean; passkeys: number }

/** @returns what an account has set up as a second factor. */
export async function factorsOf(db: Db, userId: string): Promise<Factors> {
  const app = await db
    .selectFrom('twoFactor')
    .select('id')
    .where('userId', '=', userId)
    .where('verified', '=', 1)
    .executeTakeFirst()
  const { passkeys } = await db
    .selectFrom('passkey')
    .select(({ fn }) => fn.countAll().as('passkeys'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return { hasApp: app !== undefined, passkeys: Number(passkeys) }
}

/**
 * Lets somebody change how they sign in. Who has a second factor must have proven it in this session: otherwise one
 * factor alone could add another.
 * @throws `not_signed_in`, `second_factor_needed`
 */
export async function requireProofToChange(db: Db, person: Person | undefined): Promise<Person> {
  if (!person) throw new AppError('not_signed_in')
  const { hasApp, passkeys } = await factorsOf(db, person.userId)
  if ((hasApp || passkeys > 0) && !person.hasSecondFactor) throw new AppError('second_factor_needed')
  return person
}

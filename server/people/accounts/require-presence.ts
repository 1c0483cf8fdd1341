import { verifyPassword } from 'better-auth/crypto'
import { AppError } from '#server/errors.ts'
import type { Person } from '#server/people/auth/person.ts'
import { requireProofToChange } from '#server/people/auth/proof.ts'
import { forgetTries, requireTry } from '#server/people/auth/tries.ts'
import type { Db } from '#server/record/db/schema.ts'

const fresh = 10 * 60_000

/** Whoever is signed in, and the password they typed, which may be empty after a fresh sign-in. */
type Present = { person: Person; password: string; now: Date }

/**
 * Lets pass who has just shown that it is them: by their password, or by having signed in within ten minutes. Who has a
 * second factor must have proven it in this session.
 * @throws `second_factor_needed`, `sign_in_again`, `too_many_tries`, `password_wrong`
 */
export async function requirePresence(db: Db, { person, password, now }: Present): Promise<void> {
  await requireProofToChange(db, person)
  if (password === '') return requireFresh(db, { person, now })
  const tries = { act: 'password', whose: person.userId } as const
  await requireTry(db, { ...tries, now })
  const kept = await db
    .selectFrom('account')
    .select('password')
    .where('userId', '=', person.userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  const isRight = kept?.password ? await verifyPassword({ hash: kept.password, password }) : false
  if (!isRight) throw new AppError('password_wrong')
  await forgetTries(db, tries)
}

async function requireFresh(db: Db, { person, now }: { person: Person; now: Date }): Promise<void> {
  const session = await db
    .selectFrom('session')
    .select('createdAt')
    .where('id', '=', person.sessionId)
    .executeTakeFirst()
  if (!session || now.getTime() - Date.parse(session.createdAt) > fresh) throw new AppError('sign_in_again')
}

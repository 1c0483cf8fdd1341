import { AppError } from '#server/errors.ts'
import { countTry } from '#server/people/auth/tries.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

/*
 * Three of some hundred million codes are right at a time. An account may miss ten times in five minutes; without one,
 * a network address may sixty times, so that a hall full of people behind one address can mistype.
 */
const window = 5 * 60_000
const mostOf = { account: 10, address: 60 } as const

/** Who types: an account by its id, or a network address where nobody is signed in. */
export type Typist = { kind: keyof typeof mostOf; id: string }

/** Throws `too_many_tries` after too many codes that were none. */
export async function requireFewMisses(db: Db, typist: Typist, now: Date): Promise<void> {
  const row = await db
    .selectFrom('rateLimit')
    .select(['count', 'lastRequest'])
    .where('key', '=', hashOf(keyOf(typist)))
    .executeTakeFirst()
  if (row && row.lastRequest > now.getTime() - window && row.count >= mostOf[typist.kind])
    throw new AppError('too_many_tries')
}

/** Counts a code that was none. */
export async function noteMiss(db: Db, typist: Typist, now: Date): Promise<void> {
  await countTry(db, { key: keyOf(typist), most: mostOf[typist.kind], window, now })
}

function keyOf({ kind, id }: Typist): string {
  return `check-in ${kind} ${id}`
}

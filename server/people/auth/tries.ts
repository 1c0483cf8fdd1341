import { sql } from 'kysely'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newId } from '#server/record/ids.ts'

/** At most so many tries in a window of so many milliseconds. */
type Limit = { most: number; window: number }

const quarterHour = 15 * 60_000

/** How often something may be tried for one address or one account; afterwards it waits until the window ends. */
const limits = {
  password: { most: 10, window: quarterHour },
  code: { most: 6, window: quarterHour },
  mail: { most: 5, window: quarterHour }
} as const satisfies Record<string, Limit>

/** What is tried, for whom (an address or the id of an account), and when. */
export type Try = { act: keyof typeof limits; whose: string; now: Date }

/**
 * Counts a try before it is made. A window begins with its first try and ends by itself, however often somebody goes on
 * trying: nobody is locked out for longer.
 * @throws `too_many_tries` until the window ends
 */
export async function requireTry(db: Db, { act, whose, now }: Try): Promise<void> {
  const { isAllowed } = await countTry(db, { key: keyOf(act, whose), ...limits[act], now })
  if (!isAllowed) throw new AppError('too_many_tries')
}

/** Forgets the tries that led to a right one. */
export async function forgetTries(db: Db, { act, whose }: Omit<Try, 'now'>): Promise<void> {
  await db
    .deleteFrom('rateLimit')
    .where('key', '=', hashOf(keyOf(act, whose)))
    .execute()
}

/** Counts one more under a key, in one statement, so that several server processes count together. */
export async function countTry(
  db: Db,
  { key, most, window, now }: Limit & { key: string; now: Date }
): Promise<{ isAllowed: boolean; waitSeconds: number }> {
  const at = now.getTime()
  const isOver = sql<boolean>`"rateLimit"."lastRequest" <= ${at - window}`
  const { count, lastRequest } = await db
    .insertInto('rateLimit')
    .values({ id: newId(), key: hashOf(key), count: 1, lastRequest: at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else "rateLimit"."count" + 1 end`,
        lastRequest: sql<number>`case when ${isOver} then ${at} else "rateLimit"."lastRequest" end`
      })
    )
    .returning(['count', 'lastRequest'])
    .executeTakeFirstOrThrow()
  if (count === 1) await forgetOld(db, at)
  return { isAllowed: count <= most, waitSeconds: Math.ceil((lastRequest + window - at) / 1000) }
}

async function forgetOld(db: Db, at: number): Promise<void> {
  await db
    .deleteFrom('rateLimit')
    .where('lastRequest', '<', at - 4 * quarterHour)
    .execute()
}

function keyOf(act: Try['act'], whose: string): string {
  return `${act} ${whose.trim().toLowerCase()}`
}

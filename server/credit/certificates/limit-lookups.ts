import { countTry } from '#server/people/auth/tries.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

/*
 * A code has 67 random bits: with a million certificates and a thousand guesses a second, the first hit takes some nine
 * thousand years. The limit keeps guessing from being a load. Only codes that lead to nothing count, so that a hospital
 * whose thousands share one address may verify as much as it likes, and a person there waits a minute at most.
 */
const most = 30
const window = 60_000

/** Where a look-up comes from, and when. */
export type Lookup = { address: string; now: Date }

/** @returns whether too many codes that lead to nothing were tried from an address within a minute. */
export async function isLimited(db: Db, { address, now }: Lookup): Promise<boolean> {
  const row = await db
    .selectFrom('rateLimit')
    .select(['count', 'lastRequest'])
    .where('key', '=', hashOf(keyOf(address)))
    .executeTakeFirst()
  return row !== undefined && row.lastRequest > now.getTime() - window && row.count >= most
}

/** Counts a code that led to nothing. The minute begins with the first of them. */
export async function noteMiss(db: Db, { address, now }: Lookup): Promise<void> {
  await countTry(db, { key: keyOf(address), most, window, now })
}

// Of an IPv6 address the first half names the network; its owner chooses the rest.
function keyOf(address: string): string {
  return `verify ${address.includes(':') ? address.split(':').slice(0, 4).join(':') : address}`
}

import { headers } from 'next/headers'
import { env } from '#server/env.ts'
import { phoneOrigin } from '#server/workshop/preflight/phone-origin.ts'
import type { Room } from '#server/workshop/rooms/queries.ts'

/**
 * Where phones join: by the address that this page itself was asked under, as that is the one which reaches this server
 * from here; a page asked under a name of the machine alone uses the address that is set.
 * @returns `full` for the picture, `short` for reading from a wall
 */
export async function joinAddress({
  code,
  joinKey
}: Pick<Room, 'code' | 'joinKey'>): Promise<{ full: string; short: string }> {
  const origin = phoneOrigin((await headers()).get('host') ?? '', env().publicUrl)
  const short = `${origin.replace(/^https?:\/\//, '')}/rooms/join`
  return { full: `${origin}/rooms/join?code=${code}&k=${joinKey}`, short }
}

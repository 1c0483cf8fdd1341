import { createHmac } from 'node:crypto'
import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import { type Env, env } from '#server/env.ts'
import { isSameSecret, readSecrets } from '#server/secrets.ts'
import type { WhichDay } from './day.ts'

type Settings = Pick<Env, 'dataDir'>

/** That the start code was entered on a device, at a whole minute in ISO-8601. */
export type Entry = WhichDay & { at: string }

const name = 'attune-check-in'

/** How long somebody may read before they confirm, in minutes. */
const lasting = 30

/** @returns a Set-Cookie header that lets this device go on from the code to the page to read, and to nothing else. */
export function entryCookie(entry: Entry, { isSecure }: { isSecure: boolean }, settings: Settings = env()): string {
  const value = `${entry.heldOn}.${minuteOf(entry.at)}.${signatureOf(entry, settings)}`
  const attributes = [`Path=/workshops/${entry.workshopId}/check-in`, 'HttpOnly', 'SameSite=Lax']
  return [`${name}=${value}`, ...attributes, `Max-Age=${lasting * 60}`, ...(isSecure ? ['Secure'] : [])].join('; ')
}

/** @returns the entry that a request carries, if we made it for this workshop within the last half hour. */
export function entryIn(
  cookieHeader: string | null,
  { workshopId, now }: { workshopId: string; now: Date },
  settings: Settings = env()
): Entry | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  const value =
    pairs
      .find(([key]) => key === name)
      ?.slice(1)
      .join('=') ?? ''
  const [heldOn = '', minute = '', signature = ''] = value.split('.')
  if (!/^\d{1,9}$/.test(minute)) return undefined
  const entry = { workshopId, heldOn, at: momentOf(Number(minute)) }
  const age = minuteOf(now.toISOString()) - Number(minute)
  return isSameSecret(signature, signatureOf(entry, settings)) && age >= 0 && age <= lasting ? entry : undefined
}

function signatureOf({ workshopId, heldOn, at }: Entry, { dataDir }: Settings): string {
  const text = JSON.stringify(['check-in', workshopId, heldOn, at])
  return createHmac('sha256', readSecrets(dataDir).cookieSecret).update(text).digest('base64url')
}

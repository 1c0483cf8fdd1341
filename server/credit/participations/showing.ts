import { createHmac } from 'node:crypto'
import { type Env, env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { isSameSecret, readSecrets } from '#server/secrets.ts'

type Settings = Pick<Env, 'dataDir'>

/** That a version of an activity's front matter was on somebody's page; `shownAt` is ISO-8601 in UTC. */
export type Showing = { userId: string; activityId: string; version: number; shownAt: string }

/** How long a page that was shown may be acknowledged. */
const hours = 24

/** @returns a showing as the page carries it in its form: the moment and our signature of all of it. */
export function signShowing(showing: Showing, settings: Settings = env()): string {
  return `${showing.shownAt}~${signatureOf(showing, settings)}`
}

/**
 * @param carried what a form brought back
 * @returns the moment at which this very front matter was shown to this very person
 * @throws `front_matter_unread` where we did not sign it, for them and this version, within the last 24 hours
 */
export function shownAtIn(
  carried: string,
  { now, ...of }: Omit<Showing, 'shownAt'> & { now: Date },
  settings: Settings = env()
): string {
  const [shownAt = '', signature = ''] = carried.split('~')
  const age = now.getTime() - Date.parse(shownAt)
  const isOurs = isSameSecret(signature, signatureOf({ ...of, shownAt }, settings))
  if (!isOurs || !(age >= 0 && age <= hours * 3_600_000)) throw new AppError('front_matter_unread')
  return shownAt
}

function signatureOf({ userId, activityId, version, shownAt }: Showing, { dataDir }: Settings): string {
  const text = JSON.stringify(['front-matter', userId, activityId, version, shownAt])
  return createHmac('sha256', readSecrets(dataDir).cookieSecret).update(text).digest('base64url')
}

import type { ActivityVersion } from '#machines/activity/version.ts'
import type { ErrorCode } from '#server/errors.ts'
import { isWhollyOpened, type Teaching, withdrawnOn } from './teaching.ts'

/** What a day and a profession mean for beginning an activity. */
export type Beginning = { closedAt: string | null; today: string; profession: string; teaching: Teaching }

/** @returns why an activity cannot be begun for credit on a day, or undefined where it can. Grace does not count here. */
export function beginFault(
  version: ActivityVersion,
  { closedAt, today, profession, teaching }: Beginning
): ErrorCode | undefined {
  const { release, expiry } = version.draft.dates
  if (closedAt !== null) return 'activity_closed'
  if (today < release) return 'activity_not_released'
  if (today > expiry) return 'activity_expired'
  if (withdrawnOn(teaching, version, { profession }) !== null) return 'content_withdrawn'
  return isWhollyOpened(teaching, version, { profession }) ? undefined : 'content_revised'
}

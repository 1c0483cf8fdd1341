import type { ActivityVersion } from '#machines/activity/version.ts'

/** `review`: the activity has to be reviewed by then; `expiry`: its last day for credit; `credit`: that of one credit. */
export type Deadline = { kind: 'review' | 'expiry' | 'credit'; activityId: string; on: string; credit: string | null }

/** How long an activity may stand without a review. */
const yearsToReview = 3

/** @returns the days that end something about open activities, the nearest first. Days are YYYY-MM-DD. */
export function deadlinesOf(activities: readonly ActivityVersion[]): Deadline[] {
  return activities
    .flatMap(({ activityId, draft: { dates }, offerings }): Deadline[] => [
      { kind: 'review', activityId, on: yearsAfter(dates.lastReview, yearsToReview), credit: null },
      { kind: 'expiry', activityId, on: dates.expiry, credit: null },
      // What ends with the activity is said once.
      ...offerings.flatMap(({ validTo, label }) =>
        validTo < dates.expiry ? [{ kind: 'credit' as const, activityId, on: validTo, credit: label }] : []
      )
    ])
    .filter(({ on }) => on !== '')
    .sort((one, other) => one.on.localeCompare(other.on) || one.activityId.localeCompare(other.activityId))
}

// The day after February 28 stands for a February 29 that the year does not have.
function yearsAfter(day: string, years: number): string {
  if (day === '') return ''
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}

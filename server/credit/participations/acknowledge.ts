import type { ProfessionId } from '#content/professions.ts'
import { dayIn, isTimeZone } from '#machines/claim/days.ts'
import { AppError } from '#server/errors.ts'
import { enroll } from '#server/learning/courses/enroll.ts'
import { meetAccount } from '#server/people/learners/meet-learner.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { beginFault } from './begin.ts'
import { getMyActivity } from './my-activity.ts'
import { findParticipation, getActivityStanding, type WhoseActivity } from './queries.ts'
import { shownAtIn } from './showing.ts'
import { roleOf, type Teaching, teachingHere } from './teaching.ts'

/**
 * `showing` is what the page carried, `profession` and `timeZone` what the form said; the profile's profession stands
 * before the form's.
 */
export type Acknowledgment = WhoseActivity & {
  showing: string
  profession: ProfessionId
  timeZone: string
  now: Date
  teaching?: Teaching
}

/**
 * Begins an activity for credit with the version whose front matter was shown, and its course with it. Who has begun
 * already goes on as they began, while what they began can still be finished.
 * @returns the id of the way to credit
 * @throws `activity_not_found`, `front_matter_unread`, `invalid_input` for a time zone nobody has, `activity_closed`,
 *   `activity_not_released`, `activity_expired`, `content_withdrawn`, `content_revised`, `activity_is_live` for one that is
 *   begun by being there
 */
export function acknowledge(db: Db, given: Acknowledgment): Promise<string> {
  const { actor, activityId, teaching = teachingHere(), now } = given
  return inTransaction(db, async (db) => {
    const standing = await getActivityStanding(db, given)
    const { before, underWay } = await getMyActivity(db, { actor, activityId, teaching, now })
    if (!before) return underWay?.participation.id ?? ''
    const { version } = before
    if (version.draft.format === 'live') throw new AppError('activity_is_live')
    const { organizationId } = standing
    const shownAt = shownAtIn(given.showing, { userId: actor.userId, activityId, version: version.version, now })
    if (!isTimeZone(given.timeZone)) throw new AppError('invalid_input')
    const profession = (await findProfile(db, actor.userId))?.profession ?? given.profession
    const today = dayIn(now.toISOString(), given.timeZone)
    const fault = beginFault(version, { closedAt: standing.closedAt, today, profession, teaching })
    if (fault) throw new AppError(fault)
    const begun = { ...given, teaching, organizationId, profession, shownAt, version: version.version }
    return begin(db, begun, version.course.id)
  })
}

type Begun = Acknowledgment & { teaching: Teaching; organizationId: string; shownAt: string; version: number }

async function begin(db: Db, begun: Begun, courseId: string): Promise<string> {
  const { actor, activityId, organizationId, profession, timeZone, shownAt, version, now, teaching } = begun
  const { userId } = actor
  const learner = await meetAccount(db, userId, now)
  const comer = { userId, token: undefined, isShared: false, now }
  await enroll(db, teaching.courses, { ...comer, courseId, role: roleOf({ profession }) })
  await db
    .insertInto('participation')
    .values({
      id: newId(),
      userId,
      learnerId: learner.id,
      organizationId,
      activityId,
      activityVersion: version,
      profession,
      timeZone,
      shownAt,
      acknowledgedAt: now.toISOString(),
      finishedAt: null,
      passedTestId: null,
      scoreHundredths: null,
      testAttempts: 0,
      minutesMeasured: null,
      minutesReported: null,
      isEvaluated: 0
    })
    // Somebody was faster, as at a double click: theirs is the one.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const found = await findParticipation(db, { userId, activityId })
  if (!found) throw new AppError('unexpected')
  return found.id
}

import { getMyActivity, type UnderWay } from '#server/credit/participations/my-activity.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { record } from '#server/record/db/client.ts'

type Asked = { actor: Actor; activityId: string; courseId: string; now: Date }

/** @returns somebody's way to credit in which they give an evaluation. Throws `activity_not_found`. */
export async function wayIn({ actor, activityId, courseId, now }: Asked): Promise<UnderWay> {
  const { underWay } = await getMyActivity(record(), { actor, activityId, now })
  if (!underWay || underWay.version.course.id !== courseId) throw new AppError('activity_not_found')
  return underWay
}

/** @returns whether a credit that is open to them needs the evaluation, so that one question is asked of everyone. */
export function isBiasAsked({ credits, profession }: UnderWay): boolean {
  return credits.some(
    ({ offering }) => offering.needsEvaluation && offering.professions.some((each) => each === profession)
  )
}

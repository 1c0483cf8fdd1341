import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getTitle } from './activity-titles.ts'
import { type TimingRow, timingRows } from './timing.ts'

type Wanted = { actor: Actor; organizationId: string; activityId: string }

/**
 * @returns how many minutes people of each profession took for an activity, as measured
 * @throws `not_allowed`, `second_factor_needed`, `activity_not_found`
 */
export async function readTiming(db: Db, wanted: Wanted): Promise<TimingRow[]> {
  const { actor, organizationId, activityId } = wanted
  requireCan(actor, 'report.export', { organizationId })
  await getTitle(db, wanted)
  const rows = await db
    .selectFrom('participation')
    .select(['profession', 'minutesMeasured'])
    .where('organizationId', '=', organizationId)
    .where('activityId', '=', activityId)
    .where('finishedAt', 'is not', null)
    .execute()
  return timingRows(
    rows.flatMap(({ profession, minutesMeasured }) =>
      minutesMeasured === null ? [] : [{ profession, minutes: minutesMeasured }]
    )
  )
}

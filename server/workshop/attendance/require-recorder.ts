import { AppError } from '#server/errors.ts'
import { type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { WorkshopTable } from '#server/record/db/schema-workshop.ts'
import { isId } from '#server/record/ids.ts'

/** Who asks, and for which workshop. */
export type Recorder = { actor: Actor; workshopId: string }

/** A workshop of an organization. */
export type OwnedWorkshop = WorkshopTable & { organizationId: string }

/**
 * @returns a workshop whose attendance somebody may record
 * @throws `workshop_not_found`, also for one of another organization, `not_allowed`, `second_factor_needed`
 */
export async function requireRecorder(db: Db, { actor, workshopId }: Recorder): Promise<OwnedWorkshop> {
  const row = isId(workshopId)
    ? await db.selectFrom('workshop').selectAll().where('id', '=', workshopId).executeTakeFirst()
    : undefined
  const organizationId = row?.organizationId
  if (!row || !organizationId || !can(actor, 'activity.view', { organizationId }))
    throw new AppError('workshop_not_found')
  requireCan(actor, 'attendance.record', { organizationId })
  return { ...row, organizationId }
}

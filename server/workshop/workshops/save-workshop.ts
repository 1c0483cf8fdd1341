import type { Agenda } from '#content/workshop-schema.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Host } from './host.ts'
import { planOf, type Teaching } from './plan-of.ts'
import { getWorkshop, savedAgendaSchema } from './queries.ts'

/** What can be changed of a workshop; `revision` is the one its page showed. */
export type Saved = {
  workshopId: string
  revision: number
  title: string
  supportPerson: string | null
  activityId: string | null
  items: Agenda['items']
}

/**
 * Saves a workshop as its page says. Nothing is saved that a room could not run.
 * @throws `workshop_not_found`, `stale_form` where somebody was faster, `agenda_not_runnable`, `activity_not_found`
 */
export function saveWorkshop(
  db: Db,
  host: Host,
  saved: Saved,
  { teaching, now }: { teaching: Teaching; now: Date }
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { agenda, organizationId } = await getWorkshop(db, host, saved.workshopId)
    const changed: Agenda = { ...agenda, title: saved.title, items: saved.items }
    try {
      planOf(savedAgendaSchema.parse(changed), teaching)
    } catch (cause) {
      throw new AppError('agenda_not_runnable', { cause })
    }
    await requireActivity(db, { activityId: saved.activityId, organizationId })
    const { numUpdatedRows } = await db
      .updateTable('workshop')
      .set({
        title: saved.title,
        agenda: JSON.stringify(changed),
        supportPerson: saved.supportPerson,
        activityId: saved.activityId,
        revision: saved.revision + 1,
        updatedAt: now.toISOString()
      })
      .where('id', '=', saved.workshopId)
      .where('revision', '=', saved.revision)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new AppError('stale_form')
  })
}

async function requireActivity(
  db: Db,
  { activityId, organizationId }: { activityId: string | null; organizationId: string | null }
) {
  if (activityId === null) return
  const row = await db.selectFrom('activity').select('organizationId').where('id', '=', activityId).executeTakeFirst()
  if (!row || row.organizationId !== organizationId) throw new AppError('activity_not_found')
}

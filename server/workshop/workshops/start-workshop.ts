import type { Db } from '#server/record/db/schema.ts'
import { type StartedRoom, startRoom } from '../rooms/start-room.ts'
import type { Host } from './host.ts'
import { planOf, type Teaching } from './plan-of.ts'
import { getWorkshop } from './queries.ts'

/**
 * Opens a room for a workshop as it is saved now; what is changed later does not change a room that was opened.
 * @throws `workshop_not_found`
 */
export async function startWorkshop(
  db: Db,
  host: Host,
  {
    workshopId,
    isRehearsal,
    teaching,
    now
  }: { workshopId: string; isRehearsal: boolean; teaching: Teaching; now: Date }
): Promise<StartedRoom> {
  const { agenda, supportPerson } = await getWorkshop(db, host, workshopId)
  const plan = planOf(agenda, teaching)
  return startRoom(db, { plan, workshopId, isRehearsal, supportPerson, now })
}

import { facilityFor } from '#server/learning/facility/queries.ts'
import { getEvidence, getRegistry } from '#server/learning/reference/queries.ts'
import type { Db } from '#server/record/db/schema.ts'
import { findActivity } from '../workshops/find-activity.ts'
import type { Host } from '../workshops/host.ts'
import { planOf, type Teaching } from '../workshops/plan-of.ts'
import { getWorkshop } from '../workshops/queries.ts'
import type { Kit } from './kit.ts'

/** `tables` is how many hand-outs are printed; undefined for as many as the agenda seats six at a table. */
export type KitWish = {
  workshopId: string
  teaching: Teaching
  dataDir: string
  beginsAt: number | null
  tables: number | undefined
}

/** @returns what is printed for a workshop of this host, all but the evaluation. Throws `workshop_not_found`. */
export async function readKit(db: Db, host: Host, wish: KitWish): Promise<Omit<Kit, 'evaluation'>> {
  const workshop = await getWorkshop(db, host, wish.workshopId)
  const { agenda, title, supportPerson, organizationId } = workshop
  const organizationIds = organizationId === null ? [] : [organizationId]
  const { contacts, sources } = getRegistry()
  return {
    agenda,
    title,
    supportPerson,
    items: agenda.items.map((item) => ({ item, steps: planOf({ title, items: [item] }, wish.teaching).steps })),
    facility: await facilityFor(db, wish.dataDir, { organizationIds }),
    contacts: contacts.filter(({ audience, isLawEnforcement }) => audience !== 'clinician' && !isLawEnforcement),
    sources,
    corrections: getEvidence().corrections,
    activity: await findActivity(db, workshop),
    beginsAt: wish.beginsAt,
    tables: wish.tables ?? Math.min(mostTables, Math.ceil(agenda.people.to / 6))
  }
}

/** How many tables hand-outs are printed for at most. */
export const mostTables = 12

import { missing } from '#app/_components/missing.ts'
import { getPlan } from '#server/credit/activities/office.ts'
import type { Plan } from '#server/credit/activities/plan.ts'
import { AppError } from '#server/errors.ts'
import type { Person } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { requireOffice } from '../../_parts/office.ts'

/**
 * @param path the page's own path
 * @returns an activity as its office sees it, for a page; one of another organization is not there
 */
export async function planFor(activityId: string, path: string): Promise<{ plan: Plan; person: Person }> {
  const { person } = await requireOffice('activity.edit', path)
  try {
    return { plan: await getPlan(record(), { actor: person, activityId, now: new Date() }), person }
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'activity_not_found') missing()
    throw fault
  }
}

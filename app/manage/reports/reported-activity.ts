import { missing } from '#app/_components/missing.ts'
import { listTitles, type TitledActivity } from '#server/credit/reports/activity-titles.ts'
import { record } from '#server/record/db/client.ts'

/** @returns the activity of an organization that a report is about; ends the page where it is not there. */
export async function reportedActivity(organizationId: string, activityId: string): Promise<TitledActivity> {
  const found = (await listTitles(record(), organizationId)).find(({ id }) => id === activityId)
  return found ?? missing()
}

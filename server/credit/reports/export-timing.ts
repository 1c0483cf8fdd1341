import { professions } from '#content/professions.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { noteExport } from './note-export.ts'
import { readTiming } from './read-timing.ts'
import { leastTimed } from './timing.ts'
import { csvOf } from './write-csv.ts'

const head = ['profession', 'people', 'median_minutes', 'first_quartile_minutes', 'third_quartile_minutes']

/**
 * @returns what `readTiming` shows, as CSV; the log notes that it was taken
 * @throws `not_allowed`, `second_factor_needed`, `activity_not_found`
 */
export async function exportTiming(
  db: Db,
  wanted: { actor: Actor; organizationId: string; activityId: string; now: Date }
): Promise<string> {
  const rows = await readTiming(db, wanted)
  const { activityId } = wanted
  await noteExport(db, { ...wanted, report: 'timing', rows: rows.length, filter: { activityId } })
  return csvOf([
    head,
    ...rows.map(({ profession, people, spread }) => [
      professionWords(profession),
      people ?? `fewer than ${leastTimed}`,
      spread?.median ?? null,
      spread?.firstQuartile ?? null,
      spread?.thirdQuartile ?? null
    ])
  ])
}

/** @returns a profession as it is named to people; null is everybody. */
export function professionWords(profession: string | null): string {
  if (profession === null) return 'All professions'
  return professions.find(({ id }) => id === profession)?.label ?? profession
}

import type { Actor } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { listTeam } from './list-team.ts'
import { noteExport } from './note-export.ts'
import { csvOf } from './write-csv.ts'

const head = ['person', 'department', 'activity', 'due_on', 'state', 'done_on']

/**
 * @returns what `listTeam` shows, as CSV; the log notes that it was taken
 * @throws `not_allowed`, `second_factor_needed`
 */
export async function exportTeam(db: Db, wanted: { actor: Actor; organizationId: string; now: Date }): Promise<string> {
  const rows = await listTeam(db, wanted)
  await noteExport(db, { ...wanted, report: 'team', rows: rows.length })
  return csvOf([
    head,
    ...rows.map(({ person, department, activity, dueOn, state, doneOn }) => [
      person,
      department,
      activity,
      dueOn,
      state,
      doneOn
    ])
  ])
}

import { z } from 'zod'
import { professionIds, professions } from '#content/professions.ts'
import { isoDate } from '#machines/activity/words.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { listTitles } from './activity-titles.ts'
import type { CompletionFilter } from './list-completions.ts'

const none = z.literal('').transform(() => undefined)
const id = z.string().min(1).max(64)

const filterSchema = z.object({
  activity: none.or(id).optional(),
  department: none.or(id).optional(),
  profession: none.or(z.enum(professionIds)).optional(),
  from: none.or(isoDate).optional(),
  to: none.or(isoDate).optional()
})

/**
 * @param sent what a form or an address says, by field; an empty field narrows nothing
 * @returns which completions are meant. Throws `invalid_input`, `report_dates_reversed`.
 */
export function parseFilter(
  organizationId: string,
  sent: Readonly<Record<string, string | string[] | undefined>>
): CompletionFilter {
  const parsed = filterSchema.safeParse(sent)
  if (!parsed.success) throw new AppError('invalid_input')
  const { activity: activityId, department: departmentId, profession, from, to } = parsed.data
  if (from && to && from > to) throw new AppError('report_dates_reversed')
  return { organizationId, activityId, departmentId, profession, from, to }
}

export type FilterOption = { value: string; label: string }

/** @returns what a report of an organization can be narrowed to. */
export async function filterOptions(
  db: Db,
  organizationId: string
): Promise<Record<'activities' | 'departments' | 'professions', FilterOption[]>> {
  const departments = await db
    .selectFrom('department')
    .select(['id as value', 'name as label'])
    .where('organizationId', '=', organizationId)
    .orderBy('name')
    .execute()
  const titles = (await listTitles(db, organizationId)).filter(({ openVersion }) => openVersion !== null)
  return {
    activities: titles.map(({ id: value, title: label }) => ({ value, label })),
    departments,
    professions: professions.map(({ id: value, label }) => ({ value, label }))
  }
}

import { type ActivityDraft, draftSchema } from '#machines/activity/draft.ts'
import { type DraftSection, draftSections } from '#machines/activity/sections.ts'
import { AppError } from '#server/errors.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable, type OfficeAsks } from './office.ts'

/** `revision` is the one that the form showed; `fields` are the section's and no others. */
type SectionSave = OfficeAsks & {
  section: DraftSection
  fields: Partial<ActivityDraft>
  revision: number
  now: Date
}

/**
 * Saves one section of an activity's draft. What is open stays as it was opened.
 * @throws `stale_form` where the draft was saved since the form was shown, `invalid_input`, `activity_not_found`,
 *   `not_allowed`, `second_factor_needed`
 */
export function saveSection(db: Db, save: SectionSave): Promise<void> {
  const { actor, activityId, section, revision, now } = save
  return inTransaction(db, async (db) => {
    const row = await getEditable(db, { actor, activityId })
    if (row.revision !== revision) throw new AppError('stale_form')
    const draft = draftWith(row.draft, save)
    const { numUpdatedRows } = await db
      .updateTable('activity')
      .set({ draft, revision: revision + 1, updatedAt: now.toISOString() })
      .where('id', '=', activityId)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new AppError('stale_form')
    await appendAudit(db, {
      organizationId: row.organizationId,
      actorId: actor.userId,
      act: 'activity.changed',
      subject: { kind: 'activity', id: activityId },
      details: { section, revision: revision + 1 },
      now
    })
  })
}

function draftWith(draft: string, { section, fields }: Pick<SectionSave, 'section' | 'fields'>): string {
  const own: readonly string[] = draftSections[section]
  if (Object.keys(fields).some((field) => !own.includes(field))) throw new AppError('invalid_input')
  const parsed = draftSchema.safeParse({ ...JSON.parse(draft), ...fields })
  if (!parsed.success) throw new AppError('invalid_input')
  return JSON.stringify(parsed.data)
}

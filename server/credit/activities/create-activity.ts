import type { ActivityDraft } from '#machines/activity/draft.ts'
import type { CourseFacts } from '#machines/activity/planned.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { getCourseFacts, type Shelf } from './contents.ts'

type NewActivity = {
  actor: Actor
  organizationId: string
  courseId: string
  format: ActivityDraft['format']
  now: Date
  shelf?: Shelf
}

/**
 * Begins an activity of a course. Its draft says of the course what is known, and leaves to the office what it decides.
 * @returns its id
 * @throws `course_not_found`, also for one that is not on offer, `not_allowed`, `second_factor_needed`
 */
export async function createActivity(db: Db, activity: NewActivity): Promise<string> {
  const { actor, organizationId, courseId, format, now, shelf } = activity
  requireCan(actor, 'activity.edit', { organizationId })
  const course = getCourseFacts(courseId, shelf)
  if (!course.isOffered) throw new AppError('course_not_found')
  return inTransaction(db, async (db) => {
    const { name } = await db
      .selectFrom('organization')
      .select('name')
      .where('id', '=', organizationId)
      .executeTakeFirstOrThrow()
    const draft = firstDraft(course, { format, provider: name })
    return insertActivity(db, { actor, organizationId, courseId, draft, now })
  })
}

/** Writes a draft as a new activity, in the transaction of `db`. @returns its id */
export async function insertActivity(
  db: Db,
  {
    actor,
    organizationId,
    courseId,
    draft,
    now
  }: Pick<NewActivity, 'actor' | 'organizationId' | 'courseId' | 'now'> & { draft: ActivityDraft }
): Promise<string> {
  const id = newId()
  const at = now.toISOString()
  await db
    .insertInto('activity')
    .values({
      id,
      organizationId,
      courseId,
      state: 'draft',
      draft: JSON.stringify(draft),
      revision: 1,
      openVersion: null,
      createdAt: at,
      updatedAt: at
    })
    .execute()
  const subject = { kind: 'activity', id }
  const details = { course: courseId }
  await appendAudit(db, { organizationId, actorId: actor.userId, act: 'activity.created', subject, details, now })
  return id
}

function firstDraft(
  course: CourseFacts,
  { format, provider }: { format: ActivityDraft['format']; provider: string }
): ActivityDraft {
  return {
    title: course.title,
    format,
    audience: [],
    audienceText: '',
    prerequisites: '',
    objectives: [],
    minutes: course.minutes,
    minutesBasis: '',
    planning: { practiceGap: '', underlyingNeed: '', intendedChange: '', formatReason: '', plannersByProfession: '' },
    authorship: { declaration: '', usedMachineAssistance: '' },
    provider: { name: provider, address: '', url: '', contact: '', administrator: '' },
    dates: { release: '', lastReview: '', expiry: '' },
    graceDays: 0,
    commercialSupport: { isReceived: '', text: '' },
    media: '',
    bibliography: '',
    howToComplete: '',
    requirements: '',
    accommodations: '',
    privacy: '',
    grievance: '',
    refund: '',
    attestation: '',
    passMark: course.test?.passMark ?? 80
  }
}

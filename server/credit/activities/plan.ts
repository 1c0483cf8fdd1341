import { createHash } from 'node:crypto'
import { checkActivity } from '#machines/activity/checklist.ts'
import { draftSchema } from '#machines/activity/draft.ts'
import { asText, changedSections, type Frozen, freeze } from '#machines/activity/freeze.ts'
import type { Gap } from '#machines/activity/gap.ts'
import type { Planned } from '#machines/activity/planned.ts'
import type { Section } from '#machines/activity/sections.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { listContributors } from '#server/credit/contributors/queries.ts'
import { listOfferings } from '#server/credit/offerings/queries.ts'
import { type ContentSignOffs, signOffsFor } from '#server/credit/sign-offs/queries.ts'
import { listStatements } from '#server/credit/statements/queries.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ActivityState, ActivityTable } from '#server/record/db/schema-credit.ts'
import { getContents, getCourseFacts, ownShelf, type Shelf } from './contents.ts'
import { getActivityVersion } from './queries.ts'

/**
 * An activity as its office sees it now: what it would be opened as, what keeps it from opening, and in which steps it
 * differs from what is open. `mark` stands for exactly this state.
 */
export type Plan = {
  activityId: string
  organization: ActivityVersion['organization']
  state: ActivityState
  revision: number
  planned: Planned
  frozen: Frozen
  mark: string
  gaps: Gap[]
  open: ActivityVersion | undefined
  changed: Section[]
}

/** @returns the plan of an activity of which the row was read. Throws `course_not_found`, `log_corrupt`. */
export async function planOf(
  db: Db,
  row: ActivityTable,
  { now, shelf = ownShelf() }: { now: Date; shelf?: Shelf | undefined }
): Promise<Plan> {
  const organization = await organizationOf(db, row.organizationId)
  const contents = getContents(row.courseId, shelf)
  const standing = await signOffsFor(
    db,
    row.organizationId,
    contents.map(({ title: _, isWithdrawn: __, ...content }) => content),
    shelf
  )
  const planned: Planned = {
    draft: draftOf(row),
    offerings: await listOfferings(db, row.id),
    statements: (await listStatements(db, row.organizationId)).flatMap(({ versions }) => versions),
    contributors: await listContributors(db, row.id),
    contents: standing.map((each, index) => ({
      content: each.content,
      title: contents[index]?.title ?? each.content.id,
      isWithdrawn: contents[index]?.isWithdrawn ?? true,
      missing: each.missing,
      mustChange: each.mustChange.map(({ by }) => by)
    })),
    course: getCourseFacts(row.courseId, shelf),
    isDemonstration: organization.isDemonstration,
    today: dayOf(now),
    latestToday: dayOf(new Date(now.getTime() + furthestEast))
  }
  const frozen = freeze(planned, { activityId: row.id, organization, signOffs: signaturesIn(standing) })
  const open = await openVersionOf(db, row)
  return {
    activityId: row.id,
    organization,
    state: row.state,
    revision: row.revision,
    planned,
    frozen,
    mark: markOf(frozen),
    gaps: checkActivity(planned),
    open,
    changed: open ? changedSections(open, frozen) : []
  }
}

/** @returns a hash of what a version says. */
export function markOf(frozen: Frozen): string {
  return createHash('sha256').update(asText(frozen)).digest('hex')
}

// The day begins first where clocks are fourteen hours ahead of UTC.
const furthestEast = 14 * 60 * 60 * 1000

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

function draftOf({ id, draft }: ActivityTable) {
  const parsed = draftSchema.safeParse(JSON.parse(draft))
  if (!parsed.success) throw new AppError('log_corrupt', { cause: parsed.error, where: { activity: id } })
  return parsed.data
}

function signaturesIn(standing: readonly ContentSignOffs[]): ActivityVersion['signOffs'] {
  return standing.flatMap(({ content, signatures }) =>
    signatures.map(({ capacity, reviewerName, reviewerCredentials, signedOn }) => ({
      content,
      capacity,
      reviewerName,
      reviewerCredentials,
      signedOn
    }))
  )
}

async function openVersionOf(db: Db, { id, state, openVersion }: ActivityTable): Promise<ActivityVersion | undefined> {
  if (state !== 'open' || openVersion === null) return undefined
  return getActivityVersion(db, { activityId: id, version: openVersion })
}

async function organizationOf(db: Db, id: string): Promise<ActivityVersion['organization']> {
  const found = await db
    .selectFrom('organization')
    .select(['id', 'name', 'isDemonstration'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...found, isDemonstration: found.isDemonstration === 1 }
}

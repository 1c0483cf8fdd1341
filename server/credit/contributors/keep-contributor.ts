import { type ContributorTerms, contributorFault } from '#machines/activity/contributor-rules.ts'
import { type Contributor, contributorSchema } from '#machines/activity/draft.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

const furthestAhead = 14 * 60 * 60 * 1000

/**
 * @returns what an office typed as the document that is kept
 * @throws `invalid_input`, `software_named`, `disclosure_incomplete`
 */
export function checkedContributor({
  id,
  terms,
  now
}: {
  id: string
  terms: ContributorTerms
  now: Date
}): Contributor {
  const { data } = contributorSchema.safeParse({ ...terms, id })
  if (!data) throw new AppError('invalid_input')
  const today = new Date(now.getTime() + furthestAhead).toISOString().slice(0, 10)
  const fault = contributorFault(data, today)
  if (fault) throw new AppError(fault)
  return data
}

/**
 * @returns a person's document as it is kept, where it is the one that a form showed
 * @throws `contributor_not_found` where the activity lists no such person, `stale_form` where somebody changed it since
 */
export async function getSeenContributor(
  db: Db,
  { activityId, contributorId, seen }: { activityId: string; contributorId: string; seen: string }
): Promise<string> {
  const row = await db
    .selectFrom('contributor')
    .select('document')
    .where('id', '=', contributorId)
    .where('activityId', '=', activityId)
    .executeTakeFirst()
  if (!row) throw new AppError('contributor_not_found')
  if (hashOf(row.document) !== seen) throw new AppError('stale_form')
  return row.document
}

/** What the log says of a person of an activity: never their name, nor with whom they have a relationship. */
export type ContributorAudit = {
  organizationId: string
  actor: Actor
  act: 'contributor.added' | 'contributor.changed' | 'contributor.removed' | 'contributor.moved'
  activityId: string
  contributor: Pick<Contributor, 'id' | 'roles' | 'disclosure' | 'collectedOn'>
  now: Date
}

/** Writes what was done with a person of an activity. */
export function auditContributor(
  db: Db,
  { organizationId, actor, act, activityId, contributor, now }: ContributorAudit
): Promise<void> {
  const { id, roles, disclosure, collectedOn } = contributor
  return appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act,
    subject: { kind: 'contributor', id },
    details: { activity: activityId, roles: roles.join(' '), disclosure, collectedOn },
    now
  })
}

import { contributorSchema } from '#machines/activity/draft.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable } from '../activities/office.ts'
import { auditContributor, getSeenContributor } from './keep-contributor.ts'

export type ContributorRemoval = { actor: Actor; activityId: string; contributorId: string; seen: string; now: Date }

/**
 * Takes a person off the list of an activity. Versions that are open keep them.
 * @throws `activity_not_found`, `contributor_not_found`, `not_allowed`, `second_factor_needed`, `stale_form`
 */
export function removeContributor(db: Db, removal: ContributorRemoval): Promise<void> {
  const { actor, activityId, contributorId, now } = removal
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const before = await getSeenContributor(db, removal)
    const { numDeletedRows } = await db
      .deleteFrom('contributor')
      .where('id', '=', contributorId)
      .where('document', '=', before)
      .executeTakeFirstOrThrow()
    if (Number(numDeletedRows) !== 1) throw new AppError('stale_form')
    const contributor = contributorSchema.parse(JSON.parse(before))
    await auditContributor(db, { organizationId, actor, act: 'contributor.removed', activityId, contributor, now })
  })
}

import type { ContributorTerms } from '#machines/activity/contributor-rules.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable } from '../activities/office.ts'
import { auditContributor, checkedContributor, getSeenContributor } from './keep-contributor.ts'

/** `seen` is the mark of the document that the form showed. */
export type ContributorChange = {
  actor: Actor
  activityId: string
  contributorId: string
  seen: string
  terms: ContributorTerms
  now: Date
}

/**
 * Replaces what is said of a person of an activity. What is open stays as it was opened.
 * @throws `activity_not_found`, `contributor_not_found`, `not_allowed`, `second_factor_needed`, `stale_form`,
 *   `invalid_input`, `software_named`, `disclosure_incomplete`
 */
export function changeContributor(db: Db, change: ContributorChange): Promise<void> {
  const { actor, activityId, contributorId, terms, now } = change
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const before = await getSeenContributor(db, change)
    const contributor = checkedContributor({ id: contributorId, terms, now })
    const { numUpdatedRows } = await db
      .updateTable('contributor')
      .set({ document: JSON.stringify(contributor) })
      .where('id', '=', contributorId)
      .where('activityId', '=', activityId)
      .where('document', '=', before)
      .executeTakeFirstOrThrow()
    if (Number(numUpdatedRows) !== 1) throw new AppError('stale_form')
    await auditContributor(db, { organizationId, actor, act: 'contributor.changed', activityId, contributor, now })
  })
}

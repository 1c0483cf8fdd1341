import type { ContributorTerms } from '#machines/activity/contributor-rules.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { getEditable } from '../activities/office.ts'
import { nextPosition } from '../next-position.ts'
import { auditContributor, checkedContributor } from './keep-contributor.ts'

export type NewContributor = { actor: Actor; activityId: string; terms: ContributorTerms; now: Date }

/**
 * Lists a person with an activity, after those listed already. What is open stays as it was opened.
 * @returns the id of the entry
 * @throws `activity_not_found`, `not_allowed`, `second_factor_needed`, `invalid_input`, `software_named`,
 *   `disclosure_incomplete`
 */
export function addContributor(db: Db, { actor, activityId, terms, now }: NewContributor): Promise<string> {
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const contributor = checkedContributor({ id: newId(), terms, now })
    const position = await nextPosition(db, 'contributor', activityId)
    const row = { id: contributor.id, activityId, position, document: JSON.stringify(contributor) }
    await db.insertInto('contributor').values(row).execute()
    await auditContributor(db, { organizationId, actor, act: 'contributor.added', activityId, contributor, now })
    return contributor.id
  })
}

import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable } from '../activities/office.ts'
import { auditContributor } from './keep-contributor.ts'
import { listContributors } from './queries.ts'

export type ContributorMove = { actor: Actor; activityId: string; contributorId: string; by: -1 | 1; now: Date }

/**
 * Moves a person one place up (`-1`) or down (`1`) in the list of an activity; at the end they stay.
 * @throws `activity_not_found`, `contributor_not_found`, `not_allowed`, `second_factor_needed`
 */
export function moveContributor(db: Db, { actor, activityId, contributorId, by, now }: ContributorMove): Promise<void> {
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const people = await listContributors(db, activityId)
    const from = people.findIndex(({ id }) => id === contributorId)
    const contributor = people[from]
    if (!contributor) throw new AppError('contributor_not_found')
    const order = people.toSpliced(from, 1).toSpliced(Math.max(0, from + by), 0, contributor)
    for (const [position, { id }] of order.entries())
      await db.updateTable('contributor').set({ position }).where('id', '=', id).execute()
    await auditContributor(db, { organizationId, actor, act: 'contributor.moved', activityId, contributor, now })
  })
}

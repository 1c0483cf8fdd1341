import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { getEditable } from '../activities/office.ts'
import { nextPosition } from '../next-position.ts'
import { auditContributor } from './keep-contributor.ts'
import { listContributors } from './queries.ts'

export type ContributorCopy = { actor: Actor; activityId: string; fromActivityId: string; now: Date }

/**
 * Lists the people of another activity of the same organization here as well, with what they disclosed and the day it
 * was collected; whoever is listed here under the same name is left as they are.
 * @returns how many were added
 * @throws `activity_not_found`, `not_allowed`, `second_factor_needed`
 */
export function copyContributors(db: Db, { actor, activityId, fromActivityId, now }: ContributorCopy): Promise<number> {
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const from = await getEditable(db, { actor, activityId: fromActivityId })
    if (from.organizationId !== organizationId) throw new AppError('activity_not_found')
    const here = await listContributors(db, activityId)
    const names = new Set(here.map(({ name }) => name))
    const next = await nextPosition(db, 'contributor', activityId)
    const added = (await listContributors(db, from.id)).filter(({ name }) => !names.has(name))
    for (const [index, person] of added.entries()) {
      const contributor = { ...person, id: newId() }
      const row = { id: contributor.id, activityId, position: next + index, document: JSON.stringify(contributor) }
      await db.insertInto('contributor').values(row).execute()
      await auditContributor(db, { organizationId, actor, act: 'contributor.added', activityId, contributor, now })
    }
    return added.length
  })
}

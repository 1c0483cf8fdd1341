import { AppError } from '#server/errors.ts'
import type { Person } from '#server/people/auth/person.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { holdMemberships } from '#server/people/organizations/hold-memberships.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { countKept, type Kept } from './queries.ts'

/**
 * Deletes an account with everything that is stored of it, but what proves a credit: finished activities, claims and
 * certificates, and attendance, which stay until six years after and name the account by its id alone.
 * @returns how much stays
 * @throws `last_admin` where an organization would be left without one
 */
export function deleteAccount(db: Db, { person, now }: { person: Person; now: Date }): Promise<Kept> {
  const { userId } = person
  return inTransaction(db, async (db) => {
    const organizations = await requireNotLast(db, userId)
    await forgetUnfinished(db, userId)
    const learner = await db.selectFrom('learner').select('id').where('userId', '=', userId).executeTakeFirst()
    if (learner) await forgetLearner(db, { learnerId: learner.id })
    const { email } = await db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
    await db.deleteFrom('invitation').where('email', '=', email).execute()
    await forgetLinks(db, [userId, email])
    // Sessions, passwords, passkeys, profile, licenses, memberships and assignments go with it.
    await db.deleteFrom('user').where('id', '=', userId).execute()
    const kept = await countKept(db, userId)
    for (const organizationId of organizations.length > 0 ? organizations : [null])
      await appendAudit(db, {
        organizationId,
        actorId: userId,
        act: 'account.deleted',
        subject: { kind: 'user', id: userId },
        details: kept,
        now
      })
    return kept
  })
}

async function requireNotLast(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('organizationId')
    .distinct()
    .where('userId', '=', userId)
    .orderBy('organizationId')
    .execute()
  for (const { organizationId } of rows) {
    const { standing, admins } = await holdMemberships(db, { organizationId, userId })
    if (standing.roles.includes('admin') && admins.length === 1) throw new AppError('last_admin')
  }
  return rows.map(({ organizationId }) => organizationId)
}

// A way that was begun and not finished proves nothing; neither does one without a claim.
async function forgetUnfinished(db: Db, userId: string): Promise<void> {
  await db
    .deleteFrom('participation')
    .where('userId', '=', userId)
    .where('finishedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('claim').select('id').whereRef('claim.participationId', '=', 'participation.id')))
    )
    .execute()
}

async function forgetLinks(db: Db, names: readonly string[]): Promise<void> {
  const rows = await db.selectFrom('verification').select(['id', 'value', 'identifier']).execute()
  const own = rows.filter(({ value, identifier }) => names.some((name) => `${identifier} ${value}`.includes(name)))
  for (const { id } of own) await db.deleteFrom('verification').where('id', '=', id).execute()
}

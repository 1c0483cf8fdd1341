import { mayOpen } from '#machines/activity/checklist.ts'
import { type ActivityVersion, activityVersionSchema } from '#machines/activity/version.ts'
import { AppError } from '#server/errors.ts'
import { requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Shelf } from './contents.ts'
import { getEditable, type OfficeAsks } from './office.ts'
import { markOf, type Plan, planOf } from './plan.ts'

/** `mark` and `revision` are those of the plan that was shown. */
type Opening = OfficeAsks & { mark: string; revision: number; now: Date; shelf?: Shelf }

/**
 * Opens an activity for credit as a new version, checked against the content as it is now. A version that was open is
 * closed by it.
 * @returns the version
 * @throws `activity_incomplete` where the checklist has a gap, `stale_form` where anything differs from what was shown,
 *   `activity_unchanged` where it is open just so, `activity_not_found`, `not_allowed`, `second_factor_needed`
 */
export function openActivity(db: Db, opening: Opening): Promise<ActivityVersion> {
  const { activityId, actor, revision, mark, now, shelf } = opening
  return inTransaction(db, async (db) => {
    const row = await getEditable(db, opening)
    requireCan(actor, 'activity.open', row)
    // Taking the next revision first makes a second opening wait, and then find that it is late.
    await takeRevision(db, { activityId, revision, now })
    const plan = await planOf(db, row, { now, shelf })
    if (!mayOpen(plan.gaps)) throw new AppError('activity_incomplete')
    if (plan.mark !== mark) throw new AppError('stale_form')
    if (plan.open && markOf(frozenIn(plan.open)) === mark) throw new AppError('activity_unchanged')
    return storeVersion(db, plan, opening)
  })
}

async function takeRevision(
  db: Db,
  { activityId, revision, now }: Pick<Opening, 'activityId' | 'revision' | 'now'>
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('activity')
    .set({ revision: revision + 1, updatedAt: now.toISOString() })
    .where('id', '=', activityId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('stale_form')
}

async function storeVersion(db: Db, plan: Plan, { actor, activityId, mark, now }: Opening): Promise<ActivityVersion> {
  const openedAt = now.toISOString()
  const version = (await lastVersion(db, activityId)) + 1
  const document = activityVersionSchema.parse({ ...plan.frozen, version, openedOn: openedAt.slice(0, 10) })
  await db
    .updateTable('activityVersion')
    .set({ closedAt: openedAt })
    .where('activityId', '=', activityId)
    .where('closedAt', 'is', null)
    .execute()
  await db
    .insertInto('activityVersion')
    .values({
      activityId,
      version,
      document: JSON.stringify(document),
      contentHash: mark,
      openedAt,
      openedBy: actor.userId,
      closedAt: null
    })
    .execute()
  await db.updateTable('activity').set({ state: 'open', openVersion: version }).where('id', '=', activityId).execute()
  await appendAudit(db, {
    organizationId: plan.organization.id,
    actorId: actor.userId,
    act: 'activity.opened',
    subject: { kind: 'activity', id: activityId },
    details: { version, hash: mark },
    now
  })
  return document
}

async function lastVersion(db: Db, activityId: string): Promise<number> {
  const row = await db
    .selectFrom('activityVersion')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('activityId', '=', activityId)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

function frozenIn({ version: _, openedOn: __, ...frozen }: ActivityVersion) {
  return frozen
}

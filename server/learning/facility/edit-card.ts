import { facilityCardSchema } from '#content/registry-schema.ts'
import { AppError } from '#server/errors.ts'
import { facilityOf } from '#server/learning/reference/queries.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { FilledCard } from './write-card.ts'

/** `seenRevision` is that of the card the form showed: 0 where none was edited here yet. */
export type CardEdit = { actor: Actor; organizationId: string; seenRevision: number; card: FilledCard; now: Date }

const furthestAhead = 14 * 60 * 60 * 1000

/**
 * Keeps an organization's card, which from then on stands before the installation's file for its members.
 * @returns the new revision
 * @throws `not_allowed`, `second_factor_needed`, `form_incomplete` where a number was called on no day, or
 *   on one to come, `stale_form`
 *   where somebody else saved since
 */
export async function editCard(db: Db, { actor, organizationId, seenRevision, card, now }: CardEdit): Promise<number> {
  requireCan(actor, 'facility.edit', { organizationId })
  const { facility, lines } = card
  const { data } = facilityCardSchema.safeParse({ facility, ...lines })
  const today = new Date(now.getTime() + furthestAhead).toISOString().slice(0, 10)
  if (!data) throw new AppError('form_incomplete')
  const kept = facilityOf(data).lines
  if (kept.some(({ checkedOn = '' }) => checkedOn > today)) throw new AppError('form_incomplete')
  const revision = seenRevision + 1
  const row = { document: JSON.stringify(data), revision, updatedAt: now.toISOString(), updatedBy: actor.userId }
  return inTransaction(db, async (db) => {
    if (!(await save(db, organizationId, row))) throw new AppError('stale_form')
    const withNumber = kept.filter(({ phone }) => phone !== undefined).length
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'facility.edited',
      subject: { kind: 'facility', id: organizationId },
      details: { revision, withNumber, without: kept.length - withNumber },
      now
    })
    return revision
  })
}

type Row = { document: string; revision: number; updatedAt: string; updatedBy: string }

async function save(db: Db, organizationId: string, row: Row): Promise<boolean> {
  if (row.revision > 1) {
    const { numUpdatedRows } = await db
      .updateTable('facilityEdit')
      .set(row)
      .where('organizationId', '=', organizationId)
      .where('revision', '=', row.revision - 1)
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows) === 1
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('facilityEdit')
    .values({ organizationId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) === 1
}

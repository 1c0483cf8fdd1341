import { type CreditOffering, offeringSchema } from '#machines/activity/offering.ts'
import { type OfferingTerms, offeringFault } from '#machines/activity/offering-rules.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getStatement } from '../statements/queries.ts'

/**
 * @returns what an office typed as the document that is kept
 * @throws `invalid_input`, `amount_not_in_steps`, `dates_reversed`; `statement_not_found` where the statement is none of
 *   this organization's, or another body's
 */
export async function checkedOffering(
  db: Db,
  { organizationId, id, terms }: { organizationId: string; id: string; terms: OfferingTerms }
): Promise<CreditOffering> {
  const { data } = offeringSchema.safeParse({ ...terms, id })
  if (!data) throw new AppError('invalid_input')
  const fault = offeringFault(data)
  if (fault) throw new AppError(fault)
  if (data.statement === null) return data
  const { body } = await getStatement(db, { organizationId, ...data.statement })
  if (body !== data.body) throw new AppError('statement_not_found')
  return data
}

/** What the log says of a credit. */
export type OfferingAudit = {
  organizationId: string
  actor: Actor
  act: 'offering.added' | 'offering.changed' | 'offering.removed' | 'offering.moved'
  activityId: string
  offering: Pick<CreditOffering, 'id' | 'body' | 'maxHundredths' | 'statement'>
  now: Date
}

/** Writes what was done with a credit: of which body, how much at most, and under which words. */
export function auditOffering(db: Db, { organizationId, actor, act, activityId, offering, now }: OfferingAudit) {
  const { id, body, maxHundredths, statement } = offering
  return appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act,
    subject: { kind: 'offering', id },
    details: {
      activity: activityId,
      body,
      maxHundredths,
      statement: statement?.id ?? null,
      statementVersion: statement?.version ?? null
    },
    now
  })
}

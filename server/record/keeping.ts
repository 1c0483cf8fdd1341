import { appendAudit } from './audit/append-audit.ts'
import type { Db } from './db/schema.ts'

/** How long the proof of a completion, a claim and its certificate is kept after the last of them, in years. */
export const yearsOfProof = 6

/** How long an account's answers are kept after the last one of an attempt or a test, in years. */
export const yearsOfAnswers = 2

/** How long an invitation is kept after it ran out, in days. */
export const daysOfInvitation = 90

/**
 * @returns the same time of day that many calendar years earlier; where that year has no February 29, it is the 28th,
 * so that nothing is forgotten a day too soon
 */
export function yearsBefore(now: Date, years: number): Date {
  const before = new Date(now)
  before.setUTCFullYear(now.getUTCFullYear() - years)
  if (before.getUTCMonth() !== now.getUTCMonth()) before.setUTCDate(0)
  return before
}

type Forgetting = { what: string; organizationId?: string; counts: Readonly<Record<string, number>>; now: Date }

/** Writes into the audit log how much was forgotten by its time, where it was anything. */
export async function noteForgotten(db: Db, { what, organizationId, counts, now }: Forgetting): Promise<void> {
  if (Object.values(counts).every((count) => count === 0)) return
  await appendAudit(db, {
    organizationId: organizationId ?? null,
    actorId: null,
    act: 'record.forgotten',
    subject: { kind: 'retention', id: what },
    details: counts,
    now
  })
}

import type { Actor } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import type { Db } from '#server/record/db/schema.ts'

type Export = {
  actor: Actor
  organizationId: string
  report: 'completions' | 'evaluations' | 'team' | 'timing'
  /** How many rows it has below its head. */
  rows: number
  /** What it was narrowed to. */
  filter?: Readonly<Record<string, string | boolean | null>>
  now: Date
}

/** Writes into the log who took which report out of the record. */
export function noteExport(db: Db, { actor, organizationId, report, rows, filter, now }: Export): Promise<void> {
  return appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act: 'report.exported',
    subject: { kind: 'report', id: report },
    details: { ...filter, rows },
    now
  })
}

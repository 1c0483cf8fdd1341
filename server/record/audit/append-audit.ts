import { createHash } from 'node:crypto'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '../db/client.ts'
import type { Db } from '../db/schema.ts'
import type { AuditEventTable } from '../db/schema-people.ts'
import { type Head, headName as name, noHead, parseHead } from './head.ts'

/** What is written of an act. `details` holds ids, numbers and states, never an answer or a license. */
export type Audited = {
  organizationId: string | null
  /** The account that acted; null where the server did. */
  actorId: string | null
  /** Noun and past tense, such as `certificate.voided`. */
  act: string
  subject: { kind: string; id: string }
  reason?: string
  details?: Readonly<Record<string, string | number | boolean | null>>
  now: Date
}

/** Adds one line to the log, in the transaction of the act itself. Its hash covers the line and the hash before it. */
export function appendAudit(db: Db, audited: Audited): Promise<void> {
  return inTransaction(db, async (db) => {
    const head = await takeHead(db)
    const line = lineAfter(head, audited)
    await db.insertInto('auditEvent').values(line).execute()
    const value = JSON.stringify({ seq: line.seq, hash: line.hash })
    await db.updateTable('setting').set({ value }).where('name', '=', name).execute()
  })
}

/** @returns the hash of a line, over all its other columns. */
export function hashOfLine({ hash: _, ...line }: AuditEventTable): string {
  const columns = Object.entries(line).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex')
}

// Writing the row before reading it makes whoever comes second wait for the end of this transaction.
async function takeHead(db: Db): Promise<Head> {
  const first = { name, value: JSON.stringify(noHead) }
  await db
    .insertInto('setting')
    .values(first)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await db
    .updateTable('setting')
    .set(({ ref }) => ({ value: ref('value') }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow()
  const head = parseHead(value)
  if (!head) throw new AppError('audit_broken')
  return head
}

function lineAfter({ seq, hash }: Head, audited: Audited): AuditEventTable {
  const { organizationId, actorId, act, subject, reason = null, details = {}, now } = audited
  const line = {
    seq: seq + 1,
    organizationId,
    at: now.toISOString(),
    actorId,
    act,
    subjectKind: subject.kind,
    subjectId: subject.id,
    reason,
    details: JSON.stringify(details),
    previousHash: hash,
    hash: ''
  }
  return { ...line, hash: hashOfLine(line) }
}

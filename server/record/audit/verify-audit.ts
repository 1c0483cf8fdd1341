import type { Db } from '../db/schema.ts'
import type { AuditEventTable } from '../db/schema-people.ts'
import { hashOfLine } from './append-audit.ts'
import { type Head, noHead, parseHead, readHead } from './head.ts'

const pageSize = 500

/**
 * What is wrong with a log: a line is not there, says something else than its hash covers, or does not follow the line
 * before; the head does not agree with the last line; or a line is not the one that was written down outside.
 */
type Break = 'missing' | 'altered' | 'unlinked' | 'head' | 'other-than-pinned'

/** `seq` names the first line that is wrong; for `head`, the last line that could be read. */
export type Verdict = { isWhole: true; head: Head } | { isWhole: false; seq: number; problem: Break }

/**
 * Computes the whole chain again, a page at a time, and compares its end with the head, so that lines cut from the end
 * are missed too. Lines may be added meanwhile.
 * @param pins lines whose hashes were written down elsewhere, such as in a backup
 */
export async function verifyAudit(db: Db, { pins = [] }: { pins?: readonly Head[] } = {}): Promise<Verdict> {
  const { value, lastSeq } = await readHead(db)
  let last = noHead
  while (last.seq < lastSeq) {
    const page = await readPage(db, last.seq, lastSeq)
    if (page.length === 0) return broken(last.seq + 1, 'missing')
    for (const line of page) {
      const problem = problemOf(line, last, pins)
      if (problem) return broken(problem === 'missing' ? last.seq + 1 : line.seq, problem)
      last = { seq: line.seq, hash: line.hash }
    }
  }
  return endOf(last, parseHead(value), pins)
}

function endOf(last: Head, head: Head | undefined, pins: readonly Head[]): Verdict {
  if (head && head.seq > last.seq) return broken(last.seq + 1, 'missing')
  if (head?.seq !== last.seq || head.hash !== last.hash) return broken(last.seq, 'head')
  const [beyond] = pins.filter((pin) => pin.seq > last.seq)
  return beyond ? broken(last.seq + 1, 'missing') : { isWhole: true, head: last }
}

function problemOf(line: AuditEventTable, last: Head, pins: readonly Head[]): Break | undefined {
  if (line.seq !== last.seq + 1) return 'missing'
  if (line.previousHash !== last.hash) return 'unlinked'
  if (line.hash !== hashOfLine(line)) return 'altered'
  return pins.some(({ seq, hash }) => seq === line.seq && hash !== line.hash) ? 'other-than-pinned' : undefined
}

function readPage(db: Db, after: number, upTo: number): Promise<AuditEventTable[]> {
  return db
    .selectFrom('auditEvent')
    .selectAll()
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(pageSize)
    .execute()
}

function broken(seq: number, problem: Break): Verdict {
  return { isWhole: false, seq, problem }
}

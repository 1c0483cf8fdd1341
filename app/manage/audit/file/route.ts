import { csvFile } from '#server/credit/reports/report-file.ts'
import { byteOrderMark, csvOf } from '#server/credit/reports/write-csv.ts'
import { env } from '#server/env.ts'
import { exportAudit } from '#server/people/audit/export-audit.ts'
import type { AuditLine } from '#server/people/audit/list-audit.ts'
import { requirePersonBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { filterIn } from '../filter-in.ts'

const head = [
  'line',
  'at',
  'actor id',
  'actor name',
  'act',
  'subject kind',
  'subject id',
  'reason',
  'details',
  'previous hash',
  'hash'
]

/** Gives the lines of the log that a form asks for as CSV, each with its hash. */
export function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/manage/audit',
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const actor = await requirePersonBehind(record(), request.headers)
      const sent = Object.fromEntries([...fields].map(([name, [value]]) => [name, value]))
      const filter = filterIn(sent.organization ?? '', sent)
      return csvFile('audit.csv', written(await exportAudit(record(), { actor, filter, now: new Date() })))
    }
  })
}

async function* written(pages: AsyncIterable<AuditLine[]>): AsyncGenerator<string> {
  yield `${byteOrderMark}${csvOf([head])}`
  for await (const lines of pages) yield csvOf(lines.map(rowOf))
}

function rowOf(line: AuditLine) {
  const { seq, at, actorId, actorName, act, subjectKind, subjectId, reason, details, previousHash, hash } = line
  return [seq, at, actorId, actorName, act, subjectKind, subjectId, reason, details, previousHash, hash]
}

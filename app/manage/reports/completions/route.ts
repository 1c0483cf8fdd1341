import { parseFilter } from '#server/credit/reports/completion-filter.ts'
import { exportCompletions } from '#server/credit/reports/export-completions.ts'
import { csvFile, xlsxFile } from '#server/credit/reports/report-file.ts'
import { completionsCsv, completionsXlsx } from '#server/credit/reports/write-completions.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Gives the completion report that a form asks for, as CSV or as a workbook. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/manage/reports',
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const sent = Object.fromEntries([...fields].map(([name, [value]]) => [name, value]))
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      const filter = parseFilter(sent.organization ?? '', sent)
      const fileKind = sent.file === 'xlsx' ? 'xlsx' : 'csv'
      const hasIdentifiers = sent.identifiers === 'yes'
      const { pages } = await exportCompletions(record(), { actor, filter, hasIdentifiers, fileKind, now: new Date() })
      if (fileKind === 'xlsx') return xlsxFile('completions.xlsx', await completionsXlsx(pages))
      return csvFile('completions.csv', completionsCsv(pages, { hasMark: sent.file === 'csv-mark' }))
    }
  })
}

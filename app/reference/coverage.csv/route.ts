import { getCoverage, type NamedRow } from '#server/learning/reference/coverage.ts'
import { csvOf } from './csv.ts'

export const dynamic = 'force-dynamic'

const head = ['kind', 'id', 'name', 'lessons', 'cases', 'questions', 'minutes']

/** The coverage as a table for a spreadsheet. */
export function GET(): Response {
  const { competencies, topics } = getCoverage()
  const rows = [head, ...competencies.map((it) => rowOf('competency', it)), ...topics.map((it) => rowOf('topic', it))]
  return new Response(csvOf(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="coverage.csv"',
      'cache-control': 'no-store'
    }
  })
}

function rowOf(kind: string, { id, name, lessons, cases, questions, minutes }: NamedRow): (string | number)[] {
  const titles = (list: NamedRow['lessons']) => list.map(({ title }) => title).join('; ')
  return [kind, id, name, titles(lessons), titles(cases), questions, minutes]
}

/** A lesson, a case or a question, with what it teaches. Minutes are whole; a question has none. */
export type Taught = {
  kind: 'lesson' | 'case' | 'question'
  id: string
  competencies: readonly string[]
  topics: readonly string[]
  minutes: number
}

/** What teaches one competency or topic. `minutes` counts each lesson and each case whole, in every row it stands in. */
export type CoverageRow = { id: string; lessons: string[]; cases: string[]; questions: number; minutes: number }

/** The field by which a part says what it teaches. */
export type CoveredBy = 'competencies' | 'topics'

/** @returns for each competency or topic, in the order given, what names it; a row that nothing names stays, empty. */
export function coverageOf(ids: readonly string[], by: CoveredBy, taught: readonly Taught[]): CoverageRow[] {
  return ids.map((id) => {
    const here = taught.filter((part) => part[by].includes(id))
    return {
      id,
      lessons: idsOf(here, 'lesson'),
      cases: idsOf(here, 'case'),
      questions: idsOf(here, 'question').length,
      minutes: here.reduce((sum, { minutes }) => sum + minutes, 0)
    }
  })
}

function idsOf(taught: readonly Taught[], kind: Taught['kind']): string[] {
  return taught.filter((part) => part.kind === kind).map(({ id }) => id)
}

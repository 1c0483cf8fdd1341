import type { ItemPair } from '#content/item-schema.ts'
import type { LoadedScenario } from '#content/load.ts'
import type { Domain } from '#content/registry-schema.ts'
import { type CoverageRow, type CoveredBy, coverageOf, type Taught } from '#machines/course/coverage.ts'
import { itemBank } from '#server/learning/assessments/bank.ts'
import { listLessons, type ServedLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { minutesOf } from '#server/learning/scenarios/minutes.ts'
import { listOffered, served } from '#server/learning/scenarios/served.ts'
import { getRegistry } from './queries.ts'

/** Something a reader can open. */
export type Named = { id: string; title: string }

/** A row of the coverage with its names. */
export type NamedRow = Omit<CoverageRow, 'lessons' | 'cases'> & { name: string; lessons: Named[]; cases: Named[] }

export type Coverage = { competencies: NamedRow[]; topics: NamedRow[] }

/** @returns what teaches each competency and each topic on this server; what is being written or was withdrawn is left out. */
export function getCoverage(): Coverage {
  const { competencies, topics, objectives } = getRegistry()
  const lessons = listLessons(servedLessons())
  const cases = listOffered(served())
  const taught = [...lessons.map(ofLesson), ...cases.map(ofCase), ...ofQuestions(itemBank(), objectives)]
  const lessonNames = lessons.map(({ lesson }) => lesson)
  const caseNames = cases.map(({ scenario }) => scenario)
  const rows = (list: readonly { id: string; name: string }[], by: CoveredBy) =>
    coverageOf(
      list.map(({ id }) => id),
      by,
      taught
    ).map((row) => ({
      ...row,
      name: list.find(({ id }) => id === row.id)?.name ?? row.id,
      lessons: named(row.lessons, lessonNames),
      cases: named(row.cases, caseNames)
    }))
  return { competencies: rows(competencies, 'competencies'), topics: rows(topics, 'topics') }
}

function named(ids: readonly string[], known: readonly Named[]): Named[] {
  return known.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }))
}

function ofLesson({ lesson, minutes }: ServedLesson): Taught {
  const { id, objectives, topics } = lesson
  return { kind: 'lesson', id, topics, minutes, competencies: objectives.flatMap((it) => it.competencies) }
}

function ofCase(loaded: LoadedScenario): Taught {
  const { id, objectives, topics } = loaded.scenario
  const minutes = minutesOf(loaded)?.shortest ?? 0
  return { kind: 'case', id, topics, minutes, competencies: objectives.flatMap((it) => it.competencies) }
}

function ofQuestions(bank: readonly ItemPair[], objectives: readonly Domain[]): Taught[] {
  return bank.flatMap(({ id, objective, topics }) => {
    const competencies = objectives.find((it) => it.id === objective)?.competencies ?? []
    return ['a', 'b'].map(
      (side) => ({ kind: 'question', id: `${id}-${side}`, competencies, topics, minutes: 0 }) as const
    )
  })
}

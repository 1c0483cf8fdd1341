import type { Course } from '#content/course-schema.ts'
import { isHeavy } from '#content/heavy.ts'
import type { LoadedScenario } from '#content/load.ts'
import { evaluationMinutes, testMinutes } from '#machines/course/minutes.ts'
import { type Part, partsFor } from '#machines/course/parts.ts'
import { itemBank } from '#server/learning/assessments/bank.ts'
import { listLessons, type ServedLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { minutesOf } from '#server/learning/scenarios/minutes.ts'
import { listOffered, served } from '#server/learning/scenarios/served.ts'

/** The steps of a course for one profession, with the lessons and cases they name. */
export type KnownParts = {
  parts: Part[]
  lessons: ReadonlyMap<string, ServedLesson>
  cases: ReadonlyMap<string, LoadedScenario>
  /** Minutes of one step; of a case, its shortest way. */
  minutesOf: (part: Part) => number
  isHeavy: (scenario: string) => boolean
}

/** @returns the steps of a course as they can be taken here: one whose lesson or case is not on offer is left out. */
export function knownParts(course: Course, role: string): KnownParts {
  const lessons = new Map(listLessons(servedLessons()).map((it) => [it.lesson.id, it]))
  const cases = new Map(listOffered(served()).map((it) => [it.scenario.id, it]))
  const parts = partsFor(course, role).filter(
    (part) => (part.kind !== 'lesson' || lessons.has(part.lesson)) && (part.kind !== 'case' || cases.has(part.scenario))
  )
  const isHeavyCase = (id: string) => {
    const found = cases.get(id)
    return found !== undefined && isHeavy(found.scenario)
  }
  return {
    parts,
    lessons,
    cases,
    minutesOf: (part) => minutesFor(part, { course, lessons, cases }),
    isHeavy: isHeavyCase
  }
}

function minutesFor(part: Part, known: Pick<KnownParts, 'lessons' | 'cases'> & { course: Course }): number {
  switch (part.kind) {
    case 'lesson':
      return known.lessons.get(part.lesson)?.minutes ?? 0
    case 'case': {
      const found = known.cases.get(part.scenario)
      return (found && minutesOf(found)?.shortest) ?? 0
    }
    case 'test':
      return known.course.test ? testMinutes(known.course.test, itemBank()) : 0
    case 'evaluation':
      return evaluationMinutes
  }
}

import type { Course } from '#content/course-schema.ts'
import { isHeavy } from '#content/heavy.ts'
import type { ItemPair } from '#content/item-schema.ts'
import { wordsIn } from '#content/lesson-text.ts'
import { readScenarioForm, scenarioFiles } from '#content/load.ts'
import { courseFiles, readCourseFile } from '#content/load-courses.ts'
import { itemFiles, readItemFile } from '#content/load-items.ts'
import { lessonFiles, readLessonFile } from '#content/load-lessons.ts'
import { lessonMinutes } from '#machines/lesson/minutes.ts'
import { explore } from '#machines/scenario/explore.ts'
import { measureRuns } from '#machines/scenario/minutes.ts'

type Known<T> = ReadonlyMap<string, T>

/** What lessons, questions and courses may name, by id, as far as it can be read. Minutes are not rounded; those of a case are its shortest way's. */
export type Library = {
  lessons: Known<{ minutes: number }>
  scenarios: Known<{ isHeavy: boolean; minutes: () => number }>
  pairs: readonly ItemPair[]
  courses: readonly Course[]
}

/** @returns all that stands below a content root, with what is at fault left out. */
export function readLibrary(root?: string): Library {
  const lessons = lessonFiles(root).flatMap((file) => readLessonFile(file).value ?? [])
  const scenarios = scenarioFiles(root).flatMap((file) => readScenarioForm(file).value ?? [])
  return {
    lessons: new Map(
      lessons.map((it) => [
        it.id,
        { minutes: lessonMinutes({ words: wordsIn(it.text), questions: it.questions.length }) }
      ])
    ),
    scenarios: new Map(
      scenarios.map((it) => [
        it.id,
        {
          isHeavy: isHeavy(it),
          minutes: () => {
            const runs = measureRuns(it, explore(it))
            return runs?.minutes.least ?? 0
          }
        }
      ])
    ),
    pairs: itemFiles(root).flatMap((file) => readItemFile(file).value?.pairs ?? []),
    courses: courseFiles(root).flatMap((file) => readCourseFile(file).value ?? [])
  }
}

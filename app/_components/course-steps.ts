import type { Part } from '#machines/course/parts.ts'
import type { KnownParts } from '#server/learning/courses/known-parts.ts'
import { capitalized, wordsOf } from './words.ts'

const tests = { pre: 'First test', post: 'Test at the end' }

/** @returns what a step is called; a case by its setting and complaint, which give nothing away. */
export function nameOf(part: Part, { lessons, cases }: KnownParts): string {
  switch (part.kind) {
    case 'lesson':
      return lessons.get(part.lesson)?.lesson.title ?? part.lesson
    case 'case': {
      const found = cases.get(part.scenario)?.scenario
      return found ? `${wordsOf(found.setting)}: ${capitalized(found.complaint)}` : part.scenario
    }
    case 'test':
      return tests[part.form]
    case 'evaluation':
      return 'Evaluation, without your name'
  }
}

/** @returns where a step is taken; a test has no address before it is begun. */
export function pathOf(part: Exclude<Part, { kind: 'test' }>, courseId: string): string {
  switch (part.kind) {
    case 'lesson':
      return `/lessons/${part.lesson}?from=${courseId}`
    case 'case':
      return part.as ? `/learn/${part.scenario}?role=${part.as}` : `/learn/${part.scenario}`
    case 'evaluation':
      return `/courses/${courseId}/evaluation`
  }
}

/** @returns where the summary of a case is read in its place. */
export function summaryPath(scenario: string, courseId: string): string {
  return `/learn/${scenario}/summary?from=${courseId}`
}

import { join } from 'node:path'
import { type Lesson, readLessonFile } from '#content/load-lessons.ts'
import { describeFaults } from '#content/open-yaml.ts'
import { asServed, type ServedLesson } from '#server/learning/lessons/served.ts'

const lessonFile = join(import.meta.dirname, 'lesson.md')
const limits = readLimits()

/** A small lesson with everything that a lesson may hold, and things that it may not. Each call gives a copy. */
export function aLesson(changes: Partial<Lesson> = {}): Lesson {
  return { ...structuredClone(limits), ...changes }
}

/** The same as a server has it. */
export function aServedLesson(changes: Partial<Lesson> = {}): ServedLesson {
  return asServed({ lesson: aLesson(changes), hash: 'a-hash', file: lessonFile })
}

function readLimits(): Lesson {
  const { value, faults } = readLessonFile(lessonFile)
  if (value === undefined) throw new Error(describeFaults(faults))
  return value
}

import { sourcesIn, wordsIn } from '#content/lesson-text.ts'
import { type Lesson, type LoadedLesson, lessonFiles, loadLessons, readLessonFile } from '#content/load-lessons.ts'
import { lessonMinutes } from '#machines/lesson/minutes.ts'
import { env } from '#server/env.ts'

/** A lesson with what follows from its text: whole minutes, and the ids of all its sources, each once. */
export type ServedLesson = LoadedLesson & { minutes: number; sources: readonly string[] }

let read: readonly ServedLesson[] | undefined

/** @returns the lessons this server offers or has withdrawn; read once, in development anew each time. */
export function servedLessons(): readonly ServedLesson[] {
  if (env().nodeEnv === 'development') return readServedLessons({ isDevelopment: true })
  read ??= readServedLessons({ isDevelopment: false })
  return read
}

/**
 * @returns the lessons of a content folder as served. In development those still being written are among them, and one
 * at fault is left out; in use a fault throws.
 */
export function readServedLessons({ isDevelopment, root }: { isDevelopment: boolean; root?: string }): ServedLesson[] {
  if (isDevelopment) return lessonFiles(root).flatMap(wholeLesson).map(asServed)
  return loadLessons(root)
    .filter(({ lesson }) => lesson.status !== 'working')
    .map(asServed)
}

/** @returns the lessons a learner may read. */
export function listLessons(lessons: readonly ServedLesson[]): ServedLesson[] {
  return lessons.filter(({ lesson }) => lesson.status !== 'withdrawn')
}

/** @returns a lesson by id, also a withdrawn one, or undefined. */
export function findLesson(lessons: readonly ServedLesson[], id: string): ServedLesson | undefined {
  return lessons.find(({ lesson }) => lesson.id === id)
}

/** @returns a loaded lesson with what follows from its text. */
export function asServed(loaded: LoadedLesson): ServedLesson {
  const { lesson } = loaded
  return { ...loaded, minutes: minutesOf(lesson), sources: sourcesOf(lesson) }
}

function minutesOf({ text, questions }: Lesson): number {
  return Math.max(1, Math.round(lessonMinutes({ words: wordsIn(text), questions: questions.length })))
}

function sourcesOf({ text, questions }: Lesson): string[] {
  return [...new Set([...sourcesIn(text), ...questions.flatMap(({ sources }) => sources ?? [])])]
}

function wholeLesson(file: string): LoadedLesson[] {
  const { value: lesson, hash } = readLessonFile(file)
  return lesson ? [{ lesson, hash, file }] : []
}

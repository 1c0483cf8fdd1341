import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { type LessonFront, lessonFrontSchema } from './lesson-schema.ts'
import { parseLessonText } from './lesson-text.ts'
import { contentRoot } from './load.ts'
import { filesIn, mustRead, type ReadFile, readYaml } from './open-yaml.ts'

/** A lesson as read: its front matter, its text as a tree, and the line of the file at which the text begins. */
export type Lesson = LessonFront & { text: Root; textLine: number }
export type LoadedLesson = { lesson: Lesson; hash: string; file: string }

const fence = /^---\s*$/

/** @returns every lesson, sorted by file name; throws one error that names each fault by file, line and column. */
export function loadLessons(root = contentRoot): LoadedLesson[] {
  return lessonFiles(root).map((file) => {
    const read = readLessonFile(file)
    return { lesson: mustRead(read), hash: read.hash, file }
  })
}

/** @returns the paths of the lesson files below a content root, sorted. */
export function lessonFiles(root = contentRoot): string[] {
  return filesIn(join(root, 'lessons'), '.md')
}

/** @returns one lesson file with every fault of its front matter; its text is parsed and not judged. */
export function readLessonFile(file: string): ReadFile<Lesson> {
  const { value, ...read } = readYaml(file, lessonFrontSchema, frontOf)
  if (value === undefined) return read
  const { text, textLine } = textPart(readFileSync(file, 'utf8'))
  return { ...read, value: { ...value, text: parseLessonText(text), textLine } }
}

/** Keeps the line of the first fence as an empty one, so that faults are placed where they stand. */
function frontOf(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line))
  if (!fence.test(lines[0] ?? '') || end < 0)
    throw new Error('a lesson begins with its front matter between two lines of three hyphens')
  return ['', ...lines.slice(1, end)].join('\n')
}

function textPart(text: string): { text: string; textLine: number } {
  const lines = text.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line))
  return { text: lines.slice(end + 1).join('\n'), textLine: end + 2 }
}

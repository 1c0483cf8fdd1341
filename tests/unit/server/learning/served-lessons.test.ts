import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findLesson, listLessons, readServedLessons, type ServedLesson } from '#server/learning/lessons/served.ts'
import { aServedLesson } from '#tests/helpers/lessons.ts'

const file = join(import.meta.dirname, '../../../helpers/lesson.md')

describe('the lessons a server has', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'attune-lessons-'))
    mkdirSync(join(root, 'lessons'))
    cpSync(file, join(root, 'lessons/a.md'))
    write('b.md', ['id: limits-first', 'id: being-written'], ['status: offered', 'status: working'])
    write('c.md', ['id: limits-first', 'id: gone'], ['status: offered', 'status: withdrawn'])
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  function write(name: string, ...changes: [string, string][]): void {
    const text = changes.reduce((text, [from, to]) => text.replace(from, to), readFileSync(file, 'utf8'))
    writeFileSync(join(root, 'lessons', name), text)
  }

  const ids = (lessons: readonly ServedLesson[]) => lessons.map(({ lesson }) => lesson.id)

  test('are those offered or withdrawn; a withdrawn one is found and not listed', () => {
    const lessons = readServedLessons({ isDevelopment: false, root })
    expect(ids(lessons)).toEqual(['limits-first', 'gone'])
    expect(ids(listLessons(lessons))).toEqual(['limits-first'])
    expect(findLesson(lessons, 'gone')?.lesson.status).toBe('withdrawn')
    expect(findLesson(lessons, 'being-written')).toBeUndefined()
  })

  test('are also those being written in development, where one at fault is left out', () => {
    write('d.md', ['version: 1', 'version: one'])
    expect(ids(readServedLessons({ isDevelopment: true, root }))).toEqual(['limits-first', 'being-written', 'gone'])
    expect(() => readServedLessons({ isDevelopment: false, root })).toThrow(/d\.md:\d+:\d+ /)
  })
})

test('a lesson takes whole minutes, at least one, and names each of its sources once', () => {
  const short = aServedLesson()
  const [first] = short.lesson.questions
  expect([short.minutes, short.sources]).toEqual([1, ['core-competencies-2021']])
  const seven = Array.from({ length: 7 }, () => ({ ...first, sources: ['another'] })) as typeof short.lesson.questions
  expect(aServedLesson({ questions: seven })).toMatchObject({
    minutes: 3,
    sources: ['core-competencies-2021', 'another']
  })
})

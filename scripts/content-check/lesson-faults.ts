import type { Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { findReviewFaults } from '#content/checks/review.ts'
import { figureNames } from '#content/lesson-schema.ts'
import { citationsIn, sectionsOf, wordsIn } from '#content/lesson-text.ts'
import { type Lesson, readLessonFile } from '#content/load-lessons.ts'
import type { Fault } from '#content/open-yaml.ts'
import { capacities } from '#content/schema.ts'
import { lessonMinutes } from '#machines/lesson/minutes.ts'
import { avoidedWords } from '#machines/scenario/rules/do-not-use.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import { shownTexts } from '#machines/scenario/shown-text.ts'
import type { Library } from './library.ts'
import { type Finding, findUnknown } from './unknown.ts'

const least = 3
const most = 6
const allowed = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'heading',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'blockquote',
  'link',
  'break',
  'citation',
  'leafDirective',
  'containerDirective'
])
const containers = new Set(['say', 'avoid', 'note'])

/** @returns the faults of one lesson: its form, what it names, its length, its markup, its sources and its words. */
export function faultsOfLesson(file: string, registry: KnownRegistry, library: Library): Fault[] {
  const { value: lesson, faults, placeOf } = readLessonFile(file)
  if (lesson === undefined) return faults
  const { text, textLine, ...front } = lesson
  const inFront = [
    ...findUnknown(front, registry, library),
    ...lengthFaults(lesson),
    ...findReviewFaults(front, capacities),
    ...avoidedWords(shownTexts(front), registry).map((it) => ({ ...it, rule: 'do-not-use' }))
  ]
  const inText = [...markupFaults(text, library), ...sourceFaults(text, registry), ...wordFaults(text, registry)]
  return [
    ...inFront.map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message })),
    ...inText.map(({ line, ...it }) => ({ file, line: textLine + line - 1, col: 1, ...it }))
  ]
}

function lengthFaults(lesson: Lesson): Finding[] {
  const minutes = lessonMinutes({ words: wordsIn(lesson.text), questions: lesson.questions.length })
  if (minutes >= least && minutes <= most) return []
  const message = `this lesson takes ${minutes.toFixed(1)} minutes, and ${least} to ${most} are allowed: ${minutes < least ? 'say more' : 'shorten or split it'}`
  return [{ path: ['title'], rule: 'lesson-length', message }]
}

type InText = { line: number; rule: string; message: string }

function markupFaults(text: Root, library: Library): InText[] {
  const found: InText[] = []
  visit(text, (node) => {
    const fault = markupFault(node as Root | RootContent, library)
    if (fault) found.push({ line: node.position?.start.line ?? 1, rule: 'lesson-markup', message: fault })
  })
  return found
}

function markupFault(node: Root | RootContent, library: Library): string | undefined {
  if (!allowed.has(node.type)) return `"${node.type}" has no place in a lesson: write it as text, a list or a table`
  if (node.type === 'heading' && (node.depth < 2 || node.depth > 3)) return 'write headings with two or three signs'
  if (node.type === 'link') return linkFault(node.url, library)
  if (node.type === 'containerDirective' && !containers.has(node.name))
    return `":::${node.name}" is none of ${[...containers].join(', ')}`
  if (node.type !== 'leafDirective') return undefined
  const name = node.attributes?.name ?? ''
  const isKnown = node.name === 'figure' && figureNames.some((it) => it === name)
  return isKnown ? undefined : `write ::figure{name=…} with one of ${figureNames.join(', ')}`
}

function linkFault(url: string, library: Library): string | undefined {
  if (!url.startsWith('/')) return `"${url}" leaves this site: name the source as [@id] instead`
  const [, place, id] = url.split(/[/?#]/)
  const isMissing =
    (place === 'lessons' && id !== undefined && !library.lessons.has(id)) ||
    (place === 'learn' && id !== undefined && !library.scenarios.has(id))
  return isMissing ? `there is nothing at "${url}"` : undefined
}

function sourceFaults(text: Root, { sources = [] }: KnownRegistry): InText[] {
  const known = new Set(sources.map(({ id }) => id))
  const uncited = sectionsOf(text)
    .filter(({ words, citations }) => words > 0 && citations.length === 0)
    .map(({ title, line }) => ({
      line,
      rule: 'lesson-sources',
      message: `"${title ?? 'the opening'}" names no source: add [@id], or [@judgement] where it is the authors' own`
    }))
  const unknown = citationsIn(text).flatMap(({ sources, position }) =>
    sources
      .filter((id) => !known.has(id))
      .map((id) => ({
        line: position?.start.line ?? 1,
        rule: 'registry-reference',
        message: `there is no source "${id}"`
      }))
  )
  return [...uncited, ...unknown]
}

function wordFaults(text: Root, registry: KnownRegistry): InText[] {
  return sectionsOf(text).flatMap(({ title, line, text }) =>
    avoidedWords([{ path: [], text: `${title ?? ''} ${text}` }], registry).map(({ message }) => ({
      line,
      rule: 'do-not-use',
      message
    }))
  )
}

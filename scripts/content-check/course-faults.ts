import { findReviewFaults } from '#content/checks/review.ts'
import type { Course } from '#content/course-schema.ts'
import { readBoosterFile, readCourseFile } from '#content/load-courses.ts'
import type { Fault } from '#content/open-yaml.ts'
import { capacities } from '#content/schema.ts'
import { evaluationMinutes, isFor, testMinutes } from '#machines/course/minutes.ts'
import { heavyInARow, partsFor } from '#machines/course/parts.ts'
import { avoidedWords } from '#machines/scenario/rules/do-not-use.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import { shownTexts } from '#machines/scenario/shown-text.ts'
import type { Library } from './library.ts'
import { type Finding, findUnknown } from './unknown.ts'

/** How much less than computed may be announced, as a share of it; more is never announced. */
const room = 0.1
/** A booster takes 90 seconds: at 200 words a minute, less 20 seconds to decide. */
const boosterWords = 235

/** @returns the faults of one course: its form, what it names, its minutes and the order of its cases for each role. */
export function faultsOfCourse(file: string, registry: KnownRegistry, library: Library): Fault[] {
  const { value: course, faults, placeOf } = readCourseFile(file)
  if (course === undefined) return faults
  const found: Finding[] = [
    ...findUnknown(course, registry, library),
    ...minuteFaults(course, library),
    ...heavyFaults(course, library),
    ...bankFaults(course, library),
    ...findReviewFaults(course, capacities),
    ...avoidedWords(shownTexts(course), registry).map((it) => ({ ...it, rule: 'do-not-use' }))
  ]
  return found.map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message }))
}

/** @returns the faults of one booster: its form, its sources, its length and its words. */
export function faultsOfBooster(file: string, registry: KnownRegistry, library: Library): Fault[] {
  const { value: booster, faults, placeOf } = readBoosterFile(file)
  if (booster === undefined) return faults
  const shown = [...booster.scene, booster.prompt, ...booster.options.map(({ text }) => text)]
  const words = shown.join(' ').split(/\s+/).length
  const long = `this booster has ${words} words before its answer, and ${boosterWords} fit into 90 seconds: shorten it`
  const found: Finding[] = [
    ...findUnknown(booster, registry, library),
    ...(words > boosterWords ? [{ path: ['scene'], rule: 'booster-length', message: long }] : []),
    ...avoidedWords(shownTexts({ ...booster, text: booster.keep, reflection: booster.scene }), registry).map((it) => ({
      ...it,
      rule: 'do-not-use'
    }))
  ]
  return found.map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message }))
}

/** @returns the minutes of a course for one role: its lessons, the shortest ways through its cases, its tests and its evaluation. */
export function minutesOfCourse(course: Course, role: string, library: Library): number {
  const minutes = partsFor(course, role).map((part) => {
    if (part.kind === 'lesson') return library.lessons.get(part.lesson)?.minutes ?? 0
    if (part.kind === 'case') return library.scenarios.get(part.scenario)?.minutes() ?? 0
    if (part.kind === 'evaluation') return evaluationMinutes
    return course.test ? testMinutes(course.test, library.pairs) : 0
  })
  return minutes.reduce((sum, it) => sum + it, 0)
}

function minuteFaults(course: Course, library: Library): Finding[] {
  const off = course.roles.flatMap((role) => {
    const minutes = minutesOfCourse(course, role, library)
    const isHonest = course.minutes <= minutes && course.minutes >= (1 - room) * minutes
    return isHonest ? [] : [`${minutes.toFixed(1)} for ${role}`]
  })
  if (off.length === 0) return []
  const message = `this course is announced with ${course.minutes} minutes and takes ${off.join(', ')} by the shortest ways: announce no more than that and no less than nine tenths of it`
  return [{ path: ['minutes'], rule: 'course-minutes', message }]
}

function heavyFaults(course: Course, library: Library): Finding[] {
  const isHeavy = (id: string) => library.scenarios.get(id)?.isHeavy ?? false
  const ids = new Set(course.roles.flatMap((role) => heavyInARow(partsFor(course, role), isHeavy).map(({ id }) => id)))
  return [...ids].map((id) => ({
    path: ['parts', course.parts.findIndex((part) => part.id === id)],
    rule: 'course-heavy',
    message: `two cases that are hard to take stand in a row here: put a lesson or a lighter case between them`
  }))
}

/** Both forms and one more try need as many pairs again. */
function bankFaults({ test }: Course, library: Library): Finding[] {
  if (test === undefined) return []
  return test.blueprint.flatMap(({ objective, items }, index) => {
    const pairs = library.pairs.filter((pair) => pair.objective === objective && isFor(test, pair)).length
    if (pairs >= 2 * items) return []
    const message = `"${objective}" has ${pairs} pairs for such a test, and ${2 * items} are needed for a second try`
    return [{ path: ['test', 'blueprint', index], rule: 'course-bank', message }]
  })
}

import type { Course } from '#content/course-schema.ts'
import { professions } from '#content/professions.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import type { HandedIn } from '#machines/claim/rules.ts'
import { type Part, partsFor } from '#machines/course/parts.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { findLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { findServed, served } from '#server/learning/scenarios/served.ts'
import { standingOf } from '#server/learning/scenarios/standing.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationStepTable, ParticipationTable } from '#server/record/db/schema-credit.ts'
import { dayOf } from './queries.ts'

/**
 * One thing to do for credit. `done` at `doneAt`; `open`; `waiting` for what comes before; `changed`: it is served in a
 * version that the office has not opened; `withdrawn`; `left-out`: a first test that would measure nothing any more.
 */
export type WorkStep = {
  part: Part
  state: 'done' | 'open' | 'waiting' | 'changed' | 'withdrawn' | 'left-out'
  doneAt: string | null
}

/** What there is to do and what is done. Times are ISO-8601 in UTC, days the learner's. */
export type Work = {
  steps: WorkStep[]
  /** All tests at the end that were handed in for credit, the first one first. */
  tests: HandedIn[]
  /** When the last lesson or case was done; null while one is not. */
  readyAt: string | null
  /** The first day on which something that this takes was withdrawn. */
  withdrawnOn: string | null
  /** Whether something not done yet is served in a version that the office has not opened. */
  isChanged: boolean
}

/** What is served of a course, and whether each piece of it is what the office opened. */
type Taught = { course: Course | undefined; isOpened: (kind: 'course' | 'lesson' | 'case', id: string) => boolean }

/**
 * @param versions the version acknowledged and those opened later
 * @returns what there is to do on a way to credit, and what of it was done since the front matter
 */
export async function workOf(
  db: Db,
  participation: ParticipationTable,
  versions: readonly [ActivityVersion, ...ActivityVersion[]]
): Promise<Work> {
  const taught = taughtIn(versions)
  const counted = await listSteps(db, participation.id, versions)
  const parts = taught.course ? partsFor(taught.course, roleOf(participation)) : []
  const doneAt = new Map(parts.map((part) => [part, firstDone(part, counted)]))
  const needed = parts.filter(({ kind }) => kind === 'lesson' || kind === 'case')
  const times = needed.map((part) => doneAt.get(part) ?? null)
  const readyAt = taught.course && times.every((time) => time !== null) ? latest(participation, times) : null
  const states = { parts, doneAt, readyAt, taught, isTested: counted.some(({ kind }) => kind === 'post') }
  const steps = parts.map((part) => ({ part, state: stateOf(part, states), doneAt: doneAt.get(part) ?? null }))
  const tests = counted.filter(({ kind }) => kind === 'post').map((step) => handedIn(participation, step))
  const isChanged = !taught.course || steps.some(({ state }) => state === 'changed')
  return { steps, tests, readyAt, withdrawnOn: withdrawnOn(parts, taught.course), isChanged }
}

/** @returns the course that an activity takes, as it is served here, also where it is withdrawn. */
export function courseOf({ course: { id } }: Pick<ActivityVersion, 'course'>): Course | undefined {
  return servedCourses().find(({ course }) => course.id === id)?.course
}

/** @returns the first day on which the course, or a lesson or case of it for a profession, was withdrawn. */
export function withdrawnFor(
  version: Pick<ActivityVersion, 'course'>,
  participation: Pick<ParticipationTable, 'profession'>
): string | null {
  const course = courseOf(version)
  return course ? withdrawnOn(partsFor(course, roleOf(participation)), course) : null
}

/** @returns the role under which a profession takes courses. */
export function roleOf({ profession }: Pick<ParticipationTable, 'profession'>): string {
  return professions.find(({ id }) => id === profession)?.role ?? 'not-listed'
}

/** @returns whether all that is taught for a profession is served in the versions that the office opened. */
export function isServedAsOpened(
  version: ActivityVersion,
  participation: Pick<ParticipationTable, 'profession'>
): boolean {
  const { course, isOpened } = taughtIn([version])
  if (!course || !isOpened('course', course.id)) return false
  return partsFor(course, roleOf(participation)).every((part) => {
    if (part.kind === 'lesson') return isOpened('lesson', part.lesson)
    return part.kind !== 'case' || isOpened('case', part.scenario)
  })
}

function taughtIn(versions: readonly [ActivityVersion, ...ActivityVersion[]]): Taught {
  const opened = new Set(
    versions.flatMap(({ contents }) => contents.map(({ kind, id, version }) => key(kind, id, version)))
  )
  const servedVersion = (kind: 'course' | 'lesson' | 'case', id: string) => {
    if (kind === 'course') return courseOf(versions[0])?.version
    if (kind === 'lesson') return findLesson(servedLessons(), id)?.lesson.version
    return findServed(served(), id)?.scenario.version
  }
  return {
    course: courseOf(versions[0]),
    isOpened: (kind, id) => opened.has(key(kind, id, servedVersion(kind, id)))
  }
}

function key(kind: string, id: string, version: number | undefined): string {
  return `${kind} ${id} ${version}`
}

// A test counts whichever of the course's opened versions it was drawn by.
async function listSteps(
  db: Db,
  participationId: string,
  versions: readonly ActivityVersion[]
): Promise<ParticipationStepTable[]> {
  const rows = await db
    .selectFrom('participationStep')
    .selectAll()
    .where('participationId', '=', participationId)
    .orderBy('doneAt')
    .orderBy('contentId')
    .execute()
  const contents = versions.flatMap((version) => version.contents)
  return rows.filter(({ kind, contentId, version }) =>
    kind === 'pre' || kind === 'post'
      ? versions.some((it) => it.course.version === version)
      : contents.some((it) => it.kind === kind && it.id === contentId && it.version === version)
  )
}

function firstDone(part: Part, counted: readonly ParticipationStepTable[]): string | null {
  const id = part.kind === 'lesson' ? part.lesson : part.kind === 'case' ? part.scenario : undefined
  const found = counted.find((step) =>
    part.kind === 'test' ? step.kind === part.form : step.kind === part.kind && step.contentId === id
  )
  return found?.doneAt ?? null
}

type Known = {
  parts: readonly Part[]
  doneAt: ReadonlyMap<Part, string | null>
  readyAt: string | null
  taught: Taught
  isTested: boolean
}

function stateOf(part: Part, { doneAt, readyAt, taught, isTested }: Known): WorkStep['state'] {
  switch (part.kind) {
    case 'lesson':
      if (doneAt.get(part)) return 'done'
      if (findLesson(servedLessons(), part.lesson)?.lesson.status === 'withdrawn') return 'withdrawn'
      return taught.isOpened('lesson', part.lesson) ? 'open' : 'changed'
    case 'case':
      if (doneAt.get(part)) return 'done'
      if (withdrawnCase(part.scenario)) return 'withdrawn'
      return taught.isOpened('case', part.scenario) ? 'open' : 'changed'
    case 'test':
      if (!taught.course || !taught.isOpened('course', taught.course.id)) return 'changed'
      if (part.form === 'post') return readyAt ? 'open' : 'waiting'
      if (doneAt.get(part)) return 'done'
      return readyAt || isTested ? 'left-out' : 'open'
    case 'evaluation':
      return readyAt ? 'open' : 'waiting'
  }
}

function handedIn(participation: ParticipationTable, { contentId, doneAt, scoreHundredths }: ParticipationStepTable) {
  return { id: contentId, on: dayOf(participation, doneAt), scoreHundredths: scoreHundredths ?? 0 }
}

function latest({ acknowledgedAt }: ParticipationTable, times: readonly (string | null)[]): string {
  return times.reduce<string>((last, time) => (time !== null && time > last ? time : last), acknowledgedAt)
}

function withdrawnOn(parts: readonly Part[], course: Course | undefined): string | null {
  const days = parts.flatMap((part) => {
    if (part.kind === 'lesson') return findLesson(servedLessons(), part.lesson)?.lesson.withdrawn?.on ?? []
    return part.kind === 'case' ? (withdrawnCase(part.scenario) ?? []) : []
  })
  return [...days, ...(course?.withdrawn ? [course.withdrawn.on] : [])].sort()[0] ?? null
}

function withdrawnCase(id: string): string | undefined {
  const found = findServed(served(), id)
  return found && standingOf(served(), found.scenario).withdrawn?.on
}

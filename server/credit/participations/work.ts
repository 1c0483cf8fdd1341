import type { ActivityVersion, OpenOffering } from '#machines/activity/version.ts'
import type { HandedIn } from '#machines/claim/rules.ts'
import type { Part } from '#machines/course/parts.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationStepTable, ParticipationTable } from '#server/record/db/schema-credit.ts'
import { type AttendedWay, findAttended } from './attended.ts'
import { dayOf } from './queries.ts'
import {
  casesOf,
  courseOf,
  isOpened,
  partsOf,
  type Teaching,
  type Versions,
  withdrawnOn,
  withdrawnPart
} from './teaching.ts'

/**
 * One thing to do for credit. `waiting` for what comes before; `changed`: it is served in a version that the office has
 * not opened; `left-out`: a first test that would measure nothing any more.
 */
export type WorkStep = {
  part: Part
  state: 'done' | 'open' | 'waiting' | 'changed' | 'withdrawn' | 'left-out'
  doneAt: string | null
}

/** What there is to do and what of it was done since the front matter. Times are ISO-8601 in UTC. */
export type Work = {
  steps: WorkStep[]
  /** All tests at the end that were handed in for credit, the first one first. */
  tests: (HandedIn & { at: string })[]
  /** When the last lesson or case was done; null while one is not. */
  readyAt: string | null
  /** The first day on which something that this takes was withdrawn. */
  withdrawnOn: string | null
  /** Presence, where the activity is live. */
  attended?: AttendedWay | undefined
}

/** Whose way, through which versions, by what is taught. */
export type Way = { participation: ParticipationTable; versions: Versions; teaching: Teaching }

/** @returns what there is to do on a way to credit, and what of it is done. */
export async function workOf(db: Db, way: Way): Promise<Work> {
  const { participation, versions, teaching } = way
  const counted = await listSteps(db, way)
  if (versions[0].draft.format === 'live') return liveWork(way, counted, await findAttended(db, participation.id))
  const parts = partsOf(teaching, versions[0], participation)
  const times = parts.filter(isTaught).map((part) => firstDone(part, way, counted))
  const isKnown = versions.some(({ course }) => course.version === courseOf(teaching, versions[0])?.version)
  const doneAt = isKnown && isWhole(times) ? latest(participation.acknowledgedAt, times) : null
  // What was finished once stays so, whatever is taught here by now.
  const readyAt = doneAt ?? participation.finishedAt
  const steps = parts.map((part) => {
    const partDoneAt = firstDone(part, way, counted)
    return { part, state: stateOf(part, { way, counted, doneAt: partDoneAt, readyAt }), doneAt: partDoneAt }
  })
  return {
    steps,
    tests: testsIn(participation, counted),
    readyAt,
    withdrawnOn: withdrawnOn(teaching, versions[0], participation)
  }
}

// What is done in a live activity is being there; its lessons are read by whoever likes. A test is asked for where a
// credit of it takes a score.
function liveWork(way: Way, counted: readonly ParticipationStepTable[], attended: AttendedWay | undefined): Work {
  const { participation, versions, teaching } = way
  const readyAt = attended?.until ?? null
  const isTested = versions[0].offerings.some((offering) => takesTest(versions[0], offering))
  const parts = partsOf(teaching, versions[0], participation).filter(
    (part) => part.kind === 'evaluation' || (isTested && part.kind === 'test' && part.form === 'post')
  )
  const steps = parts.map((part) => {
    const doneAt = firstDone(part, way, counted)
    return { part, state: stateOf(part, { way, counted, doneAt, readyAt }), doneAt }
  })
  return {
    steps,
    tests: testsIn(participation, counted),
    readyAt,
    withdrawnOn: withdrawnOn(teaching, versions[0], participation),
    attended
  }
}

/** @returns whether a credit asks for the activity's test: a live one only where it takes a score. */
export function takesTest(
  { test }: Pick<ActivityVersion, 'test'>,
  { deliveryFormat, minScore }: Pick<OpenOffering, 'deliveryFormat' | 'minScore'>
): boolean {
  return test !== null && (deliveryFormat === 'enduring' || minScore > 0)
}

async function listSteps(db: Db, { participation, versions }: Way): Promise<ParticipationStepTable[]> {
  const rows = await db
    .selectFrom('participationStep')
    .selectAll()
    .where('participationId', '=', participation.id)
    .orderBy('doneAt')
    // Of two tests of one moment the lower counts first, so that neither can pass for an attempt it is not.
    .orderBy('scoreHundredths')
    .orderBy('contentId')
    .execute()
  const contents = versions.flatMap((version) => version.contents)
  return rows.filter(({ kind, contentId, version }) => {
    // A test counts whichever of the course's opened versions it was drawn by.
    if (kind === 'pre' || kind === 'post') return versions.some((it) => it.course.version === version)
    return contents.some((it) => it.kind === kind && it.id === contentId && it.version === version)
  })
}

function isTaught({ kind }: Part): boolean {
  return kind === 'lesson' || kind === 'case'
}

function isWhole(times: readonly (string | null)[]): times is readonly string[] {
  return times.every((time) => time !== null)
}

/** @returns the last of several times in ISO-8601. */
export function latest(first: string, times: readonly string[]): string {
  return [first, ...times].sort().at(-1) ?? first
}

function firstDone(part: Part, { teaching, versions }: Way, counted: readonly ParticipationStepTable[]): string | null {
  const ids = part.kind === 'lesson' ? [part.lesson] : casesOf(teaching, versions[0], part)
  const found = counted.find(({ kind, contentId }) =>
    part.kind === 'test' ? kind === part.form : kind === part.kind && ids.includes(contentId)
  )
  return found?.doneAt ?? null
}

type Known = { way: Way; counted: readonly ParticipationStepTable[]; doneAt: string | null; readyAt: string | null }

function stateOf(part: Part, known: Known): WorkStep['state'] {
  const { participation, versions, teaching } = known.way
  if (part.kind === 'evaluation') return evaluationState(participation)
  if (part.kind === 'test') return testState(part, known)
  if (known.doneAt) return 'done'
  if (withdrawnPart(teaching, part)) return 'withdrawn'
  return isOpened(teaching, versions, part) ? 'open' : 'changed'
}

function testState(part: Part & { kind: 'test' }, { way, counted, doneAt, readyAt }: Known): WorkStep['state'] {
  if (part.form === 'pre' && doneAt) return 'done'
  if (part.form === 'post' && way.participation.passedTestId !== null) return 'done'
  if (part.form === 'pre' && (readyAt || counted.some(({ kind }) => kind === 'post'))) return 'left-out'
  if (part.form === 'post' && !readyAt) return 'waiting'
  return isOpened(way.teaching, way.versions, part) ? 'open' : 'changed'
}

function evaluationState({ isEvaluated, finishedAt }: ParticipationTable): WorkStep['state'] {
  if (isEvaluated === 1) return 'done'
  return finishedAt === null ? 'waiting' : 'open'
}

function testsIn(participation: ParticipationTable, counted: readonly ParticipationStepTable[]): Work['tests'] {
  return counted
    .filter(({ kind }) => kind === 'post')
    .map(({ contentId: id, doneAt: at, scoreHundredths }) => {
      return { id, at, on: dayOf(participation, at), scoreHundredths: scoreHundredths ?? 0 }
    })
}

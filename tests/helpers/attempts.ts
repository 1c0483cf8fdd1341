import { createHash } from 'node:crypto'
import type { LoadedScenario } from '#content/load.ts'
import type { Jurisdiction } from '#content/registry-schema.ts'
import type { Scenario } from '#content/schema.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { recordAnswer } from '#server/learning/attempts/record-answer.ts'
import { startAttempt } from '#server/learning/attempts/start-attempt.ts'
import type { Served } from '#server/learning/scenarios/served.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import type { Db } from '#server/record/db/schema.ts'
import { aScenario } from './scenarios.ts'

/** When the visits of these tests begin. */
export const night = new Date('2026-03-01T03:12:00.000Z')

/** @returns the time `minutes` after the visit began. */
export function later(minutes: number): Date {
  return new Date(night.getTime() + minutes * 60_000)
}

/** A scenario as if read from a file; its hash follows from what it holds. */
export function aLoadedScenario(changes: Partial<Scenario> = {}): LoadedScenario {
  const scenario = aScenario(changes)
  const hash = createHash('sha256').update(JSON.stringify(scenario)).digest('hex').slice(0, 16)
  return { scenario, hash, file: `content/scenarios/${scenario.id}.yaml` }
}

/** What a server teaches that has one scenario and knows the duties of one place. */
export function aServed(changes: Partial<Scenario> = {}): Served {
  return { scenarios: [aLoadedScenario(changes)], jurisdictions: [aJurisdiction()], isDevelopment: false, faults: [] }
}

/** A place whose duties toward children and trafficked adults are known and whose others are not. */
export function aJurisdiction(): Jurisdiction {
  const unknown = { level: 'unknown' as const }
  return {
    id: 'somewhere',
    name: 'Somewhere',
    minorReportTo: 'The child-abuse line',
    duties: {
      childAbuse: { level: 'mandatory', text: 'Report at once.', sources: ['a-source'] },
      adultTrafficking: { level: 'permissive', text: 'You may report with consent.', sources: ['a-source'] },
      injury: unknown,
      domesticViolence: unknown,
      vulnerableAdult: unknown
    },
    reviewedOn: null,
    reviewer: null
  }
}

/** @returns the id of a new learner. */
export async function aLearner(db: Db, { isShared = false, now = night } = {}): Promise<string> {
  return (await addLearner(db, { isShared, now })).id
}

/** Whose attempt, and which. */
export type Started = { attemptId: string; learnerId: string }

/** Begins a visit as a nurse in a place that is not listed, at `night` unless told. */
export async function anAttempt(
  db: Db,
  { learnerId, served = aServed(), now = night }: { learnerId?: string; served?: Served; now?: Date } = {}
): Promise<Started> {
  const learner = learnerId ?? (await aLearner(db, { now }))
  const start = { scenarioId: 'wrist', learnerId: learner, role: 'registered-nurse', jurisdiction: 'unknown', now }
  return { attemptId: await startAttempt(db, served, start), learnerId: learner }
}

/** Records acts one after the other, a minute apart, after the event numbered `seenSeq`. */
export async function answerAll(
  db: Db,
  started: Started,
  acts: readonly LearnerEvent[],
  { seenSeq = 1, from = night } = {}
): Promise<void> {
  for (const [index, event] of acts.entries()) {
    const now = new Date(from.getTime() + (index + 1) * 60_000)
    const { status } = await recordAnswer(db, { ...started, seenSeq: seenSeq + index, event, now })
    if (status !== 'recorded') throw new Error(`Act ${index} was ${status}`)
  }
}

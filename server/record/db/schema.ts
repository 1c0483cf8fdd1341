import type { Kysely } from 'kysely'
import type { CreditTables } from './schema-credit.ts'
import type { PeopleTables } from './schema-people.ts'
import type { WorkshopTables } from './schema-workshop.ts'

/** A log: `lastSeq` is the number of its newest event, counted from 1. */
export type StreamTable = { id: string; kind: StreamKind; lastSeq: number }

export type StreamKind = 'attempt' | 'assessment' | 'claim' | 'room'

/** One fact of a stream. `payload` is JSON text without the type; it names no person. */
export type EventTable = { streamId: string; seq: number; type: string; payload: string; occurredAt: string }

/**
 * Someone who learns. Without an account they are known by their cookie, whose token is stored hashed; `keep` is 0 on a
 * shared computer. With one, `userId` names it, and the cookie no longer does. `leftAt` is when somebody who signed in
 * chose to leave here what was done without an account.
 */
export type LearnerTable = {
  id: string
  tokenHash: string
  createdAt: string
  lastSeenAt: string
  keep: number
  userId: string | null
  leftAt: string | null
}

/** One run through one version of a scenario; its id is that of its stream. */
export type AttemptTable = {
  id: string
  learnerId: string | null
  scenarioId: string
  version: number
  kind: AttemptKind
  branchedFrom: string | null
  branchedSeq: number | null
  role: string
  jurisdiction: string
  startedAt: string
  endedAt: string | null
  endingId: string | null
}

export type AttemptKind = 'first' | 'repeat' | 'branch'

/** A finished attempt with its facts copied in; it outlives the attempt. `minutes` are whole, `outcome` is JSON text. */
export type CompletionTable = {
  id: string
  attemptId: string
  learnerId: string | null
  scenarioId: string
  version: number
  completedAt: string
  minutes: number
  outcome: string
}

/** A scenario as it was when first served; attempts replay this document. */
export type ScenarioVersionTable = {
  id: string
  version: number
  hash: string
  document: string
  firstServedAt: string
}

/** A lesson that a learner marked as read. */
export type LessonReadingTable = { learnerId: string; lessonId: string; version: number; readAt: string }

/** A case whose text summary was read in place of playing it, which counts as taking it. */
export type SummaryReadingTable = { learnerId: string; scenarioId: string; version: number; readAt: string }

/** A course that a learner has begun. `isEvaluated` is all that is known of the evaluation they gave. */
export type EnrollmentTable = {
  learnerId: string
  courseId: string
  version: number
  role: string
  startedAt: string
  isEvaluated: number
}

/**
 * One learner's test; its id is that of its stream. `passed` is null until it is submitted, and for a first test.
 * `participationId` names the way to credit that it was begun on, if any.
 */
export type AssessmentTable = {
  id: string
  learnerId: string | null
  participationId: string | null
  courseId: string
  courseVersion: number
  form: 'pre' | 'post'
  startedAt: string
  submittedAt: string | null
  passed: number | null
}

/**
 * What somebody thought of a course: never who, and no closer in time than the quarter, such as `2026-Q4`. `activityId`
 * is the activity in which they took it, if any. `shownAs` is the period under which an office may read it, which is
 * null until four others can be read with it.
 */
export type EvaluationTable = {
  id: string
  courseId: string
  courseVersion: number
  activityId: string | null
  quarter: string
  answers: string
  shownAs: string | null
}

/** A learner who asked for boosters, from a day on (YYYY-MM-DD). */
export type BoosterPlanTable = { learnerId: string; startedOn: string }

export type BoosterDoneTable = { learnerId: string; boosterId: string; doneAt: string }

/** Every table of the record. Columns are text or whole numbers; times are ISO-8601 in UTC. */
export type Database = PeopleTables &
  CreditTables &
  WorkshopTables & {
    stream: StreamTable
    event: EventTable
    learner: LearnerTable
    attempt: AttemptTable
    completion: CompletionTable
    scenarioVersion: ScenarioVersionTable
    lessonReading: LessonReadingTable
    summaryReading: SummaryReadingTable
    enrollment: EnrollmentTable
    assessment: AssessmentTable
    evaluation: EvaluationTable
    boosterPlan: BoosterPlanTable
    boosterDone: BoosterDoneTable
  }

/** The handle every verb takes first: the whole record, or one transaction on it. */
export type Db = Kysely<Database>

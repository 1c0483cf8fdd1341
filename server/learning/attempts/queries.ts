import type { AttemptEvent } from '#machines/scenario/events.ts'
import { AppError } from '#server/errors.ts'
import type { AttemptTable, Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import { isId } from '#server/record/ids.ts'
import { loadRun, type Run } from './load-run.ts'

/** One attempt as its learner may see it. `lastSeq` numbers its newest event; `hash` is its scenario document's. */
export type Attempt = Omit<AttemptTable, 'learnerId'> & { lastSeq: number; hash: string }

/** Whose attempt is asked for; an attempt of anybody else does not exist for them. */
export type Whose = { attemptId: string; learnerId: string }

/** @returns the learner's own attempt. Throws `attempt_not_found`. */
export async function getAttempt(db: Db, { attemptId, learnerId }: Whose): Promise<Attempt> {
  const found = isId(attemptId)
    ? await attemptsOf(db, learnerId).where('attempt.id', '=', attemptId).executeTakeFirst()
    : undefined
  if (!found) throw new AppError('attempt_not_found')
  return found
}

/** @returns the attempt with its scenario and the state it is in. Throws `attempt_not_found`, `log_corrupt`. */
export async function getRun(db: Db, whose: Whose): Promise<Run> {
  return loadRun(db, await getAttempt(db, whose))
}

/**
 * @returns for each act on the path, counted from 0, the number of the event after which it was due; a "what if"
 * from there branches at that number
 */
export async function listTurns(db: Db, whose: Whose): Promise<number[]> {
  const { id } = await getAttempt(db, whose)
  const events = await readEvents(db, { streamId: id, kind: 'attempt' })
  return events.flatMap(({ seq, event }) => (isTurn(event) ? [seq - 1] : []))
}

/** @returns the visit to a scenario that the learner has begun and not ended; a "what if" is none. */
export async function findOpenAttempt(
  db: Db,
  { learnerId, scenarioId }: { learnerId: string; scenarioId: string }
): Promise<Attempt | undefined> {
  return attemptsOf(db, learnerId)
    .where('attempt.scenarioId', '=', scenarioId)
    .where('attempt.kind', '<>', 'branch')
    .where('attempt.endedAt', 'is', null)
    .executeTakeFirst()
}

/** @returns all the learner's attempts, the newest first. */
export async function listMyAttempts(db: Db, { learnerId }: { learnerId: string }): Promise<Attempt[]> {
  return attemptsOf(db, learnerId).orderBy('attempt.startedAt', 'desc').orderBy('attempt.id').execute()
}

function attemptsOf(db: Db, learnerId: string) {
  return db
    .selectFrom('attempt')
    .innerJoin('stream', 'stream.id', 'attempt.id')
    .innerJoin('scenarioVersion', (join) =>
      join
        .onRef('scenarioVersion.id', '=', 'attempt.scenarioId')
        .onRef('scenarioVersion.version', '=', 'attempt.version')
    )
    .select(['attempt.id', 'attempt.scenarioId', 'attempt.version', 'attempt.kind'])
    .select(['attempt.branchedFrom', 'attempt.branchedSeq', 'attempt.role', 'attempt.jurisdiction'])
    .select(['attempt.startedAt', 'attempt.endedAt', 'attempt.endingId', 'stream.lastSeq', 'scenarioVersion.hash'])
    .where('attempt.learnerId', '=', learnerId)
}

// Sorting is the second half of an act that began with marking.
function isTurn(event: AttemptEvent): boolean {
  return event.type !== 'attempt.started' && event.type !== 'attempt.branched' && event.type !== 'learner.sorted'
}

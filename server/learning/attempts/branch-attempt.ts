import type { AttemptEvent } from '#machines/scenario/events.ts'
import { endingOf, takeAct } from '#machines/scenario/run.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type LoggedEvent, openStream } from '#server/record/events/append.ts'
import { readEvents } from '#server/record/events/read.ts'
import { newId } from '#server/record/ids.ts'
import { getVersion } from '../scenarios/queries.ts'
import { replayFrom } from './load-run.ts'
import { type Attempt, getAttempt, type Whose } from './queries.ts'

/**
 * Begins a "what if": a new attempt with a log of its own that copies another up to the event numbered `seq`.
 * The same branch begun again and not answered yet is taken up, as after a double click.
 * @returns the new attempt's id
 * @throws `attempt_not_found`, `branch_refused` where the log has no such event or ends with it, `log_corrupt`
 */
export function branchAttempt(db: Db, { seq, now, ...whose }: Whose & { seq: number; now: Date }): Promise<string> {
  return inTransaction(db, async (db) => {
    const from = await getAttempt(db, whose)
    if (seq < 1 || seq > from.lastSeq) throw new AppError('branch_refused')
    const untouched = await findUntouched(db, from.id, seq)
    if (untouched) return untouched
    const events = await readEvents(db, { streamId: from.id, kind: 'attempt', upTo: seq })
    const event = { type: 'attempt.branched' as const, from: from.id, seq }
    await requireBranch(db, from, events, event)
    const startedAt = now.toISOString()
    const id = newId()
    await openStream(db, { id, kind: 'attempt', events: [...events, { seq: seq + 1, event, occurredAt: startedAt }] })
    await db
      .insertInto('attempt')
      .values({ ...branchOf(from, seq), learnerId: whose.learnerId, id, startedAt })
      .execute()
    return id
  })
}

async function findUntouched(db: Db, branchedFrom: string, seq: number): Promise<string | undefined> {
  const found = await db
    .selectFrom('attempt')
    .innerJoin('stream', 'stream.id', 'attempt.id')
    .select('attempt.id')
    .where('branchedFrom', '=', branchedFrom)
    .where('branchedSeq', '=', seq)
    .where('stream.lastSeq', '=', seq + 1)
    .executeTakeFirst()
  return found?.id
}

async function requireBranch(
  db: Db,
  { id: streamId, scenarioId, version, hash }: Attempt,
  events: LoggedEvent<AttemptEvent>[],
  event: { type: 'attempt.branched'; from: string; seq: number }
): Promise<void> {
  const compiled = await getVersion(db, { id: scenarioId, version, hash })
  const { snapshot } = replayFrom({ streamId, version: compiled, events })
  const isOver = endingOf(snapshot) !== undefined
  if (isOver || !takeAct(compiled.machine, snapshot, event)) throw new AppError('branch_refused')
}

function branchOf({ id, scenarioId, version, role, jurisdiction }: Attempt, seq: number) {
  return { scenarioId, version, role, jurisdiction, kind: 'branch' as const, branchedFrom: id, branchedSeq: seq }
}

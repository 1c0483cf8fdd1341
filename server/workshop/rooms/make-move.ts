import { type Answer, answerSchema, type Hands, isPossible, tallyOf, tallyOfHands } from '#machines/room/answers.ts'
import type { Move, RoomEvent, RoomOpened, Tally } from '#machines/room/events.ts'
import { openQuestionOf, stepOf } from '#machines/room/machine.ts'
import type { Question, Step } from '#machines/room/plan.ts'
import { type RoomRun, takeMove } from '#machines/room/run.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { appendEvent } from '#server/record/events/append.ts'
import { keepWarm } from '#server/record/events/warm.ts'
import { loadRoom, roomKey } from './load-room.ts'
import { getRoom, type Room, requireControl } from './queries.ts'
import { signalMoved } from './signal.ts'

/**
 * What whoever leads asks for. `close` counts the answers of the phones; `tally` closes with a show of hands in their
 * place. `seenSeq` numbers the last event their page showed.
 */
export type Lead = {
  roomId: string
  control: string | undefined
  seenSeq: number
  act: Move | { type: 'close' } | { type: 'tally'; tally: Hands }
  now: Date
}

/**
 * Makes a move in a room. Where somebody was faster, as at a double click, nothing is stored and the room stands as it is.
 * @returns whether the move was made
 * @throws `not_in_control`, `room_ended`, `event_refused` where the state cannot take it, `tally_impossible` where so many
 * hands cannot be those of so few, `room_not_found`
 */
export async function makeMove(db: Db, lead: Lead): Promise<boolean> {
  const made = await inTransaction(db, (db) => makeIn(db, lead))
  if (!made) return false
  if (!db.isTransaction) keepWarm(lead.roomId, roomKey, made)
  signalMoved(lead.roomId)
  return true
}

async function makeIn(db: Db, { roomId, control, seenSeq, act, now }: Lead) {
  await holdRoom(db, roomId)
  const room = await getRoom(db, roomId)
  requireControl(room, control)
  if (room.endedAt !== null) throw new AppError('room_ended')
  if (room.lastSeq !== seenSeq) return undefined
  const { snapshot } = await loadRoom(db, room)
  const event = await eventOf(db, room, snapshot, act)
  const next = takeMove(snapshot, event)
  if (!next) throw new AppError('event_refused')
  const seq = await appendEvent(db, { streamId: roomId, seenSeq, event, occurredAt: now.toISOString() })
  if (seq === undefined) return undefined
  const endedAt = event.type === 'room.ended' ? now.toISOString() : null
  await db
    .updateTable('room')
    .set({ openQuestion: openQuestionOf(next), endedAt })
    .where('id', '=', roomId)
    .execute()
  return { seq, snapshot: next }
}

// A group of answers takes the same row first, so it is counted whole or comes too late.
async function holdRoom(db: Db, roomId: string): Promise<void> {
  await db
    .updateTable('room')
    .set(({ ref }) => ({ batch: ref('batch') }))
    .where('id', '=', roomId)
    .execute()
}

async function eventOf(
  db: Db,
  room: Room,
  snapshot: RoomRun,
  act: Lead['act']
): Promise<Exclude<RoomEvent, RoomOpened>> {
  if (act.type !== 'close' && act.type !== 'tally') return act
  const step = stepOf(snapshot.context)
  const open = openQuestionOf(snapshot)
  if (!step?.question || open === null) throw new AppError('event_refused')
  const { question, reveal } = step
  if (act.type === 'close')
    return {
      type: 'question.closed',
      by: 'phones',
      tally: await tallyOfPhones(db, room.id, { ...step, question, open })
    }
  const tally = tallyOfHands(question, reveal, act.tally)
  if (!isPossible(question, tally)) throw new AppError('tally_impossible')
  return { type: 'question.closed', by: 'hands', tally }
}

async function tallyOfPhones(
  db: Db,
  roomId: string,
  { question, reveal, isByTable, open }: Pick<Step, 'reveal' | 'isByTable'> & { question: Question; open: string }
): Promise<Tally> {
  if (question.ask === 'text') return { answered: await countTexts(db, roomId, open), counts: {} }
  const given = await answersTo(db, roomId, open)
  if (!isByTable) return tallyOf(question, reveal, given.map(answerIn))
  // A phone that came to its table after it had answered does not make it two.
  const ofTables = [
    ...new Map(given.map((row) => [row.tableName === null ? row.seatId : `/${row.tableName}`, row])).values()
  ]
  const tally = tallyOf(question, reveal, ofTables.map(answerIn))
  return given.some(({ tableName }) => tableName === null) ? { ...tally, isOfPersons: true } : tally
}

function answersTo(db: Db, roomId: string, question: string) {
  return db
    .selectFrom('roomAnswer')
    .innerJoin('roomSeat', 'roomSeat.id', 'roomAnswer.seatId')
    .select(['answer', 'seatId', 'tableName'])
    .where('roomAnswer.roomId', '=', roomId)
    .where('question', '=', question)
    .execute()
}

function answerIn({ answer }: { answer: string }): Answer {
  return answerSchema.parse(JSON.parse(answer))
}

async function countTexts(db: Db, roomId: string, question: string): Promise<number> {
  const { count } = await db
    .selectFrom('roomText')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('roomId', '=', roomId)
    .where('question', '=', question)
    .executeTakeFirstOrThrow()
  return Number(count)
}

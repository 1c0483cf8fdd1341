import { type Answer, fits } from '#machines/room/answers.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { loadRoom } from './load-room.ts'
import type { Room, Seat } from './queries.ts'
import { signalCounted } from './signal.ts'

type Cast = { question: string; seatId: string; answer: string }
type Waiting = Cast & { isDone: (isStored: boolean) => void; hasFailed: (cause: unknown) => void }

// Whatever arrives while one group is being stored makes up the next: hundreds of answers cost a handful of commits.
const waiting = new Map<string, Waiting[]>()
const busy = new Set<string>()

/**
 * Stores what a seat answers to the open question, in place of what it answered before. Once this returns the answer is
 * counted, whatever happens to the server.
 * @param question `step#round`, as the phone saw it
 * @throws `question_closed` where it is not open any more, `invalid_input` where it cannot take the answer
 */
export async function castAnswer(
  db: Db,
  { room, seat, question, answer }: { room: Room; seat: Seat; question: string; answer: Answer }
): Promise<void> {
  if (room.openQuestion !== question) throw new AppError('question_closed')
  const { context } = (await loadRoom(db, room)).snapshot
  const step = context.opened.plan.steps.find(({ id }) => question.startsWith(`${id}#`))
  if (!step?.question || !fits(step.question, answer) || 'text' in answer) throw new AppError('invalid_input')
  const isStored = await stored(db, room.id, { question, seatId: seat.id, answer: JSON.stringify(answer) })
  if (!isStored) throw new AppError('question_closed')
}

function stored(db: Db, roomId: string, cast: Cast): Promise<boolean> {
  return new Promise((isDone, hasFailed) => {
    waiting.set(roomId, [...(waiting.get(roomId) ?? []), { ...cast, isDone, hasFailed }])
    if (!busy.has(roomId)) void storeGroups(db, roomId)
  })
}

async function storeGroups(db: Db, roomId: string): Promise<void> {
  busy.add(roomId)
  // Those who arrive in the same turn of the loop go together.
  await new Promise((next) => setImmediate(next))
  for (let group = takeGroup(roomId); group.length > 0; group = takeGroup(roomId)) {
    try {
      const open = await storeGroup(db, roomId, group)
      for (const each of group) each.isDone(each.question === open)
    } catch (cause) {
      for (const each of group) each.hasFailed(cause)
    }
  }
  busy.delete(roomId)
}

function takeGroup(roomId: string): Waiting[] {
  const group = waiting.get(roomId) ?? []
  waiting.delete(roomId)
  return group
}

/** @returns the question that was open as the group was stored; answers to another were not. */
async function storeGroup(db: Db, roomId: string, group: readonly Waiting[]): Promise<string | null> {
  const open = await inTransaction(db, async (db) => {
    // Taking the row first puts the group before or after the closing of the question, never between its counts.
    const room = await db
      .updateTable('room')
      .set(({ eb }) => ({ batch: eb('batch', '+', 1) }))
      .where('id', '=', roomId)
      .returning('openQuestion')
      .executeTakeFirst()
    const question = room?.openQuestion ?? null
    const rows = newestOf(group.filter((each) => each.question === question))
    if (rows.length > 0) await upsert(db, roomId, rows)
    return question
  })
  signalCounted(roomId)
  return open
}

async function upsert(db: Db, roomId: string, rows: readonly Cast[]): Promise<void> {
  await db
    .insertInto('roomAnswer')
    .values(rows.map(({ question, seatId, answer }) => ({ roomId, question, seatId, answer })))
    .onConflict((conflict) =>
      conflict.columns(['roomId', 'question', 'seatId']).doUpdateSet(({ ref }) => ({ answer: ref('excluded.answer') }))
    )
    .execute()
}

// One statement cannot write a row twice; of two answers of one seat the later one counts.
function newestOf(group: readonly Cast[]): Cast[] {
  return [...new Map(group.map((each) => [each.seatId, each])).values()]
}

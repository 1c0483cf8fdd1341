import { type Answer, fits } from '#machines/room/answers.ts'
import type { Plan } from '#machines/room/plan.ts'
import type { RoomRun } from '#machines/room/run.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { recallWarm } from '#server/record/events/warm.ts'
import { inGroups, inParts } from './in-groups.ts'
import { loadRoom, roomKey } from './load-room.ts'
import { getRoom, type Room, type Seat } from './queries.ts'
import { signalCounted } from './signal.ts'

/** `table` is set where tables answer as one. */
type Cast = { question: string; seatId: string; answer: string; table: string | null }

/**
 * Stores what a seat answers to the open question, in place of what it answered before; where tables answer as one, in
 * place of what any phone of its table did. Once this returns the answer is counted, whatever happens to the server.
 * @param question `step#round`, as the phone saw it
 * @throws `question_closed` where it is not open any more, `invalid_input` where it cannot take the answer,
 * `room_not_found`
 */
export async function castAnswer(
  db: Db,
  {
    room,
    seat,
    question,
    answer
  }: { room: Pick<Room, 'id'>; seat: Pick<Seat, 'id' | 'tableName'>; question: string; answer: Answer }
): Promise<void> {
  const { steps } = await planIn(db, room.id)
  const step = steps.find(({ id }) => question.startsWith(`${id}#`))
  if (!step) throw new AppError('question_closed')
  if (!step.question || !fits(step.question, answer) || 'text' in answer) throw new AppError('invalid_input')
  const cast = {
    question,
    seatId: seat.id,
    answer: JSON.stringify(answer),
    table: step.isByTable ? seat.tableName : null
  }
  const isStored = await stored(db, room.id, cast)
  if (!isStored) throw new AppError('question_closed')
}

// The plan stands in the first event and never changes, so any state that is remembered has it.
async function planIn(db: Db, roomId: string): Promise<Plan> {
  const { snapshot } = recallWarm<RoomRun>(roomId, roomKey) ?? (await loadRoom(db, await getRoom(db, roomId)))
  return snapshot.context.opened.plan
}

const stored = inGroups<Cast, boolean>(async (db, roomId, group) => {
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
    for (const part of inParts(rows)) await upsert(db, roomId, part)
    for (const row of rows) if (row.table !== null) await answerForTable(db, roomId, { ...row, table: row.table })
    return question
  })
  signalCounted(roomId)
  return group.map(({ question }) => question === open)
})

async function upsert(db: Db, roomId: string, rows: readonly Cast[]): Promise<void> {
  await db
    .insertInto('roomAnswer')
    .values(rows.map(({ question, seatId, answer }) => ({ roomId, question, seatId, answer })))
    .onConflict((conflict) =>
      conflict.columns(['roomId', 'question', 'seatId']).doUpdateSet(({ ref }) => ({ answer: ref('excluded.answer') }))
    )
    .execute()
}

async function answerForTable(
  db: Db,
  roomId: string,
  { question, seatId, table }: Pick<Cast, 'question' | 'seatId'> & { table: string }
): Promise<void> {
  await db
    .deleteFrom('roomAnswer')
    .where('roomId', '=', roomId)
    .where('question', '=', question)
    .where('seatId', '<>', seatId)
    .where('seatId', 'in', ({ selectFrom }) =>
      selectFrom('roomSeat').select('id').where('roomId', '=', roomId).where('tableName', '=', table)
    )
    .execute()
}

// One statement cannot write a row twice; of two answers of one seat or one table the later one counts.
function newestOf(group: readonly Cast[]): Cast[] {
  return [...new Map(group.map((each) => [each.table === null ? each.seatId : `/${each.table}`, each])).values()]
}

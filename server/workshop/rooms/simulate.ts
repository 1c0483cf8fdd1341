import type { Answer } from '#machines/room/answers.ts'
import { openQuestionOf, stepOf } from '#machines/room/machine.ts'
import type { Question } from '#machines/room/plan.ts'
import { shuffle } from '#machines/shuffle.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { castAnswer } from './cast-answer.ts'
import { loadRoom } from './load-room.ts'
import { getRoom, requireControl, type Seat } from './queries.ts'
import { takeSeat } from './take-seat.ts'

/**
 * Lets invented participants answer the open question of a rehearsal; they take seats the first time.
 * @throws `not_in_control`, `event_refused` where the room is no rehearsal, `question_closed`
 */
export async function simulate(
  db: Db,
  { roomId, control, people }: { roomId: string; control: string | undefined; people: number }
): Promise<void> {
  const room = await getRoom(db, roomId)
  requireControl(room, control)
  if (!room.isRehearsal) throw new AppError('event_refused')
  const { snapshot } = await loadRoom(db, room)
  const question = stepOf(snapshot.context)?.question
  const open = openQuestionOf(snapshot)
  if (!question || open === null) throw new AppError('question_closed')
  const seats = await seatsFor(db, room, people)
  for (const [index, seat] of seats.entries()) {
    const answer = answerFrom(question, `${open}/${index}`)
    if (answer) await castAnswer(db, { room, seat, question: open, answer })
  }
}

async function seatsFor(db: Db, room: Parameters<typeof takeSeat>[1], people: number): Promise<Seat[]> {
  const seats: Seat[] = await db
    .selectFrom('roomSeat')
    .select(['id', 'roomId', 'tableName', 'part'])
    .where('roomId', '=', room.id)
    .execute()
  while (seats.length < people) seats.push(await takeSeat(db, room))
  return seats.slice(0, people)
}

// Invented, and always the same for the same place: a rehearsal is about the hands on the controls.
function answerFrom({ ask, options, bins }: Question, seed: string): Answer | undefined {
  const ids = shuffle(options, seed).map(({ id }) => id)
  const [first = ''] = ids
  switch (ask) {
    case 'one':
      return { marked: [first] }
    case 'several':
      return { marked: ids.slice(0, Math.ceil(ids.length / 2)) }
    case 'order':
      return { marked: ids }
    case 'scale':
      return { marked: shuffle(['2', '3', '3', '4', '5'], seed).slice(0, 1) }
    case 'sort':
      return { sorted: Object.fromEntries(ids.map((id) => [id, shuffle(bins, seed + id)[0]?.id ?? ''])) }
    case 'text':
      return undefined
  }
}

import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { RoomTextTable } from '#server/record/db/schema-workshop.ts'
import { isId, newId } from '#server/record/ids.ts'
import { getRoom, type Room, requireControl } from './queries.ts'
import { signalCounted, signalMoved, signalWritten } from './signal.ts'

/** How many sentences and wishes one room takes for each seat it has. */
const perSeat = 10

/** A sentence from a phone. `textId` is the phone's own random id, so that sending it again does not double it. */
export type NewText = { textId: string; kind: RoomTextTable['kind']; question: string | null; text: string }

/**
 * Keeps a sentence until somebody has read it. It names no seat, and nobody sees it before it is approved.
 * @throws `room_ended`, `question_closed` where it answers a question that is not open, `invalid_input`, `room_full`
 */
export async function addText(db: Db, room: Room, { textId, kind, question, text }: NewText): Promise<void> {
  if (!isId(textId) || text.trim() === '' || text.length > 200) throw new AppError('invalid_input')
  await inTransaction(db, async (db) => {
    const { openQuestion, endedAt } = await getRoom(db, room.id)
    if (endedAt !== null) throw new AppError('room_ended')
    if (kind === 'answer' && (question === null || question !== openQuestion)) throw new AppError('question_closed')
    await requirePlace(db, 'roomText', { roomId: room.id })
    const row = { id: textId, roomId: room.id, kind, question: kind === 'answer' ? question : null, text: text.trim() }
    await db
      .insertInto('roomText')
      .values({ ...row, state: 'waiting' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  signalWritten(room.id)
}

/** Shows or hides a sentence; `text` is what is left of it where something was struck out. Throws `not_in_control`. */
export async function moderateText(
  db: Db,
  {
    roomId,
    control,
    textId,
    state,
    text
  }: { roomId: string; control: string | undefined; textId: string; state: 'shown' | 'hidden'; text?: string }
): Promise<void> {
  requireControl(await getRoom(db, roomId), control)
  await db
    .updateTable('roomText')
    .set({ state, ...(text !== undefined && { text: text.trim() }) })
    .where('id', '=', textId)
    .where('roomId', '=', roomId)
    .execute()
  signalMoved(roomId)
}

/** Tells those who lead, and nobody else, that somebody asks for support or for more time. It names no seat. */
export async function raiseSignal(db: Db, room: Room, kind: 'support' | 'more-time'): Promise<void> {
  if (room.endedAt !== null) throw new AppError('room_ended')
  // Counted apart, so that nobody who asks for time again and again keeps others from asking for support.
  await requirePlace(db, 'roomSignal', { roomId: room.id, kind })
  const row = { id: newId(), roomId: room.id, kind, question: room.openQuestion, isSeen: 0 }
  await db.insertInto('roomSignal').values(row).execute()
  signalCounted(room.id)
}

/** Notes that the requests for support were seen. Throws `not_in_control`. */
export async function seeSignals(
  db: Db,
  { roomId, control }: { roomId: string; control: string | undefined }
): Promise<void> {
  requireControl(await getRoom(db, roomId), control)
  await db
    .updateTable('roomSignal')
    .set({ isSeen: 1 })
    .where('roomId', '=', roomId)
    .where('kind', '=', 'support')
    .execute()
  signalCounted(roomId)
}

async function requirePlace(
  db: Db,
  table: 'roomText' | 'roomSignal',
  { roomId, kind }: { roomId: string; kind?: 'support' | 'more-time' }
): Promise<void> {
  const sent = db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('roomId', '=', roomId)
  const { count: already } = await (kind ? sent.where('kind', '=', kind) : sent).executeTakeFirstOrThrow()
  const { count: seats } = await db
    .selectFrom('roomSeat')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('roomId', '=', roomId)
    .executeTakeFirstOrThrow()
  if (Number(already) >= perSeat * (1 + Number(seats))) throw new AppError('room_full')
}

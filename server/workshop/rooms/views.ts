import { answerSchema } from '#machines/room/answers.ts'
import {
  type Counts,
  type LeadView,
  presenterView,
  type RoomView,
  type SharedView,
  seatView,
  wallView
} from '#machines/room/view.ts'
import type { Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import { loadRoom } from './load-room.ts'
import { countSeats, getRoom, markOfLead, type Room, type Seat } from './queries.ts'

/** @returns what the wall may show, or what the phone with a seat may. Throws `room_not_found`. */
export async function readRoomView(db: Db, roomId: string, seat?: Pick<Seat, 'tableName' | 'part'>): Promise<RoomView> {
  const room = await getRoom(db, roomId)
  const { seq, snapshot } = await loadRoom(db, room)
  const view = seat ? seatView(snapshot, { table: seat.tableName, part: seat.part }) : wallView(snapshot)
  return { ...view, ...(await besides(db, room, view)), seq, supportPerson: snapshot.context.opened.supportPerson }
}

/** @returns what whoever leads may see. Whether they may is for the caller to know. Throws `room_not_found`. */
export async function readLeadView(db: Db, roomId: string): Promise<LeadView> {
  const room = await getRoom(db, roomId)
  const { seq, snapshot } = await loadRoom(db, room)
  const view = presenterView(snapshot)
  const events = await readEvents(db, { streamId: roomId, kind: 'room', upTo: seq })
  const presented = events.filter(({ event }) => event.type === 'step.presented')
  // While people come in, no time of the plan has passed.
  const openedAt = presented[0]?.occurredAt ?? events[0]?.occurredAt ?? ''
  return {
    ...view,
    ...(await besides(db, room, view)),
    seq,
    supportPerson: snapshot.context.opened.supportPerson,
    isRehearsal: room.isRehearsal,
    ledBy: markOfLead(room),
    openedAt,
    startedAt: presented.at(-1)?.occurredAt ?? openedAt,
    counts: await readCounts(db, room),
    waiting: await listTexts(db, roomId),
    creditMinutes: snapshot.context.opened.plan.steps
      .filter(({ isCreditTime }) => isCreditTime)
      .reduce((sum, { minutes }) => sum + minutes, 0)
  }
}

/** @returns what a seat answered to a question, as the server has it. */
export async function findMyAnswer(
  db: Db,
  { seat, question }: { seat: Seat; question: string }
): Promise<{ question: string; answer: { marked?: string[]; sorted?: Record<string, string> } } | null> {
  const row = await db
    .selectFrom('roomAnswer')
    .select('answer')
    .where('roomId', '=', seat.roomId)
    .where('question', '=', question)
    .where('seatId', '=', seat.id)
    .executeTakeFirst()
  if (!row) return null
  const answer = answerSchema.parse(JSON.parse(row.answer))
  return 'text' in answer ? null : { question, answer }
}

/** @returns how many are here, and what waits for those who lead. */
export async function readCounts(db: Db, room: Pick<Room, 'id' | 'openQuestion'>): Promise<Counts> {
  const signals = await db
    .selectFrom('roomSignal')
    .select(['kind', 'question', 'isSeen'])
    .where('roomId', '=', room.id)
    .execute()
  const texts = await listTexts(db, room.id)
  const answeredByText = texts.filter(({ question }) => question !== null && question === room.openQuestion).length
  const { seats, answered } = await countSeats(db, room)
  return {
    seats,
    answered: answered + answeredByText,
    moreTime: signals.filter(
      (it) => it.kind === 'more-time' && it.question !== null && it.question === room.openQuestion
    ).length,
    support: signals.filter(({ kind, isSeen }) => kind === 'support' && isSeen === 0).length,
    waitingTexts: texts.filter(({ state }) => state === 'waiting').length
  }
}

// By id, which is random: in which order sentences came says who typed them to whoever watches hands.
function listTexts(db: Db, roomId: string) {
  return db
    .selectFrom('roomText')
    .select(['id', 'kind', 'question', 'text', 'state'])
    .where('roomId', '=', roomId)
    .orderBy('id')
    .execute()
}

async function besides(db: Db, room: Room, { step, state }: SharedView): Promise<{ code: string; texts: string[] }> {
  const isShown = ['distributionShown', 'discussing', 'recommendationShown'].includes(state)
  if (!step || !isShown) return { code: room.code, texts: [] }
  const shown = (await listTexts(db, room.id)).filter(
    (it) => it.state === 'shown' && it.question?.startsWith(`${step.id}#`)
  )
  return { code: room.code, texts: shown.map(({ text }) => text) }
}

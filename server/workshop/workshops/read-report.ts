import { reportOn, type SessionReport } from '#machines/room/report.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { loadRoom } from '../rooms/load-room.ts'
import { countSeats, getRoom } from '../rooms/queries.ts'
import type { Host } from './host.ts'
import { getWorkshop } from './queries.ts'

/**
 * A session, without the step that is on while it runs. `said` are the sentences that were shown, by their step, `parked`
 * what was put on the list. Both and `phones` are here until they are deleted, within a day of the end.
 */
export type HeldSession = SessionReport & {
  workshopId: string
  heldOn: string
  isOver: boolean
  phones: number
  parked: string[]
  said: { title: string; lines: string[] }[]
}

/** @returns what a session of this host's workshop came to. Throws `workshop_not_found`, `room_not_found`. */
export async function readReport(
  db: Db,
  host: Host,
  { workshopId, roomId }: { workshopId: string; roomId: string }
): Promise<HeldSession> {
  const workshop = await getWorkshop(db, host, workshopId)
  const room = await getRoom(db, roomId)
  if (room.workshopId !== workshop.id) throw new AppError('room_not_found')
  const { context } = (await loadRoom(db, room)).snapshot
  const texts = await db
    .selectFrom('roomText')
    .select(['kind', 'question', 'text', 'state'])
    .where('roomId', '=', roomId)
    .orderBy('id')
    .execute()
  const isOver = room.endedAt !== null
  const { title, questions } = reportOn(context)
  const said = context.opened.plan.steps.flatMap(({ id, title }) => {
    const lines = texts.filter(({ state, question }) => state === 'shown' && question?.startsWith(`${id}#`))
    return lines.length > 0 ? [{ title, lines: lines.map(({ text }) => text) }] : []
  })
  return {
    title,
    questions: isOver ? questions : questions.filter(({ step }) => step !== context.step),
    workshopId: workshop.id,
    heldOn: room.openedOn,
    isOver,
    phones: (await countSeats(db, room)).seats,
    parked: texts.filter(({ kind, state }) => kind === 'parking' && state !== 'hidden').map(({ text }) => text),
    said
  }
}

import { reportOn, type SessionReport } from '#machines/room/report.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { loadRoom } from '../rooms/load-room.ts'
import { countSeats, getRoom } from '../rooms/queries.ts'
import type { Host } from './host.ts'
import { getWorkshop } from './queries.ts'

/** A session after its end. Sentences are here until they are deleted, within a day of the end; `phones` likewise. */
export type HeldSession = SessionReport & {
  workshopId: string
  heldOn: string
  isOver: boolean
  phones: number
  commitments: string[]
  parked: string[]
  sentences: string[]
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
    .select(['kind', 'text', 'state'])
    .where('roomId', '=', roomId)
    .orderBy('id')
    .execute()
  const ofKind = (kind: string) =>
    texts.filter((it) => it.kind === kind && it.state !== 'hidden').map(({ text }) => text)
  return {
    ...reportOn(context),
    workshopId: workshop.id,
    heldOn: room.openedOn,
    isOver: room.endedAt !== null,
    phones: (await countSeats(db, room)).seats,
    commitments: ofKind('commitment'),
    parked: ofKind('parking'),
    sentences: texts.filter(({ kind, state }) => kind === 'answer' && state === 'shown').map(({ text }) => text)
  }
}

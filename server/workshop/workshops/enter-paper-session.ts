import type { Tally } from '#machines/room/events.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { isId } from '#server/record/ids.ts'
import { type Lead, makeMove } from '../rooms/make-move.ts'
import { getRoom } from '../rooms/queries.ts'
import { startRoom } from '../rooms/start-room.ts'
import type { Host } from './host.ts'
import { type PaperVotes, votesIn } from './paper-votes.ts'
import { planOf, type Teaching } from './plan-of.ts'
import { getWorkshop, type Workshop } from './queries.ts'

/**
 * `heldOn` is YYYY-MM-DD; `fields` are those of the form, named by `fieldOf`. `roomId` is chosen by the form's page, so that
 * a form that is sent twice is kept once.
 */
type Entry = {
  workshopId: string
  roomId: string
  heldOn: string
  fields: ReadonlyMap<string, readonly string[]>
  teaching: Teaching
  now: Date
}

const furthestAhead = 14 * 60 * 60 * 1000

/**
 * Keeps a session that was held by hands or on paper as a room of its own, which has ended: its log is that of a room in
 * which each question was closed with a show of hands.
 * @returns the room's id
 * @throws `workshop_not_found`, `tally_impossible` also where nothing was counted, `invalid_input` for a day that is
 *   none or still to come
 */
export async function enterPaperSession(db: Db, host: Host, entry: Entry): Promise<string> {
  const workshop = await getWorkshop(db, host, entry.workshopId)
  if (!isId(entry.roomId)) throw new AppError('invalid_input')
  const asked = { roomId: entry.roomId, workshopId: workshop.id }
  try {
    if (!(await isKept(db, asked))) await keepSession(db, workshop, entry)
  } catch (fault) {
    // Sent twice at once: whoever comes second finds it kept.
    if (!(await isKept(db, asked))) throw fault
  }
  return entry.roomId
}

async function isKept(db: Db, { roomId, workshopId }: { roomId: string; workshopId: string }): Promise<boolean> {
  const room = await db.selectFrom('room').select('workshopId').where('id', '=', roomId).executeTakeFirst()
  return room?.workshopId === workshopId
}

function keepSession(db: Db, { id, agenda, supportPerson }: Workshop, entry: Entry): Promise<void> {
  return inTransaction(db, async (db) => {
    const plan = planOf(agenda, entry.teaching)
    const votes = votesIn(entry.fields, plan)
    if (votes.length === 0) throw new AppError('tally_impossible')
    const now = noonOf(entry)
    const opening = { plan, workshopId: id, isRehearsal: false, supportPerson, now, roomId: entry.roomId }
    const { roomId, control } = await startRoom(db, opening)
    for (const act of [...votes.flatMap(actsOf), { type: 'room.ended' as const }]) {
      const { lastSeq: seenSeq } = await getRoom(db, roomId)
      await makeMove(db, { roomId, control, seenSeq, act, now })
    }
  })
}

// A room has no time of its own; noon is the same day in most places that read it.
function noonOf({ heldOn, now }: Entry): Date {
  const noon = new Date(`${heldOn}T12:00:00.000Z`)
  const today = new Date(now.getTime() + furthestAhead).toISOString().slice(0, 10)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(heldOn) && !Number.isNaN(noon.getTime())
  if (!isDay || noon.toISOString().slice(0, 10) !== heldOn || heldOn > today) throw new AppError('invalid_input')
  return noon
}

function actsOf({ step, votes: [first, second] }: PaperVotes): Lead['act'][] {
  if (!first) return []
  const again: Lead['act'][] = second ? [{ type: 'question.reopened' }, counted(second)] : []
  return [
    { type: 'step.presented', step },
    { type: 'question.opened' },
    counted(first),
    { type: 'distribution.shown' },
    ...again
  ]
}

function counted(tally: Tally): Lead['act'] {
  return { type: 'tally', tally }
}

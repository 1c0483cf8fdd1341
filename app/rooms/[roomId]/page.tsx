import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { facilityFor } from '#server/learning/facility/queries.ts'
import { record } from '#server/record/db/client.ts'
import { newId } from '#server/record/ids.ts'
import { findSeat, getRoom, organizationOfRoom, type Seat } from '#server/workshop/rooms/queries.ts'
import { findMyAnswer, readRoomView } from '#server/workshop/rooms/views.ts'
import { missing } from '../../_components/missing.ts'
import { CodeNotice } from '../../_components/notice.tsx'
import { Numbers } from '../_live/numbers.tsx'
import { PlaceCard } from '../_live/place-card.tsx'
import { Beside } from './phone/beside.tsx'
import { Phone } from './phone/phone.tsx'

export const metadata: Metadata = { title: 'Session', robots: { index: false } }

/** A phone in a room: the current question and nothing ahead, answerable before any script has run. */
export default async function RoomPage({ params, searchParams }: PageProps<'/rooms/[roomId]'>) {
  const [{ roomId }, search] = await Promise.all([params, searchParams])
  const seat = await seatHere(roomId)
  if (!seat) redirect('/rooms/join?notice=seat_not_found')
  const view = await readRoomView(record(), roomId, seat).catch((error) => {
    if (error instanceof AppError && error.code === 'room_not_found') missing()
    throw error
  })
  const room = await getRoom(record(), roomId)
  const organizationIds = await organizationOfRoom(record(), room)
  const [given, facility] = await Promise.all([
    view.open ? findMyAnswer(record(), { seat, question: view.open }) : null,
    facilityFor(record(), env().dataDir, { organizationIds, chosen: organizationIds[0] })
  ])
  const { notice, answered } = search
  return (
    <>
      <CodeNotice code={notice} />
      <Phone
        roomId={roomId}
        first={view}
        isRehearsal={room.isRehearsal}
        holds={seat.part}
        given={given}
        sent={typeof answered === 'string' ? answered : undefined}
        textId={newId()}
        card={<PlaceCard facility={facility} />}
        numbers={<Numbers />}
      />
      <Beside roomId={roomId} seat={seat} supportPerson={view.supportPerson} isOver={view.state === 'ended'} />
    </>
  )
}

async function seatHere(roomId: string): Promise<Seat | undefined> {
  const token = (await cookies()).get(`attune-seat-${roomId}`)?.value
  return findSeat(record(), roomId, token)
}

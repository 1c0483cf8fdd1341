import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { newId } from '#server/record/ids.ts'
import { findSeat, type Seat } from '#server/workshop/rooms/queries.ts'
import { findMyAnswer, readRoomView } from '#server/workshop/rooms/views.ts'
import { missing } from '../../_components/missing.ts'
import { CodeNotice } from '../../_components/notice.tsx'
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
  const given = view.open ? await findMyAnswer(record(), { seat, question: view.open }) : null
  return (
    <>
      <CodeNotice code={search.notice} />
      <Phone roomId={roomId} first={view} given={given} textId={newId()} />
      <Beside roomId={roomId} seat={seat} supportPerson={view.supportPerson} />
    </>
  )
}

async function seatHere(roomId: string): Promise<Seat | undefined> {
  const token = (await cookies()).get(`attune-seat-${roomId}`)?.value
  return findSeat(record(), roomId, token)
}

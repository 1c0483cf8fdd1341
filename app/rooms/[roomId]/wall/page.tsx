import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { facilityFor } from '#server/learning/facility/queries.ts'
import { record } from '#server/record/db/client.ts'
import { getRoom, organizationOfRoom } from '#server/workshop/rooms/queries.ts'
import { readRoomView } from '#server/workshop/rooms/views.ts'
import { missing } from '../../../_components/missing.ts'
import { Qr } from '../../../_components/qr.tsx'
import { Numbers } from '../../_live/numbers.tsx'
import { PlaceCard } from '../../_live/place-card.tsx'
import { joinAddress } from '../join-address.ts'
import { Wall } from './wall.tsx'

export const metadata: Metadata = { title: 'Session', robots: { index: false } }

/** What is put on the projector: only what everybody may see. */
export default async function WallPage({ params }: PageProps<'/rooms/[roomId]/wall'>) {
  const { roomId } = await params
  const room = await getRoom(record(), roomId).catch((error) => {
    if (error instanceof AppError && error.code === 'room_not_found') missing()
    throw error
  })
  const organizationIds = await organizationOfRoom(record(), room)
  const [view, facility] = await Promise.all([
    readRoomView(record(), roomId),
    facilityFor(record(), env().dataDir, { organizationIds, chosen: organizationIds[0] })
  ])
  const address = await joinAddress(room)
  return (
    <Wall
      roomId={roomId}
      first={view}
      isRehearsal={room.isRehearsal}
      shortAddress={address.short}
      picture={<Qr text={address.full} label="Square to scan, which opens the page for joining" />}
      card={<PlaceCard facility={facility} />}
      numbers={<Numbers />}
    />
  )
}

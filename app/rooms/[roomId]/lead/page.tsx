import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { hashOf } from '#server/record/ids.ts'
import { getRoom, markOfLead, mayWatch, type Room } from '#server/workshop/rooms/queries.ts'
import { readLeadView } from '#server/workshop/rooms/views.ts'
import { missing } from '../../../_components/missing.ts'
import { CodeNotice } from '../../../_components/notice.tsx'
import { Qr } from '../../../_components/qr.tsx'
import { joinAddress } from '../join-address.ts'
import { Presenter } from './presenter.tsx'

export const metadata: Metadata = { title: 'Lead', robots: { index: false } }

/** What whoever leads sees: notes, the next step, times, counts and what waits. Never to be put on the wall. */
export default async function LeadPage({ params, searchParams }: PageProps<'/rooms/[roomId]/lead'>) {
  const [{ roomId }, search] = await Promise.all([params, searchParams])
  const room = await roomHere(roomId)
  const kept = await cookies()
  const [control, watch] = ['lead', 'watch'].map((holder) => kept.get(`attune-${holder}-${roomId}`)?.value)
  if (![control, watch].some((token) => mayWatch(room, token))) missing()
  const { full } = await joinAddress(room)
  const helpers = watch ? `${new URL(full).origin}/rooms/${roomId}/help?t=${watch}` : undefined
  return (
    <>
      <CodeNotice code={search.notice} />
      <Presenter
        roomId={roomId}
        servedAt={Date.now()}
        first={await readLeadView(record(), roomId)}
        mark={control ? markOfLead({ controlHash: hashOf(control) }) : null}
        report={room.workshopId && !room.isRehearsal ? `/workshops/${room.workshopId}/sessions/${roomId}` : null}
        helperPicture={helpers ? <Qr text={helpers} label="Square that lets a second person look on" /> : null}
      />
    </>
  )
}

async function roomHere(roomId: string): Promise<Room> {
  try {
    return await getRoom(record(), roomId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'room_not_found') missing()
    throw error
  }
}

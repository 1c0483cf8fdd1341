'use client'

import { useEffect, useRef, useState } from 'react'
import type { RoomCounts, RoomView } from '#machines/room/view.ts'
import { type Contact, Line } from './line.ts'

/** `ask` reads the view at once where no stream brings it. */
export type Live<V, C> = { view: V; counts: C | undefined; contact: Contact; ask: () => void }

/**
 * Keeps a room's view as new as the line allows: a stream, and where that stays silent a question every five seconds.
 * A view that was already passed is ignored, so that a late message takes nobody back.
 */
export function useRoom<V extends RoomView, C extends RoomCounts = RoomCounts>(
  roomId: string,
  as: 'seat' | 'wall' | 'lead',
  first: V
): Live<V, C> {
  const [view, setView] = useState(first)
  const [counts, setCounts] = useState<C>()
  const [contact, setContact] = useState<Contact>('live')
  const newest = useRef(first.seq)
  const line = useRef<Line<V, C>>(undefined)

  useEffect(() => {
    const opened = new Line<V, C>(`/rooms/${roomId}`, as, {
      onView: (next) => {
        if (next.seq < newest.current) return
        newest.current = next.seq
        setView(next)
      },
      onCounts: setCounts,
      onContact: setContact
    })
    line.current = opened
    return () => opened.close()
  }, [roomId, as])

  return { view, counts, contact, ask: () => line.current?.askUnlessLive() }
}

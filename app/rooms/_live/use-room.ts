'use client'

import { useEffect, useRef, useState } from 'react'
import type { RoomCounts, RoomView } from '#machines/room/view.ts'

/**
 * `live`: views arrive as they change. `asking`: the stream is blocked, so the page asks every few seconds. `lost`: the
 * server cannot be reached. `gone`: it can, and has no such room or seat any more.
 */
export type Contact = 'live' | 'asking' | 'lost' | 'gone'

/** `ask` reads the view at once where no stream brings it. */
export type Live<V, C> = { view: V; counts: C | undefined; contact: Contact; ask: () => void }

const askEvery = 5000
const silence = 25_000

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
  const line = useRef<Line>(undefined)

  useEffect(() => {
    const opened = openLine<V, C>(`/rooms/${roomId}`, as, {
      onView: (next) => {
        if (next.seq < newest.current) return
        newest.current = next.seq
        setView(next)
      },
      onCounts: setCounts,
      onContact: setContact
    })
    line.current = opened
    return opened.close
  }, [roomId, as])

  return { view, counts, contact, ask: () => line.current?.ask() }
}

type Line = { close: () => void; ask: () => void }

type Hearing<V, C> = {
  onView: (view: V) => void
  onCounts: (counts: C) => void
  onContact: (contact: Contact) => void
}

function openLine<V, C>(room: string, as: string, { onView, onCounts, onContact }: Hearing<V, C>): Line {
  let source: EventSource | undefined
  let heardAt = 0
  let isClosed = false
  const hear = () => {
    heardAt = Date.now()
    onContact('live')
  }
  const connect = () => {
    if (isClosed) return
    source?.close()
    source = new EventSource(`${room}/stream?as=${as}`)
    source.addEventListener('beat', hear)
    source.addEventListener('view', ({ data }) => {
      hear()
      onView(JSON.parse(data))
    })
    source.addEventListener('count', ({ data }) => {
      hear()
      onCounts(JSON.parse(data))
    })
    source.addEventListener('gone', () => {
      isClosed = true
      source?.close()
      onContact('gone')
    })
  }
  const ask = async () => {
    if (!isClosed) await askOnce(`${room}/view?as=${as}`, { onView, onContact })
  }
  // A blocked stream may look open and stay silent, and a phone that slept has a dead one: both are made anew.
  const look = () => {
    if (isClosed || document.hidden) return
    const isOpen = source?.readyState === EventSource.OPEN
    if (isOpen && Date.now() - heardAt < silence) return
    void ask()
    if (source?.readyState === EventSource.CLOSED || Date.now() - heardAt > silence) connect()
  }
  const wake = () => {
    if (document.hidden) return
    connect()
    void ask()
  }
  const jitter = Math.random() * 500
  const timer = setInterval(look, askEvery + jitter)
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', wake)
  connect()
  return {
    ask: () => {
      const isStreaming = source?.readyState === EventSource.OPEN && Date.now() - heardAt < silence
      if (!isStreaming) void ask()
    },
    close: () => {
      isClosed = true
      clearInterval(timer)
      source?.close()
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('online', wake)
    }
  }
}

async function askOnce<V>(
  address: string,
  { onView, onContact }: { onView: (view: V) => void; onContact: (contact: Contact) => void }
): Promise<void> {
  try {
    const answer = await fetch(address, { cache: 'no-store' })
    if (answer.status === 404) return onContact('gone')
    if (!answer.ok) return onContact('lost')
    onView(await answer.json())
    onContact('asking')
  } catch {
    onContact('lost')
  }
}

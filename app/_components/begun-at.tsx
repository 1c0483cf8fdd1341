'use client'

import { useSyncExternalStore } from 'react'

/** A moment of today or an earlier day, in the reader's own time zone once scripts run, in the server's before. */
export function BegunAt({ moment }: { moment: string }) {
  // The server's zone may differ from the reader's; the text is allowed to change when the page wakes.
  const words = useSyncExternalStore(
    never,
    () => inWords(moment),
    () => inWords(moment)
  )
  return (
    <time dateTime={moment} suppressHydrationWarning>
      {words}
    </time>
  )
}

function never(): () => void {
  return () => {}
}

function inWords(moment: string): string {
  const at = new Date(moment)
  const time = at.toLocaleTimeString('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const isToday = at.toDateString() === new Date().toDateString()
  return isToday ? time : `${time} on ${at.toLocaleDateString('en-US', { month: 'long', day: 'numeric' })}`
}

'use client'

import { type MouseEvent, useEffect } from 'react'

const presses = 3
const withinMilliseconds = 2000

/**
 * The way out: a plain link to the operator's neutral page. With scripts it also replaces this page in the history,
 * and pressing Shift three times does the same.
 */
export function QuickExit({ href, className }: { href: string; className?: string | undefined }) {
  useEffect(() => onTripleShift(() => leave(href)), [href])
  return (
    <a className={className} href={href} rel="noreferrer" onClick={(event) => leaveAtOnce(event, href)}>
      Leave quickly
    </a>
  )
}

function leaveAtOnce(event: MouseEvent, href: string): void {
  event.preventDefault()
  leave(href)
}

function leave(href: string): void {
  document.documentElement.hidden = true
  window.location.replace(href)
}

function onTripleShift(act: () => void): () => void {
  let times: number[] = []
  function count(event: KeyboardEvent): void {
    if (event.repeat) return
    const earliest = event.timeStamp - withinMilliseconds
    times = event.key === 'Shift' ? [...times.filter((time) => time > earliest), event.timeStamp] : []
    if (times.length >= presses) act()
  }
  window.addEventListener('keydown', count)
  return () => window.removeEventListener('keydown', count)
}

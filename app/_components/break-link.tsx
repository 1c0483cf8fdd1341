'use client'

import { usePathname } from 'next/navigation'
import { type MouseEvent, useRef } from 'react'
import screen from './break-screen.module.css'

/** Hides the page under a blank one. Without scripts it is a link to a blank page that leads back. */
export function BreakLink() {
  const cover = useRef<HTMLDialogElement>(null)
  const path = usePathname()
  function begin(event: MouseEvent): void {
    event.preventDefault()
    cover.current?.showModal()
  }
  return (
    <>
      <a href={`/break?return=${encodeURIComponent(path)}`} onClick={begin}>
        Take a break
      </a>
      <dialog ref={cover} className={screen.cover} aria-label="Break">
        <form method="dialog">
          <button type="submit" className={screen.back}>
            Back when you are ready
          </button>
        </form>
      </dialog>
    </>
  )
}

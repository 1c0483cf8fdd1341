'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { RoomView } from '#machines/room/view.ts'
import type { Contact } from '../../_live/line.ts'
import { movedWords } from '../../_live/step-words.ts'
import { useRoom } from '../../_live/use-room.ts'
import styles from './phone.module.css'
import type { Given } from './question-form.tsx'
import { Ended, Pause, Stage } from './stage.tsx'

type PhoneProps = {
  roomId: string
  first: RoomView
  isRehearsal: boolean
  /** The part of the page that this phone holds at its table, if any. */
  holds: 'note' | 'room' | 'talk' | null
  /** What this seat answered to the question that is open at first; `sent` names a question it sent a sentence to. */
  given: { question: string; answer: Given } | null
  sent: string | undefined
  textId: string
  /** The card of the place and the numbers to call, drawn by the server. */
  card: ReactNode
  numbers: ReactNode
}

/**
 * One phone in a room. Before scripts it is a page with one form; with them it follows the room, and where somebody is
 * in the middle of something it asks before it takes the page away.
 */
export function Phone({ roomId, first, isRehearsal, card, numbers, ...mine }: PhoneProps) {
  const { view: newest, contact } = useRoom(roomId, 'seat', first)
  const [shown, setShown] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const isPaused = newest.state === 'paused'
  const isOver = newest.state === 'ended' || contact === 'gone'
  const isWaiting = isBusy && shown.open !== null && newest.open !== shown.open
  // A pause lays itself over the page: what was marked or is on its way stays beneath.
  const view = isWaiting || isPaused ? shown : newest
  if (view !== shown) setShown(view)
  const stage = useFollowed(`${view.step?.id}/${view.state}`, view.step?.id)
  const goOn = () => {
    setBusy(false)
    setShown(newest)
  }
  return (
    <div className={styles.phone} onInput={() => setBusy(true)} onSubmit={() => setBusy(false)}>
      {isRehearsal ? <p className={styles.rehearsal}>Rehearsal: answers are wiped at its end.</p> : null}
      <Line contact={contact} />
      <p className="unseen" role="status">
        {movedWords(newest)}
      </p>
      {isOver ? <Ended numbers={numbers} /> : null}
      {isPaused ? <Pause isGrounding={newest.isGrounding} numbers={numbers} /> : null}
      {isWaiting && !isPaused && !isOver ? (
        <p className={styles.moved}>
          The room has gone on.{' '}
          <button type="button" className={styles.go} onClick={goOn}>
            Show where it is
          </button>
        </p>
      ) : null}
      <div ref={stage} tabIndex={-1} className={styles.held} hidden={isPaused || isOver}>
        <Stage key={view.step?.id ?? view.state} roomId={roomId} view={view} card={card} {...mine} />
      </div>
    </div>
  )
}

/**
 * Keeps whoever reads along in place: a new step begins at its top, and where what had the focus went with the old page,
 * its place takes the focus over. Nobody else's focus is moved.
 */
function useFollowed(shown: string, step: string | undefined) {
  const stage = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  const hadFocus = useRef(false)
  useEffect(() => {
    const note = () => {
      hadFocus.current = stage.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what is shown that moves the page.
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) stage.current?.focus({ preventScroll: true })
    if (before.current === step) return
    before.current = step
    const top = stage.current?.getBoundingClientRect().top ?? 0
    if (top < 0) stage.current?.scrollIntoView({ block: 'start' })
  }, [shown, step])
  return stage
}

function Line({ contact }: { contact: Contact }) {
  return (
    <p className={styles.line} role="status">
      {contact === 'lost' ? 'The line is down. What you sent is kept here, and this page mends itself.' : null}
    </p>
  )
}

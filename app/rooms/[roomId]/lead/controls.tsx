'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { actsFor, turnTo } from './acts.ts'
import { Injects } from './injects.tsx'
import { type Leading, Move } from './move.tsx'
import styles from './presenter.module.css'

/** For how long, in milliseconds, a press does nothing after the room has moved: it was meant for what stood there before. */
const settling = 600

/** The moves that are possible now, the likely one first. Ending asks twice, and a second press in a moment does nothing. */
export function Controls(leading: Leading) {
  const { view } = leading
  const isSettled = useSettled(view.seq)
  const holdBack = (event: FormEvent) => {
    if (isSettled) return
    event.preventDefault()
    event.stopPropagation()
  }
  const isOn = view.state !== 'paused' && view.state !== 'ended'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would disable its buttons, and with that take the focus away.
    <div
      className={styles.controls}
      role="group"
      aria-label="Next"
      aria-disabled={!isSettled}
      onSubmitCapture={holdBack}
    >
      <Acts {...leading} />
      {view.state === 'recommendationShown' ? <Turns {...leading} /> : null}
      <Injects {...leading} />
      {isOn ? (
        <div className={styles.row}>
          <Move {...leading} act={{ act: 'room.paused', label: 'Pause' }} />
          <Move {...leading} act={{ act: 'room.grounded', label: 'Pause and ground' }} />
        </div>
      ) : null}
      {isOn ? <Steps {...leading} /> : null}
      {view.state === 'ended' ? null : (
        <details>
          <summary>End the session</summary>
          <p>Phones say goodbye, and answers are deleted within a day. The report stays.</p>
          <Move {...leading} act={{ act: 'room.ended', label: 'End it now' }} />
        </details>
      )}
    </div>
  )
}

function Acts(leading: Leading) {
  const { view } = leading
  const acts = actsFor(view)
  const isLast = view.next === null && view.step !== null && !view.open
  return (
    <>
      <div className={styles.row}>
        {acts.map((act, index) => (
          // By place: what is pressed keeps the focus while its words change.
          <Move key={index === 0 ? 'first' : act.label} {...leading} act={act} isFirst={index === 0} />
        ))}
      </div>
      {isLast ? <p>This is the last block. End the session below once you are done.</p> : null}
    </>
  )
}

function Turns(leading: Leading) {
  const { view } = leading
  const turns = (view.ahead?.turns ?? []).filter(({ option }) => option !== view.turn?.option)
  if (turns.length === 0) return null
  return (
    <details>
      <summary>What if we had said another?</summary>
      <ul className={styles.steps}>
        {turns.map(({ option, isHarmful }) => (
          <li key={option}>
            <Move {...leading} act={turnTo(view, option)} />
            {isHarmful ? ' might do harm' : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Steps(leading: Leading) {
  const { view } = leading
  if (view.open) return <p className={styles.soft}>Close the question before you go to another step.</p>
  return (
    <details>
      <summary>Go to another step, or back to one</summary>
      <ol className={styles.steps}>
        {view.steps.map(({ id, title, isAnswered }) => (
          <li key={id}>
            {id === view.step?.id ? (
              <strong>{title} (now)</strong>
            ) : (
              <Move {...leading} act={{ act: 'step.presented', label: title, fields: { step: id } }} />
            )}
            {isAnswered ? ' answered' : null}
          </li>
        ))}
      </ol>
    </details>
  )
}

// A double press, or one that came as the page changed under the finger, must not make the next move as well.
function useSettled(seq: number): boolean {
  const [settledAt, setSettledAt] = useState(seq)
  useEffect(() => {
    const timer = setTimeout(() => setSettledAt(seq), settling)
    return () => clearTimeout(timer)
  }, [seq])
  return settledAt === seq
}

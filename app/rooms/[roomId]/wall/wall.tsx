'use client'

import type { ReactNode } from 'react'
import type { RoomView } from '#machines/room/view.ts'
import { Answers, Body, Recommended, Turn } from '../../_live/shown.tsx'
import { useRoom } from '../../_live/use-room.ts'
import styles from './wall.module.css'

type WallProps = { roomId: string; first: RoomView; shortAddress: string; picture: ReactNode; card: ReactNode }

/** The projector: what everybody may see, large enough to be read from the last row. */
export function Wall({ roomId, first, shortAddress, picture, card }: WallProps) {
  const { view, counts, contact } = useRoom(roomId, 'wall', first)
  const isLobby = view.state === 'lobby'
  return (
    <div className={styles.wall}>
      <div className={styles.stage} aria-live="polite">
        {isLobby ? (
          <Door code={view.code} shortAddress={shortAddress} picture={picture} title={view.title} />
        ) : (
          <Scene view={view} card={card} />
        )}
      </div>
      <p className={styles.foot}>
        {isLobby ? null : (
          <span>
            {shortAddress} <strong className={styles.code}>{view.code}</strong>
          </span>
        )}
        <span>{counts ? countWords(view, counts) : null}</span>
        {contact === 'lost' ? <span>The line is down; this mends itself.</span> : null}
      </p>
    </div>
  )
}

function countWords(view: RoomView, { seats, answered }: { seats: number; answered: number }): string {
  return view.open
    ? `${answered} of ${seats} have answered`
    : `${seats} ${seats === 1 ? 'phone is' : 'phones are'} here`
}

function Door({
  title,
  code,
  shortAddress,
  picture
}: {
  title: string
  code: string
  shortAddress: string
  picture: ReactNode
}) {
  return (
    <div className={styles.door}>
      <div>
        <h1>{title}</h1>
        <p>Open this address on your phone, or scan the square:</p>
        <p className={styles.address}>{shortAddress}</p>
        <p>and type</p>
        <p className={styles.bigCode}>{code}</p>
        <p className={styles.small}>No account and no name. You may take part without a phone.</p>
      </div>
      <div className={styles.picture}>{picture}</div>
    </div>
  )
}

function Scene({ view, card }: { view: RoomView; card: ReactNode }) {
  const { state, step, question, distributions, discuss, recommendation, turn } = view
  if (state === 'ended')
    return <Words title="Thank you" text="Support at any hour stands on the page on your phone, under Support." />
  if (state === 'paused')
    return view.isGrounding ? (
      <Words
        title="A moment to settle"
        text="Feel both feet on the floor. Look at one thing and follow its edge. Breathe out slowly. You may step out."
      />
    ) : (
      <Words title="A short pause" text="We go on in a moment." />
    )
  if (!step) return null
  const isAfter = distributions.length > 0 || recommendation !== null
  return (
    <>
      <h1>{step.title}</h1>
      {isAfter ? null : <Body step={step} />}
      {view.injects.map(({ id, text, table }) =>
        table === null ? (
          <p className={styles.inject} key={id}>
            {text}
          </p>
        ) : null
      )}
      {step.kind === 'card' ? card : null}
      {question && !recommendation ? <p className={styles.prompt}>{question.prompt}</p> : null}
      {question && !isAfter ? (
        <ul className={styles.options}>
          {question.options.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : null}
      {state === 'closed' ? <p className={styles.prompt}>Closed.</p> : null}
      {recommendation ? null : <Answers distributions={distributions} />}
      {view.texts.length > 0 ? (
        <ul className={styles.options}>
          {view.texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {discuss && state === 'discussing' ? <p className={styles.discuss}>{discuss}</p> : null}
      {turn ? <Turn turn={turn} /> : <Recommended view={view} />}
    </>
  )
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div className={styles.words}>
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  )
}

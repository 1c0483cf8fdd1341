'use client'

import type { ReactNode } from 'react'
import type { RoomCounts, RoomView } from '#machines/room/view.ts'
import { movedWords } from '../../_live/step-words.ts'
import { useRoom } from '../../_live/use-room.ts'
import { Ended, Scene } from './scene.tsx'
import { useFit } from './use-fit.ts'
import styles from './wall.module.css'

type WallProps = {
  roomId: string
  first: RoomView
  isRehearsal: boolean
  shortAddress: string
  /** The square to scan, the card of the place and the numbers to call, drawn by the server. */
  picture: ReactNode
  card: ReactNode
  numbers: ReactNode
}

/** The projector: what everybody may see, large enough to be read from the last row. */
export function Wall({ roomId, first, isRehearsal, shortAddress, picture, card, numbers }: WallProps) {
  const { view, counts, contact } = useRoom(roomId, 'wall', first)
  const { stage, hasMore, showMore } = useFit(view)
  const isLobby = view.state === 'lobby'
  const isOver = view.state === 'ended' || contact === 'gone'
  return (
    <div className={styles.wall}>
      <p className="unseen" role="status">
        {movedWords(view)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.stage} ref={stage} aria-label="On the wall" tabIndex={0}>
        {isOver ? <Ended numbers={numbers} /> : null}
        {!isOver && isLobby ? (
          <Door code={view.code} shortAddress={shortAddress} picture={picture} title={view.title} />
        ) : null}
        {isOver || isLobby ? null : <Scene view={view} card={card} />}
      </section>
      <footer className={styles.foot}>
        {isRehearsal ? <strong className={styles.rehearsal}>Rehearsal</strong> : null}
        {isLobby || isOver ? null : (
          <span>
            {shortAddress} <strong className={styles.code}>{view.code}</strong>
          </span>
        )}
        {hasMore ? (
          <button type="button" className={styles.more} onClick={showMore}>
            More below
          </button>
        ) : null}
        <span>{counts && contact === 'live' && !isOver ? countWords(view, counts) : null}</span>
        {contact === 'lost' ? <span>The line is down; this mends itself.</span> : null}
      </footer>
    </div>
  )
}

function countWords(view: RoomView, { seats, answered }: RoomCounts): string {
  return view.open
    ? `${answered} of ${seats} have answered`
    : `${seats} ${seats === 1 ? 'phone is' : 'phones are'} here`
}

type DoorProps = { title: string; code: string; shortAddress: string; picture: ReactNode }

function Door({ title, code, shortAddress, picture }: DoorProps) {
  return (
    <div className={styles.door}>
      <div>
        <h1>{title}</h1>
        <p>Open this address on your phone, or scan the square:</p>
        <p className={styles.address}>{shortAddress}</p>
        <p>and type</p>
        <p className={styles.bigCode}>{code}</p>
        <p>No account and no name. You may take part without a phone.</p>
      </div>
      <div className={styles.picture}>{picture}</div>
    </div>
  )
}

'use client'

import type { ReactNode } from 'react'
import type { LeadView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import { Answers, Body } from '../../_live/shown.tsx'
import { useRoom } from '../../_live/use-room.ts'
import { Controls } from './controls.tsx'
import { Hands } from './hands.tsx'
import { Notes } from './notes.tsx'
import styles from './presenter.module.css'
import { Times } from './times.tsx'
import { Waiting } from './waiting.tsx'

type PresenterProps = { roomId: string; first: LeadView; leads: boolean; helperPicture: ReactNode }

/** The presenter's window or phone: what is on the wall now, what to say, what comes next, and what waits. */
export function Presenter({ roomId, first, leads, helperPicture }: PresenterProps) {
  const { view, counts: newest, contact } = useRoom(roomId, 'lead', first)
  const counts = newest ?? view.counts
  const { step, state } = view
  return (
    <div className={styles.presenter}>
      <header className={styles.head}>
        <p className={styles.over}>
          {view.isRehearsal ? 'Rehearsal · ' : null}
          {view.title} · code <strong className={styles.code}>{view.code}</strong>
        </p>
        <h1>{step?.title ?? stateWords[state]}</h1>
        <p role="status">
          {stateWords[state]}. {view.open ? `${counts.answered} of ${counts.seats} answered` : `${counts.seats} here`}
          {counts.moreTime > 0 ? `, ${counts.moreTime} ask for more time` : null}
          {contact === 'lost' ? '. The line is down; this page mends itself' : null}
        </p>
        {counts.support > 0 ? <Support roomId={roomId} count={counts.support} leads={leads} /> : null}
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          {leads ? <Controls roomId={roomId} view={view} /> : <TakeOver roomId={roomId} />}
          <Notes view={view} />
          {step ? (
            <details>
              <summary>What the wall shows</summary>
              <Body step={step} />
              {view.question ? <p>{view.question.prompt}</p> : null}
              <Answers distributions={view.distributions} />
            </details>
          ) : null}
          {leads && view.open && view.isRehearsal ? (
            <form method="post" action={`/rooms/${roomId}/simulate`}>
              <Button tone="plain">Let 24 invented people answer</Button>
            </form>
          ) : null}
          {leads && view.open && view.question ? <Hands roomId={roomId} view={view} /> : null}
        </div>
        <div className={styles.side}>
          <Times view={view} />
          <Waiting roomId={roomId} waiting={view.waiting} leads={leads} />
          {leads ? (
            <details>
              <summary>A second person</summary>
              <p>They scan this with their own phone or laptop, see what you see, and can take the lead.</p>
              <div className={styles.picture}>{helperPicture}</div>
            </details>
          ) : null}
          <p>
            <a href={`/rooms/${roomId}/wall`} target="_blank" rel="noopener">
              Open the projector’s window
            </a>
          </p>
        </div>
      </div>
    </div>
  )
}

const stateWords: Record<LeadView['state'], string> = {
  lobby: 'People are coming in',
  presenting: 'On the wall',
  collecting: 'Answers are coming in',
  closed: 'Closed, nothing shown yet',
  distributionShown: 'Their answers are on the wall',
  discussing: 'They discuss',
  revoting: 'They answer once more',
  recommendationShown: 'What is recommended is on the wall',
  paused: 'Paused',
  ended: 'Ended'
}

function Support({ roomId, count, leads }: { roomId: string; count: number; leads: boolean }) {
  return (
    <form className={styles.support} method="post" action={`/rooms/${roomId}/moderate`}>
      <p>
        <strong>Somebody asks for support{count > 1 ? `, ${count} times` : ''}.</strong> Nothing tells who. Let the
        support person stand where anyone can reach them.
      </p>
      {leads ? (
        <button type="submit" name="act" value="seen">
          Seen
        </button>
      ) : null}
    </form>
  )
}

function TakeOver({ roomId }: { roomId: string }) {
  return (
    <details className={styles.takeOver}>
      <summary>You look on. Take the lead</summary>
      <form method="post" action={`/rooms/${roomId}/take-over`}>
        <p>Whoever leads now will look on from then.</p>
        <button type="submit">Take the lead now</button>
      </form>
    </details>
  )
}

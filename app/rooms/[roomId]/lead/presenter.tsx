'use client'

import type { ReactNode } from 'react'
import type { Counts, LeadView } from '#machines/room/view.ts'
import { Button, ButtonLink } from '../../../_components/button.tsx'
import { Answers } from '../../_live/answers.tsx'
import { Body } from '../../_live/shown.tsx'
import { useRoom } from '../../_live/use-room.ts'
import { Controls } from './controls.tsx'
import { Hands } from './hands.tsx'
import { Notes } from './notes.tsx'
import styles from './presenter.module.css'
import { Support } from './support.tsx'
import { Times } from './times.tsx'
import { Waiting } from './waiting.tsx'

type PresenterProps = {
  roomId: string
  first: LeadView
  /** The mark of the lead that this browser holds, or held. */
  mark: string | null
  helperPicture: ReactNode
  /** When the server made this page, by its own clock, in milliseconds. */
  servedAt: number
  /** Where the session is reported on, for a room of a saved workshop. */
  report: string | null
}

/** The presenter's window or phone: what is on the wall now, what to say, what comes next, and what waits. */
export function Presenter({ roomId, first, mark, helperPicture, report, servedAt }: PresenterProps) {
  const { view, counts: newest, contact, ask } = useRoom<LeadView, Counts>(roomId, 'lead', first)
  const leads = mark === view.ledBy
  // Where the page asks, each answer brings the counts of that moment.
  const counts = contact === 'asking' ? view.counts : (newest ?? view.counts)
  const here = `/rooms/${roomId}/lead`
  const leading = {
    roomId,
    view,
    // A rehearsal is wiped at its end, and its page with it.
    onMoved: (next: string) => (next.startsWith(here) ? ask() : window.location.assign(next)),
    onLost: ask
  }
  return (
    <div className={styles.presenter}>
      <Head view={view} counts={counts} isLost={contact === 'lost'} />
      <Support roomId={roomId} count={counts.support} leads={leads} ask={ask} />
      {view.state === 'ended' && report ? (
        <p>
          <ButtonLink href={report}>Open the report</ButtonLink>
        </p>
      ) : null}
      <div className={styles.columns}>
        <div className={styles.main}>
          {leads ? <Controls {...leading} /> : <TakeOver roomId={roomId} />}
          {leads && view.open && view.isRehearsal ? (
            <form method="post" action={`/rooms/${roomId}/simulate`}>
              <Button tone="plain">Let 24 invented people answer</Button>
            </form>
          ) : null}
          {leads && view.open && view.question ? <Hands {...leading} /> : null}
          <Notes view={view} />
          <OnTheWall view={view} />
        </div>
        <div className={styles.side}>
          <Times view={view} servedAt={servedAt} />
          <Waiting roomId={roomId} waiting={view.waiting} leads={leads} ask={ask} />
          <p>
            <a href={`/rooms/${roomId}/wall`} target="_blank" rel="noopener">
              Open the projector’s window
            </a>
          </p>
          {leads && helperPicture ? (
            <details>
              <summary>A second person, or hand over</summary>
              <p>They scan this with their own phone or laptop, see what you see, and can take the lead.</p>
              <div className={styles.picture}>{helperPicture}</div>
            </details>
          ) : null}
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

type HeadProps = { view: LeadView; counts: LeadView['counts']; isLost: boolean }

// What moves is said aloud; what is counted is only shown, as it changes with every answer.
function Head({ view, counts, isLost }: HeadProps) {
  return (
    <header className={styles.head}>
      <p className={styles.over}>
        {view.isRehearsal ? <strong className={styles.rehearsal}>Rehearsal</strong> : null} {view.title} · code{' '}
        <strong className={styles.code}>{view.code}</strong>
      </p>
      <h1>{view.step?.title ?? stateWords[view.state]}</h1>
      <p className={styles.now}>
        <span role="status">{stateWords[view.state]}.</span>{' '}
        <span className={styles.count}>
          {view.open ? `${counts.answered} of ${counts.seats} answered` : `${counts.seats} here`}
          {counts.moreTime > 0 ? `, ${counts.moreTime} ${counts.moreTime === 1 ? 'asks' : 'ask'} for more time` : null}
        </span>
      </p>
      <p role="status">{isLost ? 'The line is down. What you pressed is kept, and this page mends itself.' : null}</p>
    </header>
  )
}

function OnTheWall({ view }: { view: LeadView }) {
  if (!view.step) return null
  return (
    <details>
      <summary>What the wall shows</summary>
      <Body step={view.step} />
      {view.question ? (
        <>
          <p>{view.question.prompt}</p>
          <ul>
            {view.question.options.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Answers distributions={view.distributions} question={view.question} />
    </details>
  )
}

function TakeOver({ roomId }: { roomId: string }) {
  return (
    <form className={styles.takeOver} method="post" action={`/rooms/${roomId}/take-over`}>
      <p>You look on. Whoever leads now will look on once you take the lead.</p>
      <details>
        <summary>Take the lead</summary>
        <Button tone="plain">Take the lead now</Button>
      </details>
    </form>
  )
}

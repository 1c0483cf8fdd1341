'use client'

import type { ReactNode } from 'react'
import type { LeadView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import { CodeNotice } from '../../../_components/notice.tsx'
import { useSending } from '../../_live/use-sending.ts'
import styles from './presenter.module.css'

type ControlsProps = { roomId: string; view: LeadView }
type Act = { act: string; label: string; tone?: 'action' | 'plain'; fields?: Record<string, string> }

/** The moves that are possible now, the likely one first. Ending asks twice. */
export function Controls({ roomId, view }: ControlsProps) {
  const [first, ...rest] = actsFor(view)
  return (
    <section className={styles.controls} aria-label="Next">
      <div className={styles.row}>
        {first ? <Move roomId={roomId} view={view} act={{ tone: 'action', ...first }} /> : null}
        {rest.map((act) => (
          <Move key={act.label} roomId={roomId} view={view} act={{ tone: 'plain', ...act }} />
        ))}
      </div>
      {view.state === 'recommendationShown' && view.turn === null ? <Turns roomId={roomId} view={view} /> : null}
      {view.expected.some((inject) => !inject.isReleased) ? <Injects roomId={roomId} view={view} /> : null}
      <details>
        <summary>Go to another step</summary>
        <ol className={styles.steps}>
          {view.steps.map(({ id, title, isAnswered }) => (
            <li key={id}>
              <Move
                roomId={roomId}
                view={view}
                act={{ act: 'step.presented', label: title, tone: 'plain', fields: { step: id } }}
              />
              {isAnswered ? ' answered' : null}
            </li>
          ))}
        </ol>
      </details>
      {view.state === 'paused' || view.state === 'ended' ? null : (
        <div className={styles.row}>
          <Move roomId={roomId} view={view} act={{ act: 'room.paused', label: 'Pause', tone: 'plain' }} />
          <Move roomId={roomId} view={view} act={{ act: 'room.grounded', label: 'Pause and ground', tone: 'plain' }} />
        </div>
      )}
      {view.state === 'ended' ? null : (
        <details>
          <summary>End the session</summary>
          <p>Phones say goodbye, and answers are deleted within a day. The report stays.</p>
          <Move roomId={roomId} view={view} act={{ act: 'room.ended', label: 'End it now', tone: 'plain' }} />
        </details>
      )}
    </section>
  )
}

function Move({
  roomId,
  view,
  act: { act, label, tone = 'plain', fields = {} },
  children
}: ControlsProps & { act: Act; children?: ReactNode }) {
  const { sending, send } = useSending()
  return (
    <form method="post" action={`/rooms/${roomId}/move`} onSubmit={send}>
      <input type="hidden" name="seenSeq" value={view.seq} />
      <input type="hidden" name="act" value={act} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button tone={tone}>{label}</Button>
      {sending.state === 'waiting' ? <span role="status"> Sending</span> : null}
      {sending.state === 'refused' ? <CodeNotice code={sending.code} /> : null}
    </form>
  )
}

function Turns({ roomId, view }: ControlsProps) {
  const turns = view.ahead?.turns ?? []
  if (turns.length === 0) return null
  return (
    <details>
      <summary>What if we had said another?</summary>
      <ul className={styles.steps}>
        {turns.map(({ option, isHarmful }) => (
          <li key={option}>
            <Move
              roomId={roomId}
              view={view}
              act={{ act: 'turn.shown', label: textOf(view, option), tone: 'plain', fields: { option } }}
            />
            {isHarmful ? ' might do harm' : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Injects({ roomId, view }: ControlsProps) {
  return (
    <ul className={styles.steps}>
      {view.expected
        .filter((inject) => !inject.isReleased)
        .map(({ id, at, text, expect }) => (
          <li key={id}>
            <p>
              Minute {at}: {text} <em>Expect: {expect}</em>
            </p>
            <Move
              roomId={roomId}
              view={view}
              act={{ act: 'inject.released', label: 'Send this news', tone: 'plain', fields: { inject: id } }}
            >
              <label>
                Table, or empty for all <input name="table" maxLength={12} size={6} autoComplete="off" />
              </label>
            </Move>
          </li>
        ))}
    </ul>
  )
}

function textOf(view: LeadView, option: string): string {
  return view.question?.options.find(({ id }) => id === option)?.text ?? option
}

function actsFor(view: LeadView): Act[] {
  const next: Act[] = view.next
    ? [{ act: 'step.presented', label: `Next: ${view.next.title}`, fields: { step: view.next.id } }]
    : []
  const hasKey = (view.ahead?.best.length ?? 0) > 0
  const recommend: Act[] = hasKey ? [{ act: 'recommendation.shown', label: 'Show what is recommended' }] : []
  const again: Act = { act: 'question.reopened', label: 'Ask once more' }
  const wasAnswered = view.steps.find(({ id }) => id === view.step?.id)?.isAnswered ?? false
  switch (view.state) {
    case 'lobby':
      return next
    case 'presenting': {
      const look: Act[] = wasAnswered ? [{ act: 'distribution.shown', label: 'Show the answers again' }] : []
      return view.question ? [{ act: 'question.opened', label: 'Open the question' }, ...look, ...next] : next
    }
    case 'collecting':
    case 'revoting':
      return [
        { act: 'close', label: 'Close the question' },
        { act: 'closing.announced', label: 'Say that it closes soon' }
      ]
    case 'closed':
      return [{ act: 'distribution.shown', label: 'Show their answers' }, ...next]
    case 'distributionShown':
      return [{ act: 'discussion.begun', label: 'Let them discuss' }, again, ...recommend, ...next]
    case 'discussing':
      return [again, ...recommend, ...next]
    case 'recommendationShown':
      return view.turn ? [{ act: 'turn.left', label: 'Back to what is recommended' }, ...next] : next
    case 'paused':
      return [{ act: 'room.resumed', label: 'Go on' }]
    case 'ended':
      return []
  }
}

'use client'

import { useState } from 'react'
import type { LeadView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import { CodeNotice } from '../../../_components/notice.tsx'
import { useSending } from '../../_live/use-sending.ts'
import styles from './presenter.module.css'

type Sentence = LeadView['waiting'][number]
type WaitingProps = { roomId: string; waiting: readonly Sentence[]; leads: boolean; ask: () => void }

/** Sentences from phones: nothing is shown before somebody has read it, and any part can be struck out. */
export function Waiting({ roomId, waiting, leads, ask }: WaitingProps) {
  const unread = waiting.filter(({ kind, state }) => kind === 'answer' && state === 'waiting')
  const { dealt, others, deal } = useDealt(unread)
  const parked = waiting.filter(({ kind }) => kind !== 'answer')
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">To read</h2>
      {unread.length === 0 ? <p className={styles.soft}>No sentence waits.</p> : null}
      {dealt.map((sentence) => (
        <Unread key={sentence.id} roomId={roomId} sentence={sentence} leads={leads} ask={ask} />
      ))}
      {others > 0 ? (
        <button type="button" className={styles.deal} onClick={deal}>
          {others} more {others === 1 ? 'waits' : 'wait'}: show
        </button>
      ) : null}
      <h3>For later</h3>
      {parked.length === 0 ? <p className={styles.soft}>The list is empty.</p> : null}
      <ul>
        {parked.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

// Sentences are dealt in handfuls: one that came in meanwhile must not slide under a finger that means another.
function useDealt(unread: readonly Sentence[]) {
  const [ids, setIds] = useState<readonly string[]>(() => unread.map(({ id }) => id))
  const dealt = unread.filter(({ id }) => ids.includes(id))
  const deal = () => setIds(unread.map(({ id }) => id))
  if (dealt.length === 0 && unread.length > 0) deal()
  return { dealt, others: dealt.length === 0 ? 0 : unread.length - dealt.length, deal }
}

type UnreadProps = { roomId: string; sentence: Sentence; leads: boolean; ask: () => void }

function Unread({ roomId, sentence: { id, text }, leads, ask }: UnreadProps) {
  const { sending, send } = useSending({ onSent: ask })
  return (
    <form className={styles.sentence} method="post" action={`/rooms/${roomId}/moderate`} onSubmit={send}>
      <input type="hidden" name="textId" value={id} />
      <label className={styles.soft} htmlFor={`text-${id}`}>
        Strike out whatever could name a patient or a person
      </label>
      <textarea id={`text-${id}`} name="text" defaultValue={text} maxLength={200} rows={2} />
      {leads ? (
        <div className={styles.row}>
          <Button tone="plain" name="act" value="show">
            Show on the wall
          </Button>
          <Button tone="plain" name="act" value="hide">
            Do not show
          </Button>
        </div>
      ) : null}
      {sending.state === 'refused' ? <CodeNotice code={sending.code} /> : null}
    </form>
  )
}

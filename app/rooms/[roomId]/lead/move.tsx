'use client'

import type { ReactNode } from 'react'
import type { LeadView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import { CodeNotice } from '../../../_components/notice.tsx'
import { useSending } from '../../_live/use-sending.ts'
import type { Act } from './acts.ts'

/** What every control needs; `onMoved` is told where a move leads, `onLost` that somebody else leads now. */
export type Leading = { roomId: string; view: LeadView; onMoved: (next: string) => void; onLost: () => void }

type MoveProps = Leading & { act: Act; isFirst?: boolean; children?: ReactNode }

/** One move as a form with one button; it names the last event that this page showed, so that it is made once. */
export function Move({ roomId, view, onMoved, onLost, act, isFirst = false, children }: MoveProps) {
  const { sending, send } = useSending({
    onSent: onMoved,
    onRefused: (code) => code === 'not_in_control' && onLost()
  })
  return (
    <form method="post" action={`/rooms/${roomId}/move`} onSubmit={send}>
      <input type="hidden" name="seenSeq" value={view.seq} />
      <input type="hidden" name="act" value={act.act} />
      {Object.entries(act.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button tone={isFirst ? 'action' : 'plain'}>{act.label}</Button>
      {sending.state === 'waiting' ? <span role="status"> Sending</span> : null}
      {sending.state === 'refused' ? <CodeNotice code={sending.code} /> : null}
    </form>
  )
}

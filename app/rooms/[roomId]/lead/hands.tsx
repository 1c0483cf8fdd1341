'use client'

import { Button } from '../../../_components/button.tsx'
import { CodeNotice } from '../../../_components/notice.tsx'
import { useSending } from '../../_live/use-sending.ts'
import type { Leading } from './move.tsx'
import styles from './presenter.module.css'

/** A show of hands in place of phones: closes the question with what was counted in the room. */
export function Hands({ roomId, view, onMoved }: Leading) {
  const { sending, send } = useSending({ onSent: onMoved })
  const { question } = view
  if (!question || !['one', 'several', 'scale'].includes(question.ask)) return null
  const options =
    question.ask === 'scale' ? ['1', '2', '3', '4', '5'].map((id) => ({ id, text: id })) : question.options
  return (
    <details>
      <summary>Count hands instead</summary>
      <form className={styles.hands} method="post" action={`/rooms/${roomId}/move`} onSubmit={send}>
        <input type="hidden" name="seenSeq" value={view.seq} />
        <input type="hidden" name="act" value="tally" />
        {options.map(({ id, text }) => (
          <label key={id}>
            <span>{text}</span>
            <input type="number" name={`count.${id}`} min={0} max={1500} inputMode="numeric" />
          </label>
        ))}
        <label>
          <span>{view.step?.isByTable ? 'Tables that took part' : 'People who took part'}</span>
          <input type="number" name="answered" min={0} max={1500} inputMode="numeric" />
        </label>
        <Button tone="plain">Close with these numbers</Button>
        {sending.state === 'refused' ? <CodeNotice code={sending.code} /> : null}
      </form>
    </details>
  )
}

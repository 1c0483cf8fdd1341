'use client'

import { Button } from '../../../_components/button.tsx'
import { useSending } from '../../_live/use-sending.ts'
import styles from './presenter.module.css'

type SupportProps = { roomId: string; count: number; leads: boolean; ask: () => void }

/** Says that somebody asked for support, until whoever leads has seen it. */
export function Support({ roomId, count, leads, ask }: SupportProps) {
  const { send } = useSending({ onSent: ask })
  return (
    <div role="status">
      {count === 0 ? null : (
        <form className={styles.support} method="post" action={`/rooms/${roomId}/moderate`} onSubmit={send}>
          <p>
            <strong>Somebody asks for support.</strong> Nothing tells who. Let the support person stand where anyone can
            reach them.
          </p>
          <input type="hidden" name="act" value="seen" />
          {leads ? <Button tone="plain">Seen</Button> : null}
        </form>
      )}
    </div>
  )
}

'use client'

import type { ReactNode } from 'react'
import { Button } from '../../../_components/button.tsx'
import { useSending } from '../../_live/use-sending.ts'
import styles from './beside.module.css'
import { PhoneNotice } from './phone-notice.tsx'

type ToldProps = { roomId: string; kind: 'support' | 'parking'; label: string; children?: ReactNode }

/** Tells those who lead something without leaving the page, so that what is typed above stays. */
export function Told({ roomId, kind, label, children }: ToldProps) {
  const { sending, send } = useSending()
  if (sending.state === 'sent') return <PhoneNotice code="room_told" />
  return (
    <form method="post" action={`/rooms/${roomId}/signal`} onSubmit={send} className={styles.table}>
      <input type="hidden" name="kind" value={kind} />
      {children}
      <Button tone="plain">{label}</Button>
      <p role="status">{sending.state === 'waiting' ? 'Sending. It is kept here until it arrives.' : null}</p>
      {sending.state === 'refused' ? <PhoneNotice code={sending.code} /> : null}
    </form>
  )
}

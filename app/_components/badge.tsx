import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { classes } from './classes.ts'

type Tone = 'plain' | 'attention' | 'risk' | 'done'

/** A short state in words; its colour and mark only repeat what the words say. */
export function Badge({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) {
  return <span className={classes(styles.badge, styles[tone])}>{children}</span>
}

/** Whether qualified people have read this version, in the words used everywhere. */
export function ReviewBadge({ state }: { state: 'draft' | 'reviewed' }) {
  if (state === 'reviewed') return <Badge tone="done">Reviewed</Badge>
  return <Badge tone="attention">Draft, not yet clinically reviewed</Badge>
}

'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'

/** Opens the print dialog; absent without scripts, where the browser's own menu does it. */
export function PrintButton({ children }: { children: ReactNode }) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false
  )
  if (!hasScripts) return null
  return (
    <div>
      <button type="button" className={classes(styles.button, styles.plain)} onClick={() => window.print()}>
        {children}
      </button>
    </div>
  )
}

function never(): () => void {
  return () => {}
}

'use client'

import { useEffect, useState } from 'react'
import styles from './preflight.module.css'

/** How many phones reached this computer, and of those whose stream stayed open and whose was blocked. */
type Reached = { phones: number; live: number; blocked: number }

const lookEvery = 2000

/** How many phones reached this computer, as it happens. */
export function Reach({ attempt, first }: { attempt: string; first: Reached }) {
  const [reached, setReached] = useState(first)
  useEffect(() => {
    let isLeft = false
    const look = async () => {
      const answer = await fetch(`/workshops/preflight/seen?t=${attempt}`, { cache: 'no-store' }).catch(() => undefined)
      if (answer?.ok && !isLeft) setReached(await answer.json())
    }
    const timer = setInterval(look, lookEvery)
    return () => {
      isLeft = true
      clearInterval(timer)
    }
  }, [attempt])
  const { phones, live, blocked } = reached
  return (
    <div className={styles.reach} role="status">
      <p className={styles.count}>
        {phones === 0 ? 'No phone reached this computer yet.' : null}
        {phones === 1 ? 'A phone reached this computer.' : null}
        {phones > 1 ? `${phones} phones reached this computer.` : null}
      </p>
      {live > 0 ? <p>Messages arrive there by themselves{live < phones ? ` on ${live} of them` : ''}.</p> : null}
      {blocked > 0 ? (
        <p>
          On {blocked} of them messages are held back on the way. The room works all the same: those phones ask every
          few seconds.
        </p>
      ) : null}
    </div>
  )
}

'use client'

import { useState } from 'react'
import button from '../_components/button.module.css'
import { classes } from '../_components/classes.ts'
import { provePasskey } from '../_components/passkeys.ts'
import { pathWith } from './paths.ts'
import styles from './sign-in.module.css'

/** Signs in with a passkey, which takes a script; without one it says so. */
export function PasskeySignIn({ next }: { next: string }) {
  const [fault, setFault] = useState<string>()
  const [isShared, setShared] = useState(false)
  const [isBusy, setBusy] = useState(false)
  async function signIn() {
    setBusy(true)
    const outcome = await provePasskey({ isShared })
    if (outcome === 'done') return location.assign(pathWith('/sign-in/done', next))
    setFault(outcome)
    setBusy(false)
  }
  return (
    <div className={styles.passkey}>
      <p>Your device asks for your finger, your face or its own number. That counts as two factors.</p>
      <noscript>
        <p>A passkey takes a script, which this browser does not run. Use one of the other ways.</p>
      </noscript>
      <label className={styles.shared}>
        <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
        Others use this computer
      </label>
      <button type="button" className={classes(button.button, button.plain)} onClick={signIn} disabled={isBusy}>
        Use a passkey
      </button>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </div>
  )
}

'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../../_components/button.tsx'
import { addPasskey } from '../../_components/passkeys.ts'
import { TextField } from '../../_components/text-field.tsx'
import styles from './security.module.css'

/** Adds a passkey, which takes a script; without one it says so. */
export function PasskeyAdd() {
  const [fault, setFault] = useState<string>()
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const outcome = await addPasskey(String(new FormData(event.currentTarget).get('name') ?? ''))
    if (outcome === 'done') return location.assign('/account/security?notice=passkey_added')
    setFault(outcome)
  }
  return (
    <form className={styles.form} onSubmit={add}>
      <noscript>
        <p>Adding a passkey takes a script, which this browser does not run.</p>
      </noscript>
      <TextField
        name="name"
        id="passkey-name"
        label="A name for the new passkey"
        hint="Such as the device it is on."
        maxLength={60}
        required
      />
      <Button tone="plain">Add a passkey</Button>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </form>
  )
}

import type { PendingApp } from '#server/people/auth/pending-app.ts'
import { Button } from '../../_components/button.tsx'
import { Qr } from '../../_components/qr.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { CurrentPassword } from './current-password.tsx'
import styles from './security.module.css'

type AppSectionProps = { hasApp: boolean; pending: PendingApp | undefined; isWithPassword: boolean }

/** An authenticator app: how to begin, the steps while it is set up, and what can be done with it afterwards. */
export function AppSection({ hasApp, pending, isWithPassword }: AppSectionProps) {
  if (hasApp) return <SetUp isWithPassword={isWithPassword} />
  return (
    <>
      <p>An authenticator app on your phone shows six digits that change every half minute. It needs no network.</p>
      {pending ? <Steps pending={pending} /> : <BeginForm isWithPassword={isWithPassword} label="Set up an app" />}
      {pending ? (
        <details className={styles.more}>
          <summary>Begin again with another key</summary>
          <BeginForm isWithPassword={isWithPassword} label="Begin again" />
        </details>
      ) : null}
    </>
  )
}

function BeginForm({ isWithPassword, label }: { isWithPassword: boolean; label: string }) {
  return (
    <form className={styles.form} method="post" action="/account/security/app/begin">
      {isWithPassword ? <CurrentPassword id="app-password" /> : null}
      <Button tone="plain">{label}</Button>
    </form>
  )
}

function Steps({ pending }: { pending: PendingApp }) {
  return (
    <ol className={styles.steps}>
      <li>
        Scan this with the app, or type the key into it.
        <Qr text={pending.address} label="QR code with the key for the app; the key follows as text" />
        <p>
          Key: <span className={styles.secret}>{inFours(pending.secret)}</span>
        </p>
      </li>
      <li>
        Keep these backup codes where you keep papers. Each signs you in once when the phone is not at hand. They are
        not shown again.
        <ul className={styles.codes}>
          {pending.backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </li>
      <li>
        <form className={styles.form} method="post" action="/account/security/app/confirm">
          <TextField
            name="code"
            label="The six digits that the app shows now"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]{6,8}"
            required
            maxLength={8}
          />
          <Button>Switch the codes on</Button>
        </form>
      </li>
    </ol>
  )
}

function SetUp({ isWithPassword }: { isWithPassword: boolean }) {
  return (
    <>
      <p>Set up. Signing in with your password also asks for a code.</p>
      <details className={styles.more}>
        <summary>Make new backup codes</summary>
        <form className={styles.form} method="post" action="/account/security/app/codes">
          <p>The old ones stop working. The new ones come as a file, this once.</p>
          {isWithPassword ? <CurrentPassword id="codes-password" /> : null}
          <Button tone="plain">Make new codes</Button>
        </form>
      </details>
      <details className={styles.more}>
        <summary>Switch the codes off</summary>
        <form className={styles.form} method="post" action="/account/security/app/off">
          <p>Do this before you change phones, and set the new one up afterwards.</p>
          {isWithPassword ? <CurrentPassword id="off-password" /> : null}
          <Button tone="plain">Switch the codes off</Button>
        </form>
      </details>
    </>
  )
}

function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}

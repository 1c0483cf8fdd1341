import { Link } from '#app/_components/link.tsx'
import { Button } from '../../_components/button.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { CurrentPassword } from './current-password.tsx'
import styles from './security.module.css'

/** Changes the password of who has one, and tells the others how to get one. */
export function PasswordSection({ isWithPassword }: { isWithPassword: boolean }) {
  if (!isWithPassword)
    return (
      <p>
        You have none, and sign in by link or passkey. <Link href="/sign-in/forgotten">Choose one</Link> with a link
        that comes by mail.
      </p>
    )
  return (
    <form className={styles.form} method="post" action="/account/security/password">
      <CurrentPassword id="password-now" />
      <TextField
        name="new"
        type="password"
        label="New password"
        hint="At least 12 characters. You are signed out everywhere else."
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={128}
      />
      <Button tone="plain">Change the password</Button>
    </form>
  )
}

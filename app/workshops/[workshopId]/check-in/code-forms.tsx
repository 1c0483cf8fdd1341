import { Button } from '../../../_components/button.tsx'
import { Field } from '../../../_components/field.tsx'
import { Link } from '../../../_components/link.tsx'
import { Section } from '../../../_components/page.tsx'
import { TextField } from '../../../_components/text-field.tsx'
import styles from './check-in.module.css'

type FormProps = { path: string; typed: string }

/** The code for coming in. Who has an account is asked to sign in first, since credit is claimed with it. */
export function StartForm({ path, typed, hasAccount }: FormProps & { hasAccount: boolean }) {
  return (
    <Section id="start" title="Coming in">
      <form className={styles.form} method="post" action={`${path}/enter`}>
        <CodeField id="start-code" label="Code shown for checking in" typed={typed} />
        {typed ? <p>It was filled in for you. It is taken for three minutes.</p> : null}
        <div>
          <Button>Go on</Button>
        </div>
      </form>
      {hasAccount ? null : (
        <p>
          If you have an account here,{' '}
          <Link href={`/sign-in?next=${encodeURIComponent(typed ? `${path}?code=${typed}` : path)}`}>
            sign in first
          </Link>
          . Without one you can check in with your name and address, and take your credit once you have made one.
        </p>
      )}
    </Section>
  )
}

/** The code for the end; who is not signed in says under which address they checked in. */
export function EndForm({ path, typed, isKnown }: FormProps & { isKnown: boolean }) {
  return (
    <Section id="end" title="Before you leave">
      <form className={styles.form} method="post" action={`${path}/leave`}>
        <CodeField id="end-code" label="Code shown at the end" typed={typed} />
        {isKnown ? null : (
          <TextField
            name="email"
            type="email"
            label="Address you checked in with"
            autoComplete="email"
            maxLength={254}
            required
          />
        )}
        <div>
          <Button>Check out</Button>
        </div>
      </form>
    </Section>
  )
}

function CodeField({ id, label, typed }: { id: string; label: string; typed: string }) {
  return (
    <Field id={id} label={label} hint="Six letters and digits; it changes every minute.">
      <input
        className={styles.code}
        id={id}
        name="code"
        defaultValue={typed}
        maxLength={9}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        aria-describedby={`${id}-hint`}
      />
    </Field>
  )
}

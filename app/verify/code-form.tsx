import { Button } from '#app/_components/button.tsx'
import { Field } from '#app/_components/field.tsx'
import styles from './page.module.css'

/** Asks for a code; the form leads back to its own page, which reads it. */
export function CodeForm({ typed = '', fault }: { typed?: string; fault?: string | undefined }) {
  return (
    <form className={styles.form} action="/verify" method="get">
      <Field
        id="code"
        label="Code"
        hint="16 letters and digits in groups of four; hyphens and capitals do not matter."
        fault={fault}
      >
        <input
          className={styles.input}
          id="code"
          name="code"
          defaultValue={typed}
          maxLength={40}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'code-hint code-fault' : 'code-hint'}
        />
      </Field>
      <Button>Verify</Button>
    </form>
  )
}

import type { ReactNode } from 'react'
import { Field } from '#app/_components/field.tsx'
import styles from './fields.module.css'

type Common = { name: string; label: string; hint?: ReactNode; fault?: ReactNode; value?: string | undefined }

/** One line of text, a whole number or a day, as `type` says. */
export function LineField({
  type = 'text',
  longest,
  least,
  most,
  isRequired = false,
  ...field
}: Common & {
  type?: 'text' | 'date' | 'number' | 'email' | 'url'
  longest?: number
  least?: number
  most?: number
  isRequired?: boolean
}) {
  return (
    <Field id={field.name} label={field.label} hint={field.hint} fault={field.fault}>
      <input
        className={type === 'text' || type === 'email' || type === 'url' ? styles.line : styles.short}
        type={type}
        id={field.name}
        name={field.name}
        defaultValue={field.value}
        maxLength={longest}
        min={least}
        max={most}
        required={isRequired}
        autoComplete="off"
        {...toldBy(field)}
      />
    </Field>
  )
}

/** A text in one or more paragraphs. */
export function TextField({ rows = 4, longest = 6000, ...field }: Common & { rows?: number; longest?: number }) {
  return (
    <div className={styles.wide}>
      <Field id={field.name} label={field.label} hint={field.hint} fault={field.fault}>
        <textarea
          className={styles.text}
          id={field.name}
          name={field.name}
          rows={rows}
          maxLength={longest}
          defaultValue={field.value}
          autoComplete="off"
          {...toldBy(field)}
        />
      </Field>
    </div>
  )
}

type Choice = { value: string; label: string; hint?: string }
type Choices = { name: string; legend: string; hint?: ReactNode; fault?: ReactNode; options: readonly Choice[] }

/** One of a few named options, all in sight. */
export function RadioFields({ chosen, ...choices }: Choices & { chosen?: string | undefined }) {
  return <Boxes type="radio" chosen={chosen === undefined ? [] : [chosen]} {...choices} />
}

/** Any of the named options. */
export function CheckFields({ chosen, ...choices }: Choices & { chosen: readonly string[] }) {
  return <Boxes type="checkbox" chosen={chosen} {...choices} />
}

function Boxes({
  type,
  name,
  legend,
  hint,
  fault,
  options,
  chosen
}: Choices & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  return (
    <fieldset className={styles.set} id={name} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint ? (
        <p className={styles.hint} id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {fault ? <p className={styles.fault}>{fault}</p> : null}
      <div className={options.length > 4 ? styles.columns : undefined}>
        {options.map(({ value, label, hint: more }) => (
          <label className={styles.box} key={value}>
            <input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} />
            <span>
              {label}
              {more ? <span className={styles.hint}> {more}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The end of a form: its button, and a way to leave without saving. */
export function FormEnd({ children }: { children: ReactNode }) {
  return <div className={styles.end}>{children}</div>
}

/** A managing form; `fields` are sent to `action`. */
export function OfficeForm({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form className={styles.form} action={action} method="post">
      {children}
    </form>
  )
}

function toldBy({ name, hint, fault }: Common) {
  const ids = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean)
  return { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined, 'aria-invalid': fault ? true : undefined }
}

import type { ReactNode } from 'react'
import styles from './field.module.css'

type FieldProps = { id: string; label: string; hint?: ReactNode; fault?: ReactNode; children: ReactNode }

/** A label, a hint and a fault around one control, which carries `id` and `aria-describedby={describedBy(…)}`. */
export function Field({ id, label, hint, fault, children }: FieldProps) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p className={styles.fault} id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      {children}
    </div>
  )
}

export type Option = { value: string; label: string }

type SelectFieldProps = {
  name: string
  label: string
  hint?: ReactNode
  options: readonly Option[]
  chosen?: string | undefined
  /** An option without a value must be left for another one. */
  isRequired?: boolean
}

/** A choice among named options; the first one stands until another is chosen. */
export function SelectField({ name, label, hint, options, chosen, isRequired = false }: SelectFieldProps) {
  return (
    <Field id={name} label={label} hint={hint}>
      <select
        className={styles.select}
        id={name}
        name={name}
        defaultValue={chosen}
        required={isRequired}
        aria-describedby={hint ? `${name}-hint` : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One box to check, with its label and a hint beside it. */
export function CheckField({
  name,
  value,
  label,
  hint
}: {
  name: string
  value: string
  label: string
  hint?: string
}) {
  return (
    <div className={styles.check}>
      <input type="checkbox" id={name} name={name} value={value} aria-describedby={hint ? `${name}-hint` : undefined} />
      <div>
        <label htmlFor={name}>{label}</label>
        {hint ? (
          <p className={styles.hint} id={`${name}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}

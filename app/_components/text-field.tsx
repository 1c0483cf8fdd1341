import type { ComponentProps, ReactNode } from 'react'
import styles from './field.module.css'
import { Field } from './field.tsx'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'name' | 'className'> & {
  name: string
  /** Differs from `name` where a page has two fields of one name. */
  id?: string
  label: string
  hint?: ReactNode
}

/** One line to write in, with its label and a hint. */
export function TextField({ name, id = name, label, hint, ...rest }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        type="text"
        {...rest}
        className={styles.select}
        id={id}
        name={name}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </Field>
  )
}

import { textLimit } from '#server/credit/evaluations/answers.ts'
import { words } from '../../../_components/evaluation-words.ts'
import { Field } from '../../../_components/field.tsx'
import styles from './evaluation.module.css'

type OneOfProps = { name: string; legend: string; options: Record<string, string>; isRequired?: boolean }

/** A question with one answer, or none. */
export function OneOf({ name, legend, options, isRequired = false }: OneOfProps) {
  return (
    <fieldset className={styles.question}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {Object.entries(options).map(([value, label]) => (
          <label className={styles.option} key={value}>
            <input type="radio" name={name} value={value} required={isRequired} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A few words of one’s own. */
export function Written({ name, label }: { name: string; label: string }) {
  return (
    <Field id={name} label={label} hint="No real patients, please, and nothing that names anyone.">
      <textarea
        className={styles.text}
        id={name}
        name={name}
        rows={3}
        maxLength={textLimit}
        aria-describedby={`${name}-hint`}
      />
    </Field>
  )
}

/** How long the course took. */
export function Minutes() {
  return (
    <Field id="minutes" label="How many minutes did the course take you?" hint="A whole number; a guess is enough.">
      <input
        className={styles.number}
        id="minutes"
        name="minutes"
        type="number"
        min={1}
        max={999}
        aria-describedby="minutes-hint"
      />
    </Field>
  )
}

/** What stands in the way; as many as apply. */
export function Barriers() {
  return (
    <fieldset className={styles.question}>
      <legend>What may stand in your way? Check all that apply.</legend>
      {Object.entries(words.barriers).map(([value, label]) => (
        <label className={styles.option} key={value}>
          <input type="checkbox" name="barriers" value={value} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

import type { soarSteps } from '#server/credit/evaluations/answers.ts'
import { stepWords, words } from '../../../_components/evaluation-words.ts'
import { SelectField } from '../../../_components/field.tsx'
import styles from './evaluation.module.css'

/** How sure somebody was of one step, and is now. */
export function Confidence({ step }: { step: (typeof soarSteps)[number] }) {
  const options = [
    { value: '', label: 'No answer' },
    ...Object.entries(words.confidence).map(([value, label]) => ({ value, label }))
  ]
  return (
    <fieldset className={styles.question}>
      <legend>
        {stepWords[step].title}: {stepWords[step].text}
      </legend>
      <div className={styles.pair}>
        <SelectField name={`before.${step}`} label="Before" options={options} />
        <SelectField name={`now.${step}`} label="Now" options={options} />
      </div>
    </fieldset>
  )
}

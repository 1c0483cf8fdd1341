import { textLimit } from '#server/credit/evaluations/answers.ts'
import type { Typed } from '#server/kept-forms.ts'
import { newId } from '#server/record/ids.ts'
import { Button } from '../../../_components/button.tsx'
import { Field, SelectField } from '../../../_components/field.tsx'
import type { EvaluationQuestion } from '../evaluation-questions.ts'
import styles from './paper.module.css'

type SheetProps = {
  workshopId: string
  groups: { title: string; asked: EvaluationQuestion[] }[]
  typed: Typed | undefined
}

/** One evaluation sheet to be copied; nothing joins it to anybody or to another sheet. */
export function EvaluationSheet({ workshopId, groups, typed }: SheetProps) {
  return (
    <form className={styles.form} method="post" action={`/workshops/${workshopId}/paper/evaluation`}>
      <input type="hidden" name="entry" value={typed?.get('entry')?.[0] ?? newId()} />
      <p>One sheet at a time. Leave empty what was left empty; do not copy a name if somebody wrote one.</p>
      {groups.map(({ title, asked }) => (
        <details key={title} open={asked.some(({ name }) => typed?.get(name)?.some((text) => text !== ''))}>
          <summary>{title}</summary>
          <div className={styles.group}>
            {asked.map((question) => (
              <Answer question={question} typed={typed?.get(question.name) ?? []} key={question.name} />
            ))}
          </div>
        </details>
      ))}
      <p>
        <Button>Keep this evaluation</Button>
      </p>
    </form>
  )
}

type AnswerProps = { question: EvaluationQuestion; typed: readonly string[] }

function Answer({ question: { name, prompt, options, isMany }, typed }: AnswerProps) {
  if (!options)
    return (
      <Field id={name} label={prompt}>
        <textarea
          className={styles.text}
          id={name}
          name={name}
          rows={2}
          maxLength={textLimit}
          defaultValue={typed[0]}
        />
      </Field>
    )
  const entries = Object.entries(options).map(([value, label]) => ({ value, label }))
  if (!isMany)
    return (
      <SelectField
        name={name}
        label={prompt}
        options={[{ value: '', label: 'No answer' }, ...entries]}
        chosen={typed[0]}
      />
    )
  return (
    <fieldset className={styles.question}>
      <legend>{prompt}</legend>
      {entries.map(({ value, label }) => (
        <label className={styles.box} key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={typed.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

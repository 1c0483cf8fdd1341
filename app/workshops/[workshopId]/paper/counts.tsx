import type { Question } from '#machines/room/plan.ts'
import type { Typed } from '#server/kept-forms.ts'
import { type Countable, fieldOf } from '#server/workshop/workshops/paper-votes.ts'
import styles from './paper.module.css'

type CountsProps = { countable: Countable; typed: Typed | undefined; isImpossible: boolean }

/** One question with a field for each count: of the first vote, and of the second where there was one. */
export function Counts({ countable, typed, isImpossible }: CountsProps) {
  const { step, question } = countable
  const isAgain = [...(typed ?? [])].some(
    ([name, [text = '']]) => name.startsWith(fieldOf(2, step.id, '')) && text.trim() !== ''
  )
  return (
    <fieldset className={styles.question} aria-describedby={isImpossible ? `${step.id}-fault` : undefined}>
      <legend>{step.title}</legend>
      {isImpossible ? (
        <p className={styles.fault} id={`${step.id}-fault`}>
          {faultWords(question)}
        </p>
      ) : null}
      <p>{question.prompt}</p>
      <Vote countable={countable} vote={1} typed={typed} />
      <details open={isAgain}>
        <summary>They voted again</summary>
        <Vote countable={countable} vote={2} typed={typed} />
      </details>
    </fieldset>
  )
}

function faultWords({ ask }: Question): string {
  if (ask === 'sort' || ask === 'order')
    return 'Say how many answered, and give every count here: a nought where nobody did, and no count above those who answered.'
  if (ask === 'several') return 'Say how many answered; no count may be above that.'
  return 'Say how many answered; the counts together may not be more than that.'
}

type VoteProps = { countable: Countable; vote: 1 | 2; typed: Typed | undefined }

function Vote({ countable: { step, question, keys }, vote, typed }: VoteProps) {
  const fields = [{ key: 'answered', label: step.isByTable ? 'Tables that answered' : 'People who answered' }].concat(
    keys.map((key) => ({ key, label: labelOf(question, key) }))
  )
  return (
    <div className={styles.counts}>
      {fields.map(({ key, label }) => {
        const name = fieldOf(vote, step.id, key)
        return (
          <label key={key} htmlFor={name}>
            <input
              id={name}
              name={name}
              type="number"
              min={0}
              max={1000}
              inputMode="numeric"
              defaultValue={typed?.get(name)?.[0]}
            />
            <span>{label}</span>
          </label>
        )
      })}
    </div>
  )
}

function labelOf({ ask, options, bins }: Question, key: string): string {
  if (ask === 'scale') return key
  const said = (id: string) => {
    const at = options.findIndex((option) => option.id === id)
    return at < 0 ? id : `${String.fromCharCode(65 + at)}. ${options[at]?.text}`
  }
  if (key.startsWith('first:')) return `First: ${said(key.slice('first:'.length))}`
  const [one = '', other] = key.split('/')
  if (other === undefined) return said(one)
  const bin = bins.find(({ id }) => id === other)
  return bin ? `${said(one)}: ${bin.text}` : `${said(one)}, before ${said(other)}`
}

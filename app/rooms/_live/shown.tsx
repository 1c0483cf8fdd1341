import type { RoomView } from '#machines/room/view.ts'
import styles from './shown.module.css'
import { stepWords } from './step-words.ts'

/** What is seen and heard at a step, as prose, and the parts of a page that a table shares out. */
export function Body({ step }: { step: NonNullable<RoomView['step']> }) {
  return (
    <div className={styles.body}>
      {step.body.map((block) =>
        'p' in block ? (
          <p key={block.p}>{block.p}</p>
        ) : (
          <p className={styles.says} key={block.says}>
            <span className={styles.by}>{block.by}</span> “{block.says}”
          </p>
        )
      )}
      {step.parts.length > 0 ? (
        <div className={styles.parts}>
          {step.parts.map(({ part, heading, text }) => (
            <section className={styles.part} key={part + heading}>
              <h2>{heading}</h2>
              <p>{text}</p>
            </section>
          ))}
        </div>
      ) : null}
      {(stepWords[step.kind] ?? []).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

/** What is recommended and why, each reason under the answer it speaks of. */
export function Recommended({ view }: { view: Pick<RoomView, 'question' | 'recommendation'> }) {
  const { question, recommendation } = view
  if (!question || !recommendation) return null
  const { best, why } = recommendation
  const textOf = (id: string) => question.options.find((option) => option.id === id)?.text ?? id
  const nameOf = (key: string) => {
    const [one = '', other] = key.split('/')
    if (other === undefined) return textOf(one)
    const bin = question.bins.find(({ id }) => id === other)
    return bin ? `${textOf(one)}: ${bin.text}` : `${textOf(one)}, before: ${textOf(other)}`
  }
  const isBest = (key: string) => best.includes(key) || best.some((each) => each.startsWith(`${key}/`))
  const nameFor = (key: string) => nameOf(best.find((each) => each.startsWith(`${key}/`)) ?? key)
  return (
    <ul className={styles.why}>
      {why
        .toSorted((one, other) => Number(isBest(other.option)) - Number(isBest(one.option)))
        .map(({ option, text }) => (
          <li className={isBest(option) ? styles.best : undefined} key={option}>
            {isBest(option) ? <p className={styles.mark}>Recommended</p> : null}
            <p className={styles.name}>{nameFor(option)}</p>
            <p>{text}</p>
          </li>
        ))}
    </ul>
  )
}

/** What might happen after an answer, and what to do instead. */
export function Turn({ turn }: { turn: NonNullable<RoomView['turn']> }) {
  return (
    <section className={styles.turn} aria-labelledby="turn">
      <h2 id="turn">What might happen</h2>
      <p className={styles.name}>{turn.text}</p>
      <p>{turn.consequence}</p>
      {turn.instead ? (
        <p>
          <strong>Instead:</strong> {turn.instead}
        </p>
      ) : null}
    </section>
  )
}

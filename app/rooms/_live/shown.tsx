import type { Distribution, Word } from '#machines/room/distribution.ts'
import type { RoomView } from '#machines/room/view.ts'
import styles from './shown.module.css'

/** What is seen and heard at a step, as prose. */
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
      {step.parts.map(({ part, heading, text }) => (
        <section className={styles.part} key={part + heading}>
          <h3>{heading}</h3>
          <p>{text}</p>
        </section>
      ))}
    </div>
  )
}

/** The answers of a room, as far as they may be seen: as bars with their numbers, or in words where few answered. */
export function Answers({ distributions }: { distributions: readonly Distribution[] }) {
  const [before, now] = distributions.length > 1 ? distributions : [undefined, distributions[0]]
  if (!now || now.kind === 'none') return null
  if (now.kind === 'too-few')
    return (
      <p className={styles.few}>Fewer than five answered, so no answers are shown. Talk about the question itself.</p>
    )
  return (
    <table className={styles.answers}>
      <caption>{now.answered} answered</caption>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          {before ? <th scope="col">Before</th> : null}
          <th scope="col">{before ? 'Now' : 'How many'}</th>
        </tr>
      </thead>
      <tbody>
        {now.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {before ? <td>{amountIn(before, row.key)}</td> : null}
            <td>
              {now.kind === 'counts' ? <Bar count={countIn(now, row.key)} of={now.answered} /> : amountIn(now, row.key)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ count, of }: { count: number; of: number }) {
  return (
    <span className={styles.amount}>
      <meter className={styles.bar} min={0} max={Math.max(1, of)} value={count} aria-hidden="true" />
      {count}
    </span>
  )
}

const words: Record<Word, string> = { most: 'Most', some: 'Some', few: 'Few' }

function amountIn(distribution: Distribution, key: string): string {
  if (distribution.kind === 'words') {
    const row = distribution.rows.find((each) => each.key === key)
    return row ? words[row.word] : ''
  }
  return distribution.kind === 'counts' ? String(countIn(distribution, key)) : 'Not shown'
}

function countIn(distribution: Extract<Distribution, { kind: 'counts' }>, key: string): number {
  return distribution.rows.find((row) => row.key === key)?.count ?? 0
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

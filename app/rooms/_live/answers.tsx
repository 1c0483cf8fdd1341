import type { Distribution, Word } from '#machines/room/distribution.ts'
import type { ShownQuestion } from '#machines/room/view.ts'
import styles from './shown.module.css'

type Shown = Extract<Distribution, { kind: 'words' | 'counts' }>
type AnswersProps = {
  distributions: readonly Distribution[]
  question: ShownQuestion | null
  /** Recommended answers, framed once they may be seen. */
  best?: readonly string[]
}

/** The answers of a room, as far as they may be seen: as bars with their numbers, or in words where few answered. */
export function Answers({ distributions, question, best = [] }: AnswersProps) {
  const [before, now] = distributions.length > 1 ? distributions : [undefined, distributions[0]]
  if (!now || now.kind === 'none') return null
  if (now.kind === 'too-few')
    return (
      <p className={styles.few}>Fewer than five answered, so no answers are shown. Talk about the question itself.</p>
    )
  if (question?.ask === 'sort') return <Sorted question={question} now={now} before={before} best={best} />
  return (
    <table className={styles.answers}>
      <caption>{answeredWords(now, before)}</caption>
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

type SortedProps = {
  question: ShownQuestion
  now: Shown
  before: Distribution | undefined
  best: readonly string[]
}

/** What was sorted, one row each and one column for each place it can be put. */
function Sorted({ question: { options, bins }, now, before, best }: SortedProps) {
  const counted = [...new Set(now.rows.map(({ key }) => key.split('/')[0] ?? key))]
  const uncounted = options.filter(({ id }) => !counted.includes(id))
  const textOf = (option: string) => options.find(({ id }) => id === option)?.text ?? labelIn(now, option, bins)
  const cell = (option: string, bin: string) => {
    const key = `${option}/${bin}`
    const isBest = best.includes(key)
    return (
      <td key={bin} className={isBest ? styles.framed : undefined}>
        {before ? `${amountIn(before, key)} → ` : null}
        {amountIn(now, key)}
        {isBest ? <span className="unseen">, recommended</span> : null}
      </td>
    )
  }
  return (
    <table className={styles.answers}>
      <caption>
        {answeredWords(now, before)}
        {before ? ', before → now' : null}
        {best.length > 0 ? '. Framed: what is recommended' : null}
      </caption>
      <thead>
        <tr>
          <th scope="col">What was noticed</th>
          {bins.map(({ id, text }) => (
            <th scope="col" key={id}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counted.map((option) => (
          <tr key={option}>
            <th scope="row">{textOf(option)}</th>
            {bins.map((bin) => cell(option, bin.id))}
          </tr>
        ))}
        {uncounted.map(({ id, text }) => (
          <tr key={id}>
            <th scope="row">{text}</th>
            <td colSpan={bins.length}>Talked about, not counted</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function labelIn(now: Shown, option: string, bins: ShownQuestion['bins']): string {
  const row = now.rows.find(({ key }) => key.startsWith(`${option}/`))
  const bin = bins.find(({ id }) => row?.key === `${option}/${id}`)
  return row && bin ? row.label.slice(0, -`: ${bin.text}`.length) : option
}

function answeredWords(now: Shown, before: Distribution | undefined): string {
  const isBoth = before && (before.kind === 'counts' || before.kind === 'words')
  return isBoth ? `${before.answered} answered before, ${now.answered} now` : `${now.answered} answered`
}

function Bar({ count, of }: { count: number; of: number }) {
  return (
    <span className={styles.amount}>
      <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.filled} width={(100 * count) / Math.max(1, of)} height="10" />
      </svg>
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

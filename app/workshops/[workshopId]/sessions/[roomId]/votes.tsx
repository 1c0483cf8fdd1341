import type { Distribution } from '#machines/room/distribution.ts'
import { type QuestionReport, tellingVote } from '#machines/room/report.ts'
import { Table } from '../../../../_components/table.tsx'

/** One question with its first and last vote, as far as they may be shown. */
export function Votes({ question }: { question: QuestionReport }) {
  const { title, prompt, first, last, best, astray } = question
  const shown = tellingVote(question)
  return (
    <section>
      <h3>{title}</h3>
      <p>{prompt}</p>
      {shown.kind === 'counts' || shown.kind === 'words' ? (
        <Table
          caption={`Answers to: ${prompt}`}
          head={last ? ['Answer', 'First', 'Last'] : ['Answer', 'How many']}
          rows={shown.rows.map(({ key, label }) => ({
            key,
            cells: [
              best.includes(key) ? `${label} (recommended)` : label,
              amountIn(first, key),
              ...(last ? [amountIn(last, key)] : [])
            ]
          }))}
        />
      ) : (
        <p>{shown.kind === 'too-few' ? 'Fewer than five answered, so nothing is shown.' : 'Answered in sentences.'}</p>
      )}
      {astray.length > 0 ? (
        <ul>
          {astray.map(({ label, say }) => (
            <li key={label}>
              Many said: {label}. {say}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const words = { most: 'Most', some: 'Some', few: 'Few' } as const

function amountIn(distribution: Distribution, key: string): string {
  if (distribution.kind === 'counts') {
    const count = distribution.rows.find((row) => row.key === key)?.count ?? 0
    return `${count} of ${distribution.answered}`
  }
  if (distribution.kind !== 'words') return 'Not shown'
  const row = distribution.rows.find((each) => each.key === key)
  return row ? words[row.word] : ''
}

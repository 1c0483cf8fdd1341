import { type Run, runsOf } from './people.ts'
import styles from './people-drawing.module.css'
import type { Prediction } from './predictive-value.ts'

const columns = 50
const cell = 10

/** A thousand people as small marks: filled or hollow by whether they have been trafficked, square or round by what the screen says. */
export function PeopleDrawing({ prediction }: { prediction: Prediction }) {
  const groups = groupsOf(prediction)
  const runs = runsOf(
    groups.map(({ count }) => count),
    columns
  )
  return (
    <div className={styles.drawing}>
      <svg viewBox="0 0 500 200" className={styles.people} aria-hidden="true">
        <Patterns />
        {groups.map((group, index) => (
          <Crowd key={group.id} id={group.id} runs={runs[index] ?? []} />
        ))}
      </svg>
      <ul className={`plainlist ${styles.legend}`}>
        {groups.map(({ id, count, words }) => (
          <li key={id}>
            <svg viewBox="0 0 10 10" width="18" height="18" aria-hidden="true">
              <MarkOf id={id} />
            </svg>
            <span>
              <b>{count}</b> {words}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Group = 'true-positive' | 'false-positive' | 'false-negative' | 'true-negative'

function groupsOf({ truePositive, falsePositive, falseNegative, trueNegative }: Prediction) {
  return [
    { id: 'true-positive', count: truePositive, words: 'screen positive and have been trafficked' },
    { id: 'false-positive', count: falsePositive, words: 'screen positive and have not' },
    { id: 'false-negative', count: falseNegative, words: 'screen negative and have been trafficked' },
    { id: 'true-negative', count: trueNegative, words: 'screen negative and have not' }
  ] satisfies { id: Group; count: number; words: string }[]
}

function Patterns() {
  return (
    <defs>
      {(['true-positive', 'false-positive', 'false-negative', 'true-negative'] as const).map((id) => (
        <pattern key={id} id={`people-${id}`} width={cell} height={cell} patternUnits="userSpaceOnUse">
          <MarkOf id={id} />
        </pattern>
      ))}
    </defs>
  )
}

function MarkOf({ id }: { id: Group }) {
  if (id === 'true-positive') return <rect className={styles.lived} x={1} y={1} width={8} height={8} />
  if (id === 'false-positive') return <rect className={styles.hollow} x={1.75} y={1.75} width={6.5} height={6.5} />
  if (id === 'false-negative') return <circle className={styles.lived} cx={5} cy={5} r={4} />
  return <circle className={styles.quiet} cx={5} cy={5} r={1.6} />
}

function Crowd({ id, runs }: { id: Group; runs: readonly Run[] }) {
  return runs.map(({ x, y, width, height }) => (
    <rect
      key={`${x} ${y}`}
      x={x * cell}
      y={y * cell}
      width={width * cell}
      height={height * cell}
      fill={`url(#people-${id})`}
    />
  ))
}

import type { ChartView } from '#machines/scenario/chart.ts'
import styles from './chart.module.css'
import { chartWords } from './words.ts'

/** The chart beside the encounter: open on a wide screen, folded under its name on a phone. */
export function Chart({ chart, patient }: { chart: ChartView; patient: string }) {
  return (
    <details className={styles.chart}>
      <summary>
        Chart
        {chart.added.length > 0 && <span className={styles.news}>New entry</span>}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet scrolls, so the keyboard must reach it. */}
      <section className={styles.sheet} aria-label="Chart" tabIndex={0}>
        <h2>Chart</h2>
        <p className={styles.patient}>{patient}</p>
        {chart.vitals.length > 0 && <Vitals chart={chart} />}
        {chart.notes.map(({ section, entries }) => (
          <ChartNote key={section} name={chartWords[section]} entries={entries} added={chart.added} />
        ))}
        {chart.noticed.length > 0 && <Noticed phrases={chart.noticed} />}
      </section>
    </details>
  )
}

function Vitals({ chart: { vitals, added } }: { chart: ChartView }) {
  const names = [...new Set(vitals.flatMap((set) => set.readings.map((reading) => reading.name)))]
  return (
    <table className={styles.vitals}>
      <caption>Vital signs</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">Sign</span>
          </th>
          {vitals.map((set) => (
            <th key={set.at} scope="col" className={added.includes(set.at) ? styles.added : undefined}>
              {set.at}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {vitals.map((set) => (
              <td key={set.at}>
                <Value text={set.readings.find((reading) => reading.name === name)?.value} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A reading in one unit, and in another in brackets, each of which stays on one line. */
function Value({ text = '–' }: { text?: string | undefined }) {
  return text.split(/ (?=\()/).map((part) => [' ', <span key={part}>{part}</span>])
}

function ChartNote({ name, entries, added }: { name: string; entries: string[]; added: string[] }) {
  return (
    <div className={styles.note}>
      <h3>{name}</h3>
      {entries.map((entry) => (
        <p key={entry}>
          {added.includes(entry) && <span className={styles.new}>New </span>}
          {entry}
        </p>
      ))}
    </div>
  )
}

function Noticed({ phrases }: { phrases: string[] }) {
  return (
    <div className={styles.note}>
      <h3>What I noticed</h3>
      <ul>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </div>
  )
}

import type { Facility, FacilityLine } from '#server/learning/reference/queries.ts'
import { Day } from './day.tsx'
import styles from './facility-card.module.css'

/** Who to call where the reader works. A blank stays visible, with what to find out and room to write it. */
export function FacilityCard({ facility }: { facility: Facility }) {
  return (
    <section className={styles.card} aria-label="Facility card">
      <p className={styles.facility}>{facility.name ?? <Blank label="Name of this facility" />}</p>
      <dl className={styles.lines}>
        {facility.lines.map((line) => (
          <div className={styles.line} key={line.id}>
            <dt>{line.label}</dt>
            <dd>{isBlank(line) ? <Find line={line} /> : <Known line={line} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Known({ line }: { line: FacilityLine }) {
  return (
    <>
      {line.name ? <p>{line.name}</p> : null}
      <p className={styles.phone}>
        {line.phone ? (
          <a href={`tel:${line.phone.replace(/[^\d+*#]/g, '')}`}>{line.phone}</a>
        ) : (
          <Blank label="Number" />
        )}
      </p>
      <p>{line.hours ?? <Blank label="Hours" />}</p>
      {line.note ? <p>{line.note}</p> : null}
      <p className={styles.checked}>
        {line.checkedOn ? (
          <>
            Last called <Day date={line.checkedOn} />
            {line.checkedBy ? ` by ${line.checkedBy}` : null}
          </>
        ) : (
          'No date: call it once before relying on it'
        )}
      </p>
    </>
  )
}

function Find({ line }: { line: FacilityLine }) {
  return (
    <>
      <p className={styles.find}>Find this before your next shift.</p>
      <p className={styles.what}>{line.find}</p>
      <p className={styles.rules} aria-hidden="true" />
    </>
  )
}

function Blank({ label }: { label: string }) {
  return <span className={styles.blank}>{label}: find this before your next shift</span>
}

function isBlank(line: FacilityLine): boolean {
  return [line.name, line.phone, line.hours, line.note].every((text) => text === undefined)
}

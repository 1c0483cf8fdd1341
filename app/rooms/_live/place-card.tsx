import type { Facility, FacilityLine } from '#server/learning/reference/queries.ts'
import styles from './shown.module.css'

/** Who is called here, one line each, so that a room can read it. A blank stays visible, as work for the hour. */
export function PlaceCard({ facility: { name, lines } }: { facility: Facility }) {
  return (
    <section aria-label="Facility card">
      <p className={styles.name}>{name ?? 'This facility'}</p>
      <dl className={styles.card}>
        {lines.map((line) => (
          <div key={line.id}>
            <dt>{line.label}</dt>
            <dd>{said(line) || <span className={styles.blank}>Blank: who finds it out, and by when?</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function said({ name, phone, hours }: FacilityLine): string {
  return [name, phone, hours].filter((part) => part !== undefined).join(', ')
}

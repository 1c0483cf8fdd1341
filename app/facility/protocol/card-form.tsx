import { cardLimits } from '#server/learning/facility/card-limits.ts'
import type { FacilityLine } from '#server/learning/reference/queries.ts'
import { Button } from '../../_components/button.tsx'
import styles from './checklist.module.css'

const fields = [
  { name: 'name', label: 'Team or person', isWide: true },
  { name: 'hours', label: 'Hours', isWide: true },
  { name: 'phone', label: 'Number', isWide: false }
] as const

type CardFormProps = { facility: string | undefined; lines: readonly FacilityLine[] }

/** The lines of the facility card, with what the card says today; sent, they come back as a file. */
export function CardForm({ facility, lines }: CardFormProps) {
  return (
    <section className={styles.card} aria-labelledby="card-title">
      <h2 id="card-title">Facility card: who to call here</h2>
      <p className="noprint">
        Making the file sends these lines, and nothing from the checklist above, to this site, which gives them back as
        a file and keeps no copy. The person who runs the site puts it into the data folder; the card then shows it. Use
        work numbers, not private ones.
      </p>
      <form action="/facility/protocol/card" method="post" encType="multipart/form-data">
        <label className={styles.facility}>
          <span>Name of this facility</span>
          <input
            type="text"
            id="card-facility"
            name="facility"
            maxLength={cardLimits.facility}
            defaultValue={facility}
            autoComplete="off"
          />
        </label>
        <div className={styles.lines}>
          {lines.map((line) => (
            <Line line={line} key={line.id} />
          ))}
        </div>
        <p className={styles.send}>
          <Button>Make the card’s file</Button>
        </p>
      </form>
    </section>
  )
}

function Line({ line }: { line: FacilityLine }) {
  return (
    <fieldset className={styles.line} id={`card-${line.id}`}>
      <legend>{line.label}</legend>
      <p className={styles.what}>{line.find}</p>
      {fields.map(({ name, label, isWide }) => (
        <label key={name} className={isWide ? styles.wide : undefined}>
          <span>{label}</span>
          <input
            type="text"
            id={`card-${line.id}-${name}`}
            name={`${line.id}.${name}`}
            maxLength={cardLimits[name]}
            defaultValue={line[name]}
            autoComplete="off"
          />
        </label>
      ))}
      <label>
        <span>Last called</span>
        <input
          type="date"
          id={`card-${line.id}-checkedOn`}
          name={`${line.id}.checkedOn`}
          defaultValue={line.checkedOn}
        />
      </label>
      <label>
        <span>By</span>
        <input
          type="text"
          id={`card-${line.id}-checkedBy`}
          name={`${line.id}.checkedBy`}
          maxLength={cardLimits.checkedBy}
          defaultValue={line.checkedBy}
          autoComplete="off"
        />
      </label>
      <label className={styles.wide}>
        <span>Note for 3 in the morning</span>
        <textarea
          id={`card-${line.id}-note`}
          name={`${line.id}.note`}
          rows={2}
          maxLength={cardLimits.note}
          defaultValue={line.note}
          autoComplete="off"
        />
      </label>
    </fieldset>
  )
}

import { cardLimits } from '#server/learning/facility/card-limits.ts'
import type { CardEntry } from '#server/learning/facility/write-card.ts'
import { LineField } from '../_parts/fields.tsx'
import styles from './facility.module.css'

type LineFieldsProps = { id: string; label: string; find: string; values: CardEntry }

/** The fields of one line of the card, with what to find out for it. */
export function LineFields({ id, label, find, values }: LineFieldsProps) {
  return (
    <fieldset className={styles.line} id={`line-${id}`}>
      <legend>{label}</legend>
      <p className={styles.find}>{find}</p>
      <div className={styles.fields}>
        <LineField name={`${id}.name`} label="Team or person" value={values.name} longest={cardLimits.name} />
        <LineField name={`${id}.phone`} label="Number" value={values.phone} longest={cardLimits.phone} />
        <LineField name={`${id}.hours`} label="Hours" value={values.hours} longest={cardLimits.hours} />
        <LineField name={`${id}.checkedOn`} label="Last called on" type="date" value={values.checkedOn} />
        <LineField name={`${id}.checkedBy`} label="Called by" value={values.checkedBy} longest={cardLimits.checkedBy} />
        <LineField
          name={`${id}.note`}
          label="Note for 3 in the morning"
          value={values.note}
          longest={cardLimits.note}
        />
      </div>
    </fieldset>
  )
}

import { clockIn } from '#machines/attendance/times.ts'
import { Button } from '../../../_components/button.tsx'
import { SelectField } from '../../../_components/field.tsx'
import { Section } from '../../../_components/page.tsx'
import { TextField } from '../../../_components/text-field.tsx'
import styles from './roster.module.css'

type OpenProps = { path: string; zone: string; now: Date; isFirst: boolean }

/** Opens the door of a day: when it begins, where, how long signing takes, and until when credit can be taken. */
export function OpenForm({ path, zone, now, isFirst }: OpenProps) {
  const clock = clockIn(now.toISOString(), zone)
  return (
    <Section id="open" title={isFirst ? 'Open check-in' : 'Another day'}>
      <p>
        For credit, a live activity that is open must be chosen where the workshop is edited. For a day that was held on
        paper, open that day: no code is taken then, and the sheet is entered below it.
      </p>
      <form className={styles.form} method="post" action={`${path}/open`}>
        <TextField name="day" type="date" label="Day" defaultValue={clock.day} required />
        <TextField
          name="begins"
          type="time"
          label="Begins at"
          hint="The announced time. Minutes are counted from then by the agenda."
          defaultValue={clock.time}
          required
        />
        <SelectField
          name="zone"
          label="Time zone there"
          options={zones(zone).map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
          chosen={zone}
        />
        <TextField
          name="place"
          label="Place"
          hint="As it will stand on certificates; may be left empty."
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          name="signing"
          type="number"
          label="Minutes that signing in and out may take"
          hint="Whoever enters a code within them counts from the beginning, or until the end."
          min={0}
          max={15}
          defaultValue={10}
          required
        />
        <TextField
          name="claimDays"
          type="number"
          label="Days in which credit can be taken"
          min={1}
          max={90}
          defaultValue={14}
          required
        />
        <div>
          <Button>Open check-in</Button>
        </div>
      </form>
    </Section>
  )
}

function zones(first: string): string[] {
  return [...new Set([first, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}

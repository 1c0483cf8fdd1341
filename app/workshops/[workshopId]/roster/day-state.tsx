import { clockIn } from '#machines/attendance/times.ts'
import { type Day as CheckInDay, isOpen } from '#server/workshop/attendance/day.ts'
import { plannedEnd } from '#server/workshop/attendance/open-check-in.ts'
import { lastDayToTake } from '#server/workshop/attendance/take-credit.ts'
import { Button } from '../../../_components/button.tsx'
import { Day } from '../../../_components/day.tsx'
import { Section } from '../../../_components/page.tsx'
import { TextField } from '../../../_components/text-field.tsx'
import styles from './roster.module.css'

type StateProps = { day: CheckInDay; path: string; now: Date }

/** How the door of a day stands, and what can be done with it. */
export function DayState({ day, path, now }: StateProps) {
  const { heldOn, timeZone, place } = day
  const isNow = isOpen(day, now)
  const from = clockIn(day.beginsAt, timeZone).time
  const to = clockIn(plannedEnd(day), timeZone).time
  return (
    <Section id="door" title={isNow ? 'Check-in is open' : 'Check-in is closed'}>
      <p>
        <Day date={heldOn} />
        {place ? `, ${place}` : ''}, {from} to {to} ({timeZone.replaceAll('_', ' ')}). Credit can be taken until{' '}
        <Day date={lastDayToTake(day)} />.
      </p>
      {isNow ? <Codes day={day} path={path} /> : null}
      <details>
        <summary>It began at another time</summary>
        <form className={styles.form} method="post" action={`${path}/move`}>
          <input type="hidden" name="day" value={heldOn} />
          <TextField
            name="begins"
            type="time"
            label="Began at"
            hint="Everybody’s minutes are counted from then; the log says who changed it."
            defaultValue={from}
            required
          />
          <TextField name="reason" id="move-reason" label="Reason" maxLength={300} required />
          <div>
            <Button tone="plain">Change the beginning</Button>
          </div>
        </form>
      </details>
    </Section>
  )
}

function Codes({ day: { heldOn, endOpensAt, closesAt, timeZone }, path }: Omit<StateProps, 'now'>) {
  return (
    <>
      <p>
        Codes are taken until {clockIn(closesAt, timeZone).time}.{' '}
        <a href={`${path}/code`}>Show the code for checking in</a>
        {endOpensAt === null ? null : (
          <>
            {' '}
            · <a href={`${path}/code?kind=end`}>Show the code for the end</a>
          </>
        )}
      </p>
      <div className={styles.acts}>
        {endOpensAt === null ? (
          <form method="post" action={`${path}/end`}>
            <input type="hidden" name="day" value={heldOn} />
            <Button>Begin the end code</Button>
          </form>
        ) : null}
        <form method="post" action={`${path}/close`}>
          <input type="hidden" name="day" value={heldOn} />
          <Button tone="plain">Close check-in</Button>
        </form>
      </div>
    </>
  )
}

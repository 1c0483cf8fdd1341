import type { MyDay } from '#server/workshop/attendance/my-days.ts'
import { Button, ButtonLink } from '../../../_components/button.tsx'
import { Day } from '../../../_components/day.tsx'
import { Section } from '../../../_components/page.tsx'

type MyDaysProps = { days: readonly MyDay[]; path: string }

/** What is recorded of somebody on each day of the workshop, and their credit for it. */
export function MyDays({ days, path }: MyDaysProps) {
  return days.map((mine) => (
    <Section key={mine.day.heldOn} id={`day-${mine.day.heldOn}`} title="You came">
      <p>
        <Day date={mine.day.heldOn} />
        {mine.day.place ? `, ${mine.day.place}` : ''}.{' '}
        {mine.attended
          ? `${mine.attended.minutes} of ${mine.attended.of} minutes count.`
          : `Checked in at ${mine.since ?? 'an unknown time'}.`}
      </p>
      <Standing mine={mine} path={path} />
    </Section>
  ))
}

function Standing({ mine: { day, state, until }, path }: { mine: MyDay; path: string }) {
  switch (state) {
    case 'in':
      return <p>Enter the end code before you leave; it is shown when the workshop ends.</p>
    case 'unfinished':
      return <p>No end code was entered. If you stayed, the person who led the workshop can record it.</p>
    case 'over':
      return (
        <p>
          The days to take credit for it ended with <Day date={until} />.
        </p>
      )
    case 'taken':
      return (
        <p>
          <ButtonLink href={`/activities/${day.activityId}`}>Go to your credit</ButtonLink>
        </p>
      )
    case 'to-take':
      return (
        <form method="post" action={`${path}/credit`}>
          <input type="hidden" name="day" value={day.heldOn} />
          <p>
            Your credit can be taken until <Day date={until} />. With it you become a learner of the organization that
            held the workshop, so that its office can report your credit.
          </p>
          <p>
            <Button>Take my credit</Button>
          </p>
        </form>
      )
  }
}

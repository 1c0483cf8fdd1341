import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AppError } from '#server/errors.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { isOpen, listDays } from '#server/workshop/attendance/day.ts'
import { requireRecorder } from '#server/workshop/attendance/require-recorder.ts'
import { getRoster } from '#server/workshop/attendance/roster.ts'
import { Day } from '../../../_components/day.tsx'
import { Link } from '../../../_components/link.tsx'
import { missing } from '../../../_components/missing.ts'
import { CodeNotice } from '../../../_components/notice.tsx'
import { Page, PageHeading } from '../../../_components/page.tsx'
import { AddForms } from './add-forms.tsx'
import { DayState } from './day-state.tsx'
import { Lines } from './lines.tsx'
import { OpenForm } from './open-form.tsx'

export const metadata: Metadata = { title: 'Who came' }

/** Who came to a workshop, by name: the day's door with its codes, the roster, and what is entered by hand. */
export default async function RosterPage({ params, searchParams }: PageProps<'/workshops/[workshopId]/roster'>) {
  const [{ workshopId }, { notice, day: wanted, find }] = await Promise.all([params, searchParams])
  const person = await requirePerson(`/workshops/${workshopId}/roster`)
  const asked = { actor: person, workshopId }
  const workshop = await requireRecorder(record(), asked).catch((error) => leadOn(error, workshopId))
  const days = await listDays(record(), workshopId)
  const now = new Date()
  const day = days.find(({ heldOn }) => heldOn === wanted) ?? days[0]
  const roster = day ? await getRoster(record(), { ...asked, heldOn: day.heldOn }) : undefined
  const path = `/workshops/${workshopId}/roster`
  const zone = (await findProfile(record(), person.userId))?.timeZone ?? 'America/New_York'
  return (
    <Page>
      <PageHeading over={<Link href={`/workshops/${workshopId}`}>{workshop.title}</Link>} title="Who came">
        <CodeNotice code={notice} />
        <p>
          By name, for credit. Nothing here leads to what anybody answered in the room, and nothing there leads here.
        </p>
        {days.length > 1 ? <Days path={path} days={days} /> : null}
      </PageHeading>
      {roster ? (
        <>
          <DayState day={roster.day} path={path} now={now} />
          <Lines
            lines={roster.lines}
            path={path}
            heldOn={roster.day.heldOn}
            find={typeof find === 'string' ? find : ''}
          />
          <AddForms path={path} heldOn={roster.day.heldOn} />
        </>
      ) : null}
      {days.some((each) => isOpen(each, now)) ? null : <OpenForm path={path} zone={zone} now={now} isFirst={!day} />}
    </Page>
  )
}

function Days({ path, days }: { path: string; days: readonly { heldOn: string }[] }) {
  return (
    <ul>
      {days.map(({ heldOn }) => (
        <li key={heldOn}>
          <Link href={`${path}?day=${heldOn}`}>
            <Day date={heldOn} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function leadOn(error: unknown, workshopId: string): never {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'workshop_not_found') missing()
  if (error.code === 'second_factor_needed')
    redirect(`/sign-in/second-factor?next=${encodeURIComponent(`/workshops/${workshopId}/roster`)}`)
  redirect(`/account?notice=${error.code}`)
}

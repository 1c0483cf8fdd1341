import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { listOpenActivities } from '#server/credit/activities/queries.ts'
import { listTitles } from '#server/credit/reports/activity-titles.ts'
import { deadlinesOf } from '#server/credit/reports/deadlines.ts'
import { listProgress } from '#server/credit/reports/list-progress.ts'
import type { Managed } from '#server/people/auth/chosen-organization.ts'
import { can } from '#server/people/auth/permissions.ts'
import type { Person } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { Deadlines } from './_dashboard/deadlines.tsx'
import { FirstSteps } from './_dashboard/first-steps.tsx'
import { Progress } from './_dashboard/progress.tsx'
import { YourPlaces } from './_dashboard/your-places.tsx'
import { requireOffice } from './_parts/office.ts'
import { OfficePage, OfficeSection } from './_parts/office-page.tsx'

export const metadata: Metadata = { title: 'Manage' }

/** Where an office begins its day: who is where on the way to credit, what ends when, and what to do first. */
export default async function ManagePage({ searchParams }: PageProps<'/manage'>) {
  const { notice } = await searchParams
  const { person, organization } = await requireOffice('activity.view', '/manage')
  const isOffice = can(person, 'report.export', { organizationId: organization.id })
  return (
    <OfficePage title="Manage" notice={notice} lede={organization.name}>
      {isOffice ? <Office person={person} organization={organization} /> : null}
      {isOffice ? null : <YourPlaces person={person} organizationId={organization.id} />}
    </OfficePage>
  )
}

async function Office({ person, organization }: { person: Person; organization: Managed }) {
  const organizationId = organization.id
  const titles = await listTitles(record(), organizationId)
  const progress = await listProgress(record(), { actor: person, organizationId })
  const deadlines = deadlinesOf(await listOpenActivities(record(), [organizationId]))
  const today = new Date().toISOString().slice(0, 10)
  return (
    <>
      {progress.length === 0 ? (
        <OfficeSection id="first" title="What to do first">
          <FirstSteps drafts={titles.length} />
        </OfficeSection>
      ) : (
        <OfficeSection
          id="progress"
          title="On the way to credit"
          hint="How many people are where, and since when the first of them has been there. Nobody is named."
        >
          <Progress activities={progress} />
          <p>
            <Link href="/manage/reports">Take completed credits as a file</Link>, or{' '}
            <Link href="/manage/check">check one certificate</Link>.
          </p>
        </OfficeSection>
      )}
      {deadlines.length > 0 ? (
        <OfficeSection
          id="deadlines"
          title="What ends when"
          acts={<a href="/manage/deadlines.ics">Take them into a calendar (.ics)</a>}
        >
          <Deadlines deadlines={deadlines} titles={titles} today={today} />
        </OfficeSection>
      ) : null}
    </>
  )
}

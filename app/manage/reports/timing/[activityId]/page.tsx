import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { professionWords } from '#server/credit/reports/export-timing.ts'
import { readTiming } from '#server/credit/reports/read-timing.ts'
import { leastTimed, type TimingRow } from '#server/credit/reports/timing.ts'
import { record } from '#server/record/db/client.ts'
import { Listing } from '../../../_parts/listing.tsx'
import { requireOffice } from '../../../_parts/office.ts'
import { Empty, OfficePage, OfficeSection } from '../../../_parts/office-page.tsx'
import { reportedActivity } from '../../reported-activity.ts'

export const metadata: Metadata = { title: 'Times' }

/** How long people of each profession took for an activity: the ground on which its credit stands. */
export default async function TimingPage({ params, searchParams }: PageProps<'/manage/reports/timing/[activityId]'>) {
  const { activityId } = await params
  const { notice } = await searchParams
  const path = `/manage/reports/timing/${activityId}`
  const { person, organization } = await requireOffice('report.export', path)
  const { title } = await reportedActivity(organization.id, activityId)
  const rows = await readTiming(record(), { actor: person, organizationId: organization.id, activityId })
  return (
    <OfficePage
      title="How long people took"
      over={<Link href="/manage/reports">Reports</Link>}
      lede={title}
      notice={notice}
    >
      <OfficeSection
        id="minutes"
        title="Active minutes"
        hint={`As measured while somebody worked, pauses left out. The middle half of people lies between the quartiles. A profession of fewer than ${leastTimed} people has no numbers.`}
      >
        {rows.length === 0 ? (
          <Empty title="Nobody has finished it yet">
            <p>Times appear here once five people have finished.</p>
          </Empty>
        ) : (
          <>
            <Minutes rows={rows} />
            <form method="post" action={`${path}/file`}>
              <input type="hidden" name="organization" value={organization.id} />
              <Button tone="plain">Download CSV</Button>
            </form>
          </>
        )}
      </OfficeSection>
    </OfficePage>
  )
}

function Minutes({ rows }: { rows: readonly TimingRow[] }) {
  return (
    <Listing
      caption="Active minutes by profession"
      path=""
      search={{}}
      head={[
        { key: 'profession', label: 'Profession' },
        { key: 'people', label: 'People', isNumber: true },
        { key: 'median', label: 'Median', isNumber: true },
        { key: 'quartiles', label: 'Quartiles', isNumber: true }
      ]}
      rows={rows.map(({ profession, people, spread }) => ({
        key: profession ?? 'all',
        cells: [
          professionWords(profession),
          people ?? `Fewer than ${leastTimed}`,
          spread ? `${spread.median} min` : 'Not shown',
          spread ? `${spread.firstQuartile} to ${spread.thirdQuartile} min` : 'Not shown'
        ]
      }))}
    />
  )
}

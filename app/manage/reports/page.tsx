import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { listTitles } from '#server/credit/reports/activity-titles.ts'
import { filterOptions, parseFilter } from '#server/credit/reports/completion-filter.ts'
import { countCompletions } from '#server/credit/reports/list-completions.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { Listing } from '../_parts/listing.tsx'
import { requireOffice } from '../_parts/office.ts'
import { Empty, OfficePage, OfficeSection } from '../_parts/office-page.tsx'
import { FileForm } from './file-form.tsx'
import { FilterForm } from './filter-form.tsx'

export const metadata: Metadata = { title: 'Reports' }

type Search = Readonly<Record<string, string | string[] | undefined>>

/** What an office takes out of the record: completed credits as a file, and for each activity evaluations and times. */
export default async function ReportsPage({ searchParams }: PageProps<'/manage/reports'>) {
  const search = await searchParams
  const { organization } = await requireOffice('report.export', '/manage/reports')
  const options = await filterOptions(record(), organization.id)
  const found = await countOf(organization.id, search)
  return (
    <OfficePage
      title="Reports"
      notice={found.fault ?? search.notice}
      lede="Every file that is taken from here is noted in the log, with what it was narrowed to and how many rows it had."
    >
      <OfficeSection
        id="completions"
        title="Completed credits"
        hint="One row for each person and credit. Days are those of completion where the person was."
      >
        <FilterForm options={options} search={search} />
        {found.rows === undefined ? null : (
          <FileForm organizationId={organization.id} search={search} rows={found.rows} />
        )}
      </OfficeSection>
      <OfficeSection id="activities" title="By activity">
        <Activities organizationId={organization.id} />
      </OfficeSection>
    </OfficePage>
  )
}

async function countOf(organizationId: string, search: Search): Promise<{ rows?: number; fault?: string }> {
  try {
    const rows = await countCompletions(record(), parseFilter(organizationId, search), { asOf: new Date() })
    return { rows }
  } catch (error) {
    if (error instanceof AppError && error.status === 400) return { fault: error.code }
    throw error
  }
}

async function Activities({ organizationId }: { organizationId: string }) {
  const opened = (await listTitles(record(), organizationId)).filter(({ openVersion }) => openVersion !== null)
  if (opened.length === 0)
    return (
      <Empty title="No activity was opened yet">
        <p>
          Evaluations and times are read here once people take an activity.{' '}
          <Link href="/manage/activities">Set up an activity</Link>
        </p>
      </Empty>
    )
  return (
    <Listing
      caption="What is known of each activity"
      path="/manage/reports"
      search={{}}
      head={[
        { key: 'activity', label: 'Activity' },
        { key: 'evaluations', label: 'Evaluations' },
        { key: 'timing', label: 'Times' }
      ]}
      rows={opened.map(({ id, title }) => ({
        key: id,
        cells: [
          title,
          <Link href={`/manage/reports/evaluations/${id}`} key="evaluations">
            What people thought
          </Link>,
          <Link href={`/manage/reports/timing/${id}`} key="timing">
            How long they took
          </Link>
        ]
      }))}
    />
  )
}

import type { Metadata } from 'next'
import { ButtonLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { type ListedActivity, listActivities } from '#server/credit/activities/office.ts'
import { record } from '#server/record/db/client.ts'
import { filterIn, inOrder, orderIn, type Sortable } from '../_parts/listing.ts'
import { Filter, Listing } from '../_parts/listing.tsx'
import { requireOffice } from '../_parts/office.ts'
import { Empty, OfficePage } from '../_parts/office-page.tsx'
import { shownState, stateFilters, stateWords } from './_words/state.ts'
import { GapBadge, StateBadge } from './_words/state-badge.tsx'

export const metadata: Metadata = { title: 'Activities' }

const path = '/manage/activities'

const columns: readonly Sortable<ListedActivity>[] = [
  { key: 'title', label: 'Activity', by: ({ plan }) => plan.planned.draft.title },
  { key: 'state', label: 'State', by: ({ plan }) => shownState(plan) },
  { key: 'expiry', label: 'Credit ends', by: ({ plan }) => plan.planned.draft.dates.expiry || '9999' },
  { key: 'gaps', label: 'Gaps', by: ({ plan }) => gapsOf({ plan }) },
  { key: 'people', label: 'People', by: ({ participants }) => participants }
]

/** The activities of an organization: how each stands, what it lacks, and who takes part. */
export default async function ActivitiesPage({ searchParams }: PageProps<'/manage/activities'>) {
  const search = await searchParams
  const { person, organization } = await requireOffice('activity.edit', path)
  const all = await listActivities(record(), { actor: person, organizationId: organization.id, now: new Date() })
  const state = filterIn(search, 'state', stateFilters)
  const order = orderIn(search, columns, { key: 'title', isDown: false })
  const rows = inOrder(all, columns, order).filter(({ plan }) => state === undefined || shownState(plan) === state)
  return (
    <OfficePage
      title="Activities"
      notice={search.notice}
      lede="A course with your own planning, people, dates and credits. Nothing carries credit until you open it."
      acts={all.length > 0 ? <ButtonLink href={`${path}/new`}>Set up an activity</ButtonLink> : null}
    >
      {all.length === 0 ? (
        <Empty title="No activity is set up yet">
          <p>
            Choose a course, then go through its checklist: planning, people and disclosures, sign-offs, dates and
            credits. Every gap says what is missing and why.
          </p>
          <p>
            <ButtonLink href={`${path}/new`}>Set up an activity</ButtonLink>
          </p>
        </Empty>
      ) : (
        <>
          <Filter
            label="State"
            name="state"
            path={path}
            search={search}
            options={stateFilters.map((value) => ({ value, label: stateWords[value] }))}
          />
          <Listing
            caption="Activities"
            path={path}
            search={search}
            order={order}
            head={columns.map(({ key, label }) => ({ key, label, isSortable: true, isNumber: key === 'people' }))}
            rows={rows.map((listed) => ({ key: listed.plan.activityId, cells: cellsOf(listed) }))}
          />
          {rows.length === 0 ? <p>No activity stands so.</p> : null}
        </>
      )}
    </OfficePage>
  )
}

function cellsOf({ plan, participants }: ListedActivity) {
  const { draft, course } = plan.planned
  return [
    <Activity plan={plan} course={course.title} key="title" />,
    <StateBadge state={shownState(plan)} key="state" />,
    draft.dates.expiry || 'Not said yet',
    <GapBadge gaps={gapsOf({ plan })} key="gaps" />,
    participants
  ]
}

function Activity({ plan, course }: Pick<ListedActivity, 'plan'> & { course: string }) {
  const { title, format } = plan.planned.draft
  return (
    <>
      <Link href={`${path}/${plan.activityId}`}>{title || 'Activity without a title'}</Link>
      <br />
      <small>
        {course}, {format === 'enduring' ? 'self-paced' : 'live'}
        {plan.open ? `, version ${plan.open.version} open` : ''}
        {plan.changed.length > 0 ? ', with changes not yet opened' : ''}
      </small>
    </>
  )
}

function gapsOf({ plan }: Pick<ListedActivity, 'plan'>): number {
  return plan.gaps.filter(({ severity }) => severity === 'gap').length
}

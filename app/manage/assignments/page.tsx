import type { Metadata } from 'next'
import { Button, ButtonLink } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { type Assignment, listAssignments } from '#server/people/assignments/queries.ts'
import { record } from '#server/record/db/client.ts'
import { inOrder, orderIn, type Sortable } from '../_parts/listing.ts'
import { Listing } from '../_parts/listing.tsx'
import { requireOffice } from '../_parts/office.ts'
import { Empty, OfficePage } from '../_parts/office-page.tsx'

export const metadata: Metadata = { title: 'Assignments' }

const path = '/manage/assignments'
const columns: readonly Sortable<Assignment>[] = [
  { key: 'activity', label: 'Activity', by: ({ title }) => title },
  { key: 'for', label: 'For', by: ({ to }) => to.name },
  { key: 'due', label: 'Due', by: ({ dueOn }) => dueOn }
]

/** What the organization asks its departments and people to finish, and by when. */
export default async function AssignmentsPage({ searchParams }: PageProps<'/manage/assignments'>) {
  const search = await searchParams
  const { person, organization } = await requireOffice('assignment.edit', path)
  const assignments = await listAssignments(record(), { actor: person, organizationId: organization.id })
  const order = orderIn(search, columns, { key: 'due', isDown: false })
  return (
    <OfficePage
      title="Assignments"
      notice={search.notice}
      lede="What you ask a department or a person to finish, and by when. It stands on the account page of everyone it is for; no message is sent."
      acts={assignments.length > 0 ? <ButtonLink href={`${path}/add`}>Assign an activity</ButtonLink> : null}
    >
      {assignments.length === 0 ? (
        <Empty title="Nothing is assigned yet">
          <p>An activity can be assigned once it is open.</p>
          <p>
            <ButtonLink href={`${path}/add`}>Assign an activity</ButtonLink>
          </p>
        </Empty>
      ) : (
        <Listing
          caption="Assignments"
          path={path}
          search={search}
          order={order}
          head={[...columns.map(({ key, label }) => ({ key, label, isSortable: true })), { key: 'act', label: 'Edit' }]}
          rows={inOrder(assignments, columns, order).map((assignment) => ({
            key: assignment.id,
            cells: [
              assignment.title || 'An activity that is closed',
              assignment.to.kind === 'department' ? `Everyone in ${assignment.to.name}` : assignment.to.name,
              <Day date={assignment.dueOn} key="due" />,
              <Withdraw assignment={assignment} organizationId={organization.id} key="act" />
            ]
          }))}
        />
      )}
      <p>
        Who is done and who is not stands under <Link href="/team">Team</Link>.
      </p>
    </OfficePage>
  )
}

function Withdraw({ assignment, organizationId }: { assignment: Assignment; organizationId: string }) {
  return (
    <form method="post" action={`${path}/${assignment.id}/withdraw`}>
      <input type="hidden" name="organization" value={organizationId} />
      <Button tone="plain">
        Withdraw<span className="unseen"> what is due from {assignment.to.name}</span>
      </Button>
    </form>
  )
}

import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import { listOpenActivities } from '#server/credit/activities/queries.ts'
import { listReachable } from '#server/people/assignments/list-reachable.ts'
import { record } from '#server/record/db/client.ts'
import { FormEnd, LineField, OfficeForm } from '../../_parts/fields.tsx'
import { requireOffice } from '../../_parts/office.ts'
import { typedAt } from '../../_parts/office-door.ts'
import { Empty, OfficePage } from '../../_parts/office-page.tsx'

export const metadata: Metadata = { title: 'Assign an activity' }

const path = '/manage/assignments/add'

/** Takes which open activity is due from which department or person, and by when. */
export default async function AssignPage({ searchParams }: PageProps<'/manage/assignments/add'>) {
  const { notice } = await searchParams
  const { person, organization } = await requireOffice('assignment.edit', path)
  const activities = await listOpenActivities(record(), [organization.id])
  const reachable = await listReachable(record(), { actor: person, organizationId: organization.id })
  const typed = typedAt(person, path, notice)
  return (
    <OfficePage title="Assign an activity" notice={notice} over={<Link href="/manage/assignments">Assignments</Link>}>
      {activities.length === 0 ? (
        <Empty title="No activity is open">
          <p>A coordinator opens one under Activities. Then it can be assigned.</p>
        </Empty>
      ) : (
        <OfficeForm action={`${path}/send`}>
          <input type="hidden" name="organization" value={organization.id} />
          <SelectField
            name="activity"
            label="Activity"
            options={activities.map(({ activityId, draft, course }) => ({
              value: activityId,
              label: draft.title || course.title
            }))}
            chosen={typed?.get('activity')?.[0]}
          />
          <SelectField
            name="to"
            label="For"
            hint="A department means everyone who is in it, also those who join later."
            options={[
              ...reachable.departments.map(({ id, name }) => ({
                value: `department ${id}`,
                label: `Everyone in ${name}`
              })),
              ...reachable.people.map(({ userId, name }) => ({ value: `person ${userId}`, label: name }))
            ]}
            chosen={typed?.get('to')?.[0]}
          />
          <LineField name="due" type="date" label="Due on" isRequired value={typed?.get('due')?.[0]} />
          <FormEnd>
            <Button>Assign</Button>
            <Link href="/manage/assignments">Leave without assigning</Link>
          </FormEnd>
        </OfficeForm>
      )}
    </OfficePage>
  )
}

import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { findActivityName } from '#server/credit/activities/find-name.ts'
import { listSeenContributors } from '#server/credit/contributors/queries.ts'
import { record } from '#server/record/db/client.ts'
import { FormEnd, OfficeForm } from '../../../../_parts/fields.tsx'
import { requireOffice } from '../../../../_parts/office.ts'
import { typedAt } from '../../../../_parts/office-door.ts'
import { OfficePage } from '../../../../_parts/office-page.tsx'
import { ContributorFields } from '../contributor-fields.tsx'
import { typedValues, valuesOf } from '../contributor-values.ts'

export const metadata: Metadata = { title: 'Change a person' }

/** The form of somebody of an activity as they stand, or as it was typed when it was refused. */
export default async function ContributorPage({
  params,
  searchParams
}: PageProps<'/manage/activities/[activityId]/people/[contributorId]'>) {
  const { activityId, contributorId } = await params
  const { notice } = await searchParams
  const here = `/manage/activities/${activityId}/people`
  const path = `${here}/${contributorId}`
  const { person, organization } = await requireOffice('activity.edit', path)
  const activity = await findActivityName(record(), { activityId, organizationId: organization.id })
  const people = activity ? await listSeenContributors(record(), activityId) : []
  const found = people.find(({ contributor }) => contributor.id === contributorId)
  if (!activity || !found) missing()
  const typed = typedAt(person, path, notice)
  return (
    <OfficePage
      title={found.contributor.name}
      notice={notice}
      over={<Link href={here}>People of {activity.title}</Link>}
      lede="A change counts from the next time the activity is opened; what is open stays as it is."
    >
      <OfficeForm action={`${path}/save`}>
        <input type="hidden" name="seen" value={found.seen} />
        <ContributorFields values={typed ? typedValues(typed) : valuesOf(found.contributor)} />
        <FormEnd>
          <Button>Save this person</Button>
          <Link href={here}>Leave without saving</Link>
        </FormEnd>
      </OfficeForm>
    </OfficePage>
  )
}

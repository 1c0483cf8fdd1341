import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { findActivityName } from '#server/credit/activities/find-name.ts'
import { record } from '#server/record/db/client.ts'
import { FormEnd, OfficeForm } from '../../../../_parts/fields.tsx'
import { requireOffice } from '../../../../_parts/office.ts'
import { typedAt } from '../../../../_parts/office-door.ts'
import { OfficePage } from '../../../../_parts/office-page.tsx'
import { ContributorFields } from '../contributor-fields.tsx'
import { blankValues, typedValues } from '../contributor-values.ts'

export const metadata: Metadata = { title: 'Add a person' }

/** The form of somebody new to an activity. */
export default async function AddContributorPage({
  params,
  searchParams
}: PageProps<'/manage/activities/[activityId]/people/add'>) {
  const { activityId } = await params
  const { notice } = await searchParams
  const here = `/manage/activities/${activityId}/people`
  const { person, organization } = await requireOffice('activity.edit', `${here}/add`)
  const activity = await findActivityName(record(), { activityId, organizationId: organization.id })
  if (!activity) missing()
  const typed = typedAt(person, `${here}/add`, notice)
  return (
    <OfficePage title="Add a person" notice={notice} over={<Link href={here}>People of {activity.title}</Link>}>
      <OfficeForm action={`${here}/add/send`}>
        <ContributorFields values={typed ? typedValues(typed) : blankValues} />
        <FormEnd>
          <Button>Add this person</Button>
          <Link href={here}>Leave without saving</Link>
        </FormEnd>
      </OfficeForm>
    </OfficePage>
  )
}

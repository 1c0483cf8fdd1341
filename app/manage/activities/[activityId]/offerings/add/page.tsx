import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { bodies, bodyIds } from '#machines/activity/offering.ts'
import { findActivityName } from '#server/credit/activities/find-name.ts'
import { listStatements } from '#server/credit/statements/queries.ts'
import { record } from '#server/record/db/client.ts'
import { FormEnd, OfficeForm } from '../../../../_parts/fields.tsx'
import { requireOffice } from '../../../../_parts/office.ts'
import { typedAt } from '../../../../_parts/office-door.ts'
import { OfficePage } from '../../../../_parts/office-page.tsx'
import { Common } from '../common.tsx'
import { OfferingFields } from '../offering-fields.tsx'
import { presetValues, typedValues } from '../offering-values.ts'

export const metadata: Metadata = { title: 'Add a credit' }

/** The form of a new credit, beginning with what is common for the body that the address names. */
export default async function AddOfferingPage({
  params,
  searchParams
}: PageProps<'/manage/activities/[activityId]/offerings/add'>) {
  const { activityId } = await params
  const { notice, body: asked } = await searchParams
  const here = `/manage/activities/${activityId}/offerings`
  const { person, organization } = await requireOffice('activity.edit', `${here}/add`)
  const activity = await findActivityName(record(), { activityId, organizationId: organization.id })
  if (!activity) missing()
  const body = bodyIds.find((each) => each === asked) ?? 'none'
  const preset = presetValues(body, activity)
  const typed = typedAt(person, `${here}/add?body=${body}`, notice)
  return (
    <OfficePage
      title={`Add a credit: ${bodies[body]}`}
      notice={notice}
      over={<Link href={here}>Credits of {activity.title}</Link>}
    >
      <Common body={body} />
      <OfficeForm action={`${here}/add/send?body=${body}`}>
        <OfferingFields
          body={body}
          values={typed ? typedValues(typed, preset) : preset}
          statements={await listStatements(record(), organization.id)}
        />
        <FormEnd>
          <Button>Add this credit</Button>
          <Link href={here}>Leave without saving</Link>
        </FormEnd>
      </OfficeForm>
    </OfficePage>
  )
}

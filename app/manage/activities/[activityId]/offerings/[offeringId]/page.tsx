import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { bodies } from '#machines/activity/offering.ts'
import { findActivityName } from '#server/credit/activities/find-name.ts'
import { listSeenOfferings } from '#server/credit/offerings/queries.ts'
import { listStatements } from '#server/credit/statements/queries.ts'
import { record } from '#server/record/db/client.ts'
import { FormEnd, OfficeForm } from '../../../../_parts/fields.tsx'
import { requireOffice } from '../../../../_parts/office.ts'
import { typedAt } from '../../../../_parts/office-door.ts'
import { OfficePage } from '../../../../_parts/office-page.tsx'
import { Common } from '../common.tsx'
import { OfferingFields } from '../offering-fields.tsx'
import { typedValues, valuesOf } from '../offering-values.ts'

export const metadata: Metadata = { title: 'Change a credit' }

/** The form of one credit as it stands, or as it was typed when it was refused. */
export default async function OfferingPage({
  params,
  searchParams
}: PageProps<'/manage/activities/[activityId]/offerings/[offeringId]'>) {
  const { activityId, offeringId } = await params
  const { notice } = await searchParams
  const here = `/manage/activities/${activityId}/offerings`
  const path = `${here}/${offeringId}`
  const { person, organization } = await requireOffice('activity.edit', path)
  const activity = await findActivityName(record(), { activityId, organizationId: organization.id })
  const found = activity && (await listSeenOfferings(record(), activityId)).find((it) => it.offering.id === offeringId)
  if (!found) missing()
  const { offering, seen } = found
  const typed = typedAt(person, path, notice)
  return (
    <OfficePage
      title={`${offering.label}: ${bodies[offering.body]}`}
      notice={notice}
      over={<Link href={here}>Credits of {activity.title}</Link>}
      lede="A change counts from the next time the activity is opened; what is open stays as it is."
    >
      <OfficeForm action={`${path}/save`}>
        <input type="hidden" name="seen" value={seen} />
        <OfferingFields
          body={offering.body}
          values={typed ? typedValues(typed, valuesOf(offering)) : valuesOf(offering)}
          statements={await listStatements(record(), organization.id)}
        />
        <FormEnd>
          <Button>Save this credit</Button>
          <Link href={here}>Leave without saving</Link>
        </FormEnd>
      </OfficeForm>
      <Common body={offering.body} />
    </OfficePage>
  )
}

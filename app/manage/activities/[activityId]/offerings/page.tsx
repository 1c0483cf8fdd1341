import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { bodies, bodyIds } from '#machines/activity/offering.ts'
import { findActivityName } from '#server/credit/activities/find-name.ts'
import { listSeenOfferings } from '#server/credit/offerings/queries.ts'
import { listStatements } from '#server/credit/statements/queries.ts'
import { record } from '#server/record/db/client.ts'
import formStyles from '../../../_parts/fields.module.css'
import { FormEnd } from '../../../_parts/fields.tsx'
import { requireOffice } from '../../../_parts/office.ts'
import { Empty, OfficePage, OfficeSection } from '../../../_parts/office-page.tsx'
import { OfferingCard } from './offering-card.tsx'
import styles from './offerings.module.css'

export const metadata: Metadata = { title: 'Credits' }

/** The credits that an activity offers, in the order in which learners read them. */
export default async function OfferingsPage({
  params,
  searchParams
}: PageProps<'/manage/activities/[activityId]/offerings'>) {
  const { activityId } = await params
  const { notice } = await searchParams
  const here = `/manage/activities/${activityId}`
  const { organization } = await requireOffice('activity.edit', `${here}/offerings`)
  const activity = await findActivityName(record(), { activityId, organizationId: organization.id })
  if (!activity) missing()
  const offerings = await listSeenOfferings(record(), activityId)
  const statements = await listStatements(record(), organization.id)
  return (
    <OfficePage
      title="Credits"
      notice={notice}
      over={<Link href={here}>{activity.title}</Link>}
      lede="Each credit has its own unit, statement, professions and days. A change counts from the next time the activity is opened; what is open stays as it is."
    >
      {offerings.length === 0 ? (
        <Empty title="No credit is offered yet">
          <p>Begin with a certificate of completion, which needs no accreditor, or choose the body below.</p>
        </Empty>
      ) : (
        <ol className={`plainlist ${styles.list}`}>
          {offerings.map(({ offering, seen }, index) => (
            <OfferingCard
              offering={offering}
              seen={seen}
              path={`${here}/offerings/${offering.id}`}
              statements={statements}
              isFirst={index === 0}
              isLast={index === offerings.length - 1}
              key={offering.id}
            />
          ))}
        </ol>
      )}
      <OfficeSection
        id="add"
        title="Add a credit"
        hint="The form begins with what is common for the body. Check it with your accreditor; all of it can be changed."
      >
        <form className={formStyles.form} action={`${here}/offerings/add`} method="get">
          <SelectField
            name="body"
            label="Body"
            options={bodyIds.toReversed().map((value) => ({ value, label: bodies[value] }))}
          />
          <FormEnd>
            <Button tone={offerings.length === 0 ? 'action' : 'plain'}>Set this credit up</Button>
          </FormEnd>
        </form>
      </OfficeSection>
    </OfficePage>
  )
}

import type { Metadata } from 'next'
import { Button, ButtonLink } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { findActivityName, listActivityNames } from '#server/credit/activities/find-name.ts'
import { listSeenContributors } from '#server/credit/contributors/queries.ts'
import { record } from '#server/record/db/client.ts'
import { FormEnd, OfficeForm } from '../../../_parts/fields.tsx'
import { requireOffice } from '../../../_parts/office.ts'
import { Empty, OfficePage, OfficeSection } from '../../../_parts/office-page.tsx'
import { ContributorCard } from './contributor-card.tsx'
import styles from './people.module.css'

export const metadata: Metadata = { title: 'People of an activity' }

/** Who controls what an activity says: planners, faculty, authors, reviewers, with what they disclosed. */
export default async function ContributorsPage({
  params,
  searchParams
}: PageProps<'/manage/activities/[activityId]/people'>) {
  const { activityId } = await params
  const { notice } = await searchParams
  const here = `/manage/activities/${activityId}`
  const { organization } = await requireOffice('activity.edit', `${here}/people`)
  const activity = await findActivityName(record(), { activityId, organizationId: organization.id })
  if (!activity) missing()
  const people = await listSeenContributors(record(), activityId)
  const others = (await listActivityNames(record(), organization.id)).filter(({ id }) => id !== activityId)
  return (
    <OfficePage
      title="People and disclosures"
      notice={notice}
      over={<Link href={here}>{activity.title}</Link>}
      lede="Everybody who controls what the activity says, with their financial relationships of the last 24 months. The provider judges what is relevant, not the person. Only people are listed: authorship and help of machines are declared in the activity itself."
      acts={<ButtonLink href={`${here}/people/add`}>Add a person</ButtonLink>}
    >
      {people.length === 0 ? (
        <Empty title="Nobody is listed yet">
          <p>An activity opens once its planners and reviewers are named, each with a disclosure that was assessed.</p>
        </Empty>
      ) : (
        <ol className={`plainlist ${styles.list}`}>
          {people.map(({ contributor, seen }, index) => (
            <ContributorCard
              contributor={contributor}
              seen={seen}
              path={`${here}/people/${contributor.id}`}
              isFirst={index === 0}
              isLast={index === people.length - 1}
              key={contributor.id}
            />
          ))}
        </ol>
      )}
      {others.length > 0 ? (
        <OfficeSection
          id="copy"
          title="Copy from another activity"
          hint="Its people come with what they disclosed and the day it was collected; whoever is listed here under the same name stays as they are."
        >
          <OfficeForm action={`${here}/people/copy`}>
            <SelectField
              name="from"
              label="Activity"
              options={others.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <FormEnd>
              <Button tone="plain">Copy its people</Button>
            </FormEnd>
          </OfficeForm>
        </OfficeSection>
      ) : null}
    </OfficePage>
  )
}

import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { env } from '#server/env.ts'
import { cardLimits } from '#server/learning/facility/card-limits.ts'
import { filledCard, typedCard } from '#server/learning/facility/parse-card.ts'
import { fileCard, findEditedCard } from '#server/learning/facility/queries.ts'
import { facilityOf } from '#server/learning/reference/queries.ts'
import { record } from '#server/record/db/client.ts'
import formStyles from '../_parts/fields.module.css'
import { FormEnd, LineField } from '../_parts/fields.tsx'
import { requireOffice } from '../_parts/office.ts'
import { typedAt } from '../_parts/office-door.ts'
import { OfficePage } from '../_parts/office-page.tsx'
import { CardGaps } from './card-gaps.tsx'
import { LineFields } from './line-fields.tsx'

export const metadata: Metadata = { title: 'Facility card' }

const path = '/manage/facility'

/** Who to call here, edited for one organization; what is blank is named. */
export default async function ManageFacilityPage({ searchParams }: PageProps<'/manage/facility'>) {
  const { notice } = await searchParams
  const { person, organization } = await requireOffice('facility.edit', path)
  const edited = await findEditedCard(record(), organization.id)
  const card = edited?.card ?? fileCard(env().dataDir)
  const shown = filledCard(card)
  const typed = typedAt(person, path, notice)
  const values = typed ? typedCard(typed, shown) : shown
  const { lines } = facilityOf(card)
  return (
    <OfficePage
      title="Facility card: who to call here"
      notice={notice}
      lede={`Members of ${organization.name} see this card beside every case that ends and under Support. A number that nobody has tried is not a number.`}
      acts={
        <>
          <Link href="/facility">See and print the card</Link>
          <a href={`${path}/card?organization=${organization.id}`}>Download facility.yaml</a>
        </>
      }
    >
      <p>
        {edited ? (
          <>
            Last changed on <Day date={edited.updatedAt.slice(0, 10)} />
            {edited.updatedBy ? ` by ${edited.updatedBy}` : ''}.
          </>
        ) : (
          'Nobody has edited it here yet. The form begins with the card that the installation came with; until you save, members see that one.'
        )}
      </p>
      <CardGaps lines={lines} />
      <form className={formStyles.form} action={`${path}/save`} method="post">
        <input type="hidden" name="organization" value={organization.id} />
        <input type="hidden" name="revision" value={edited?.revision ?? 0} />
        <LineField
          name="facility"
          label="Name of this facility"
          value={values.facility}
          longest={cardLimits.facility}
        />
        {lines.map(({ id, label, find }) => (
          <LineFields id={id} label={label} find={find} values={values.lines[id]} key={id} />
        ))}
        <FormEnd>
          <Button>Save the card</Button>
          <span>Use work numbers, not private ones.</span>
        </FormEnd>
      </form>
    </OfficePage>
  )
}

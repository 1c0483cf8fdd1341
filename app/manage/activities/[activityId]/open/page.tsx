import type { Metadata } from 'next'
import { Button, ButtonLink } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { mayOpen } from '#machines/activity/checklist.ts'
import type { Plan } from '#server/credit/activities/plan.ts'
import { FormEnd, OfficeForm } from '../../../_parts/fields.tsx'
import { OfficePage, OfficeSection } from '../../../_parts/office-page.tsx'
import { sectionWords } from '../../_words/section-words.ts'
import { planFor } from '../plan-for.ts'
import { Steps } from '../steps.tsx'

export const metadata: Metadata = { title: 'Activity' }

/** Before opening: what it means, what would be frozen, and the one button that does it. */
export default async function OpenPage({ params, searchParams }: PageProps<'/manage/activities/[activityId]/open'>) {
  const [{ activityId }, { notice }] = await Promise.all([params, searchParams])
  const here = `/manage/activities/${activityId}`
  const { plan } = await planFor(activityId, `${here}/open`)
  const isReady = mayOpen(plan.gaps)
  return (
    <OfficePage
      over={<Link href={here}>{plan.planned.draft.title || 'Activity without a title'}</Link>}
      title={isReady ? 'Open for credit' : 'It cannot open yet'}
      notice={notice}
    >
      {isReady ? (
        <Consequence plan={plan} />
      ) : (
        <OfficeSection id="missing" title="What is missing, and why">
          <Steps plan={plan} />
        </OfficeSection>
      )}
    </OfficePage>
  )
}

function Consequence({ plan }: { plan: Plan }) {
  const { draft, contents } = plan.planned
  const here = `/manage/activities/${plan.activityId}`
  return (
    <>
      <div className="flow">
        <p>
          From now on members of {plan.organization.name} can take this activity and claim what they earn, through{' '}
          <Day date={draft.dates.expiry} />.
        </p>
        <p>
          Everything is frozen as it stands: the front page, people and disclosures, statements, {contents.length}{' '}
          pieces of content by version and hash, and who signed them. Certificates point to this version for ever. Later
          changes of the draft reach learners only when you open it again.
        </p>
        {plan.open ? (
          <p>
            Version {plan.open.version}, which is open now, closes for people who have not begun it. New in this one:{' '}
            {plan.changed.map((section) => sectionWords[section].title.toLowerCase()).join(' · ') || 'nothing'}.
          </p>
        ) : null}
      </div>
      <OfficeForm action={`${here}/open/send`}>
        <input type="hidden" name="mark" value={plan.mark} />
        <input type="hidden" name="revision" value={plan.revision} />
        <FormEnd>
          <Button>Open it for credit</Button>
          <ButtonLink tone="plain" href={here}>
            Not now
          </ButtonLink>
        </FormEnd>
      </OfficeForm>
      {plan.gaps.length > 0 ? (
        <OfficeSection
          id="notes"
          title="Notes that stay"
          hint="They do not keep it from opening. Each names what to check."
        >
          <Steps plan={plan} />
        </OfficeSection>
      ) : null}
    </>
  )
}

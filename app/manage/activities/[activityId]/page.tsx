import type { Metadata } from 'next'
import { Button, ButtonLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { Plan } from '#server/credit/activities/plan.ts'
import { FormEnd, OfficeForm } from '../../_parts/fields.tsx'
import { OfficePage, OfficeSection } from '../../_parts/office-page.tsx'
import { sectionWords } from '../_words/section-words.ts'
import { shownState } from '../_words/state.ts'
import { GapBadge, StateBadge } from '../_words/state-badge.tsx'
import { Deadlines } from './deadlines.tsx'
import styles from './overview.module.css'
import { planFor } from './plan-for.ts'
import { Steps } from './steps.tsx'

export const metadata: Metadata = { title: 'Activity' }

/** An activity at a glance: how it stands, its dates, and each step with what it lacks and why. */
export default async function ActivityPage({ params, searchParams }: PageProps<'/manage/activities/[activityId]'>) {
  const [{ activityId }, { notice }] = await Promise.all([params, searchParams])
  const here = `/manage/activities/${activityId}`
  const { plan } = await planFor(activityId, here)
  const { draft, course } = plan.planned
  const gaps = plan.gaps.filter(({ severity }) => severity === 'gap').length
  return (
    <OfficePage
      over={<Link href="/manage/activities">Activities</Link>}
      title={draft.title || 'Activity without a title'}
      notice={notice}
      acts={
        <>
          <ButtonLink tone="plain" href={`${here}/front`}>
            See the front page
          </ButtonLink>
          {gaps === 0 && isNew(plan) ? (
            <ButtonLink href={`${here}/open`}>{plan.open ? 'Open the changes' : 'Open for credit'}</ButtonLink>
          ) : null}
          {plan.open ? (
            <ButtonLink tone="plain" href={`${here}/close`}>
              Close
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <p className={styles.facts}>
        <StateBadge state={shownState(plan)} />
        <GapBadge gaps={gaps} />
        <span>
          {course.title}, version {course.version}, {draft.format === 'enduring' ? 'self-paced' : 'live'}
        </span>
        {plan.open ? <span>Version {plan.open.version} is open</span> : null}
      </p>
      {plan.organization.isDemonstration ? <Demonstration name={plan.organization.name} /> : null}
      <Changes plan={plan} />
      <Deadlines plan={plan} />
      <OfficeSection
        id="checklist"
        title="Checklist"
        hint="Each gap keeps the activity from opening; a note does not. Both say why."
      >
        <Steps plan={plan} />
      </OfficeSection>
      <Duplicate activityId={activityId} isLive={draft.format === 'live'} />
    </OfficePage>
  )
}

/** Whether opening would make a version that says anything new. */
function isNew({ open, changed }: Plan): boolean {
  return open === undefined || changed.length > 0
}

function Demonstration({ name }: { name: string }) {
  return (
    <Notice title="Demonstration, accredited by nobody" tone="attention">
      <p>{name} is fictional. It may open activities, and offers certificates of completion alone.</p>
    </Notice>
  )
}

function Changes({ plan: { open, changed } }: { plan: Plan }) {
  if (!open || changed.length === 0) return null
  return (
    <Notice title="Changes that are not open yet" tone="attention">
      <p>
        Learners see version {open.version} as it was opened. Different now:{' '}
        {changed.map((section) => sectionWords[section].title.toLowerCase()).join(' · ')}. Opening them makes version{' '}
        {open.version + 1}.
      </p>
    </Notice>
  )
}

function Duplicate({ activityId, isLive }: { activityId: string; isLive: boolean }) {
  return (
    <OfficeSection
      id="duplicate"
      title="Another version"
      hint="Live and self-paced versions of a course are activities of their own. The copy shares the content and takes over what you wrote, the people and the credits, without the numbers that an accreditor gave to this one."
    >
      <OfficeForm action={`/manage/activities/${activityId}/duplicate`}>
        <input type="hidden" name="format" value={isLive ? 'enduring' : 'live'} />
        <FormEnd>
          <Button tone="plain">{isLive ? 'Begin a self-paced version' : 'Begin a live version'}</Button>
        </FormEnd>
      </OfficeForm>
    </OfficeSection>
  )
}

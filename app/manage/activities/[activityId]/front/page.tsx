import type { Metadata } from 'next'
import { FrontMatter } from '#app/_components/front-matter.tsx'
import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { OfficePage } from '../../../_parts/office-page.tsx'
import { planFor } from '../plan-for.ts'

export const metadata: Metadata = { title: 'Activity' }

/** The front page of an activity as learners would read it if it were opened now. */
export default async function FrontPage({ params }: PageProps<'/manage/activities/[activityId]/front'>) {
  const { activityId } = await params
  const here = `/manage/activities/${activityId}`
  const { plan } = await planFor(activityId, `${here}/front`)
  const { draft, today } = plan.planned
  const version = (plan.open?.version ?? 0) + 1
  const isOpenAsIs = plan.open !== undefined && plan.changed.length === 0
  return (
    <OfficePage over={<Link href={here}>{draft.title || 'Activity without a title'}</Link>} title="Front page">
      {isOpenAsIs ? null : (
        <Notice title="As learners would read it">
          <p>It is drawn from the draft and not open. What is still empty is left out here.</p>
        </Notice>
      )}
      <FrontMatter activity={plan.open && isOpenAsIs ? plan.open : { ...plan.frozen, version, openedOn: today }} />
    </OfficePage>
  )
}

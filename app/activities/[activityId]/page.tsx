import type { Metadata } from 'next'
import { getMyActivity } from '#server/credit/participations/my-activity.ts'
import { AppError } from '#server/errors.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { FrontMatter } from '../../_components/front-matter.tsx'
import { Link } from '../../_components/link.tsx'
import { missing } from '../../_components/missing.ts'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { Begin } from './begin.tsx'
import { Steps } from './steps.tsx'
import { TheCredits } from './the-credits.tsx'
import { TopNotice } from './top-notice.tsx'

// The activity's name stays out of tabs and history.
export const metadata: Metadata = { title: 'Credit' }

/** An activity: its front matter until it is acknowledged, then what is left to do and what credit it gives. */
export default async function ActivityPage({ params, searchParams }: PageProps<'/activities/[activityId]'>) {
  const [{ activityId }, { notice }] = await Promise.all([params, searchParams])
  const person = await requirePerson(`/activities/${activityId}`)
  const now = new Date()
  const { before, underWay } = await getMyActivity(record(), { actor: person, activityId, now }).catch(leadOn)
  const version = before?.version ?? underWay?.version
  if (!version) missing()
  return (
    <Page>
      <PageHeading
        over={<Link href="/activities">Credit</Link>}
        title={version.draft.title || version.course.title}
        lede={
          before
            ? version.draft.format === 'live'
              ? 'A live activity: you read this page again where you check in.'
              : 'Read this page before you begin. What you do counts for credit once you have acknowledged it.'
            : undefined
        }
      >
        <CodeNotice code={notice} />
        <TopNotice before={before} underWay={underWay} />
      </PageHeading>
      {before ? <FrontMatter activity={version} /> : null}
      {before && version.draft.format === 'live' ? <LiveOnly /> : null}
      {before && !before.fault && version.draft.format !== 'live' ? (
        <Begin before={before} userId={person.userId} now={now} />
      ) : null}
      {underWay && !before ? (
        <>
          {underWay.participation.finishedAt ? <TheCredits underWay={underWay} /> : null}
          <Steps underWay={underWay} />
          {underWay.participation.finishedAt ? null : <TheCredits underWay={underWay} />}
          <Section id="page" title="The page you acknowledged">
            <details>
              <summary>Version {version.version}, as it was shown to you</summary>
              <FrontMatter activity={version} />
            </details>
          </Section>
        </>
      ) : null}
    </Page>
  )
}

function LiveOnly() {
  return (
    <Section id="live" title="How to take part">
      <p>
        This is a live activity. You check in at the workshop with the code that is shown there, and take your credit
        after it, on the same page.
      </p>
    </Section>
  )
}

function leadOn(error: unknown): never {
  if (error instanceof AppError && error.code === 'activity_not_found') missing()
  throw error
}

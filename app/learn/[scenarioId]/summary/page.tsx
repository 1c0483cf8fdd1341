import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { findServed, served } from '#server/learning/scenarios/served.ts'
import { standingOf } from '#server/learning/scenarios/standing.ts'
import { ReviewBadge } from '../../../_components/badge.tsx'
import { Button, ButtonLink } from '../../../_components/button.tsx'
import { courseIn } from '../../../_components/course-in.ts'
import { missing } from '../../../_components/missing.ts'
import { Page, PageHeading, Section } from '../../../_components/page.tsx'
import { ReferenceList } from '../../../_components/reference-list.tsx'
import { capitalized, wordsOf } from '../../../_components/words.ts'
import { WithdrawnNotice } from '../../withdrawn-notice.tsx'

export const metadata: Metadata = { title: 'Text summary' }

/** The whole case and what it teaches, for those who choose not to play it. */
export default async function SummaryPage({ params, searchParams }: PageProps<'/learn/[scenarioId]/summary'>) {
  const [{ scenarioId }, search] = await Promise.all([params, searchParams])
  const course = courseIn(search.from)
  const scenario = findServed(served(), scenarioId)?.scenario
  if (!scenario) missing()
  const { withdrawn } = standingOf(served(), scenario)
  const sources = getRegistry().sources.filter((it) => scenario.references.includes(it.id))
  return (
    <Page>
      <PageHeading
        over={
          <>
            <Link href={`/learn/${scenarioId}`}>Before you begin</Link> · {wordsOf(scenario.setting)}
            {course ? (
              <>
                {' · '}
                <Link href={`/courses/${course}`}>Back to the course</Link>
              </>
            ) : null}
          </>
        }
        title={`Summary: ${capitalized(scenario.complaint)}`}
      >
        <p>
          <ReviewBadge state={scenario.review.state} />
        </p>
        {withdrawn ? (
          <WithdrawnNotice withdrawn={withdrawn}>
            What follows stands as it was written, without the correction.
          </WithdrawnNotice>
        ) : null}
      </PageHeading>
      <Section id="note" title="Content note">
        <p>{scenario.contentNote.text}</p>
      </Section>
      <Section id="case" title="The case">
        {scenario.summary.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Section>
      <Section id="practice" title="What it teaches">
        <ul>
          {scenario.objectives.map((objective) => (
            <li key={objective.id}>{objective.text}</li>
          ))}
        </ul>
        {course && !withdrawn ? <CountForm courseId={course} scenarioId={scenarioId} /> : null}
        <p>
          <ButtonLink href="/learn" tone="plain">
            Choose another case
          </ButtonLink>
        </p>
      </Section>
      <Section id="sources" title="References">
        <ReferenceList sources={sources} />
      </Section>
    </Page>
  )
}

function CountForm({ courseId, scenarioId }: { courseId: string; scenarioId: string }) {
  return (
    <form method="post" action={`/courses/${courseId}/summary`}>
      <input type="hidden" name="scenario" value={scenarioId} />
      <Button>Count it as done and go back to the course</Button>
    </form>
  )
}

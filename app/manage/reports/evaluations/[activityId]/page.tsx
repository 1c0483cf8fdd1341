import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { readEvaluations } from '#server/credit/evaluations/read-evaluations.ts'
import { leastShown } from '#server/credit/evaluations/release-evaluations.ts'
import { objectiveWords } from '#server/credit/reports/objective-words.ts'
import { record } from '#server/record/db/client.ts'
import { requireOffice } from '../../../_parts/office.ts'
import { Empty, OfficePage, OfficeSection } from '../../../_parts/office-page.tsx'
import { reportedActivity } from '../../reported-activity.ts'
import { periodWords } from './period-words.ts'
import { Summary } from './summary.tsx'

export const metadata: Metadata = { title: 'Evaluations' }

/** What people thought of an activity, in groups of five or more, without who and with no time but the quarter. */
export default async function EvaluationsPage({
  params,
  searchParams
}: PageProps<'/manage/reports/evaluations/[activityId]'>) {
  const { activityId } = await params
  const { notice } = await searchParams
  const path = `/manage/reports/evaluations/${activityId}`
  const { person, organization } = await requireOffice('evaluation.read', path)
  const { title } = await reportedActivity(organization.id, activityId)
  const words = await objectiveWords(record(), activityId)
  const objectives = [...words.keys()]
  const wanted = { actor: person, organizationId: organization.id, activityId, objectives, now: new Date() }
  const { summaries, waiting } = await readEvaluations(record(), wanted)
  const wordsOf = (objective: string) => words.get(objective) ?? objective
  return (
    <OfficePage
      title="What people thought"
      over={<Link href="/manage/reports">Reports</Link>}
      lede={title}
      notice={notice}
    >
      {summaries.length === 0 ? <NoneYet isWaiting={waiting === 'some'} /> : null}
      {summaries.map((summary) => (
        <OfficeSection
          id={`period-${summary.period}`}
          title={periodWords(summary.period)}
          hint={`${summary.count} evaluations`}
          key={summary.period}
        >
          <Summary summary={summary} wordsOf={wordsOf} />
        </OfficeSection>
      ))}
      {summaries.length > 0 ? (
        <OfficeSection id="file" title="As a file">
          {waiting === 'some' ? <p>{someWait}</p> : null}
          <form method="post" action={`${path}/file`}>
            <input type="hidden" name="organization" value={organization.id} />
            <Button tone="plain">Download CSV</Button>
          </form>
        </OfficeSection>
      ) : null}
    </OfficePage>
  )
}

const someWait = `Some evaluations are not shown yet: whatever is new here is shown once ${leastShown} of a quarter can be shown together, so that nobody can be told by what was added.`

function NoneYet({ isWaiting }: { isWaiting: boolean }) {
  return (
    <Empty title={isWaiting ? `Fewer than ${leastShown} evaluations` : 'No evaluation was given yet'}>
      <p>
        Answers are shown once {leastShown} people have given theirs, free text too. They are kept without a name, a
        time or an order.
      </p>
    </Empty>
  )
}

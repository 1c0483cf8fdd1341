import { ButtonLink } from '#app/_components/button.tsx'
import { CodeNotice } from '#app/_components/notice.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import { Table } from '#app/_components/table.tsx'
import type { AssessmentContext } from '#machines/assessment/machine.ts'
import { type ResultView, resultView, type Worth } from '#machines/assessment/result.ts'
import { findActivityOf } from '#server/credit/participations/ways.ts'
import { type Assessment, findFirstTest, findPassedTest } from '#server/learning/assessments/queries.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { record } from '#server/record/db/client.ts'
import { Reasons } from './reasons.tsx'
import styles from './test.module.css'
import { inQuestions, numberWords, shareWords } from './words.ts'

type ResultProps = {
  assessment: Assessment
  learnerId: string
  context: AssessmentContext
  notice: string | string[] | undefined
}

/** What a test came to, once it is handed in. */
export async function Result({ assessment, learnerId, context, notice }: ResultProps) {
  const { courseId, participationId } = assessment
  const back = await wayBack(assessment)
  const view = resultView(context, await findFirstTest(record(), { learnerId, courseId }))
  if (view.kind === 'recorded') {
    const passed = await findPassedTest(record(), { learnerId, courseId })
    return <Recorded back={back} passedId={passed?.id} notice={notice} />
  }
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        title={view.kind === 'passed' ? 'This test is passed' : 'This test is not passed yet'}
        lede={<CameTo worth={view.worth} />}
      >
        {view.kind === 'failed' ? (
          <p>
            Below are the reasons for every answer. When you are ready you may take another test from{' '}
            {participationId ? 'your activity’s page, while one is left for your credit' : 'the course page'}: it asks
            other questions on the same points.
          </p>
        ) : null}
        <p>
          <ButtonLink href={back.href}>{back.words}</ButtonLink>
        </p>
      </PageHeading>
      <Section id="objectives" title="By objective" wide>
        <Objectives view={view} />
      </Section>
      <Section id="questions" title="Every question, with its reasons">
        {view.questions.map((question) => (
          <Reasons question={question} key={question.number} />
        ))}
      </Section>
    </Page>
  )
}

type RecordedProps = { back: WayBack; passedId: string | undefined; notice: string | string[] | undefined }

function Recorded({ back, passedId, notice }: RecordedProps) {
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        flush
        title="Your first test is recorded"
        lede={passedId ? 'It stands beside your second test now.' : 'You will see it beside your second test.'}
      >
        <p className={styles.ways}>
          <ButtonLink href={back.href}>{back.words}</ButtonLink>
          {passedId ? (
            <ButtonLink tone="plain" href={`/tests/${passedId}`}>
              See them side by side
            </ButtonLink>
          ) : null}
        </p>
      </PageHeading>
    </Page>
  )
}

type WayBack = { href: string; words: string }

/** Where a test leads on: to the activity it was taken for, else to its course. */
async function wayBack({ courseId, participationId }: Assessment): Promise<WayBack> {
  const activityId = participationId && (await findActivityOf(record(), participationId))
  if (activityId) return { href: `/activities/${activityId}`, words: 'Go on with your activity' }
  return { href: `/courses/${courseId}`, words: 'Go on with the course' }
}

function CameTo({ worth: { reached, needed, questions } }: { worth: Worth }) {
  return (
    <>
      Your answers were worth {inQuestions(reached)} of {numberWords(questions)}; it takes {inQuestions(needed)} to
      pass.
    </>
  )
}

function Objectives({ view }: { view: Exclude<ResultView, { kind: 'recorded' }> }) {
  const names = new Map(getRegistry().objectives.map((objective) => [objective.id, objective]))
  const head = view.kind === 'passed' ? ['Objective', 'First test', 'This test'] : ['Objective', 'This test']
  const rows = view.objectives.map((score) => {
    const { name = score.objective, text = '' } = names.get(score.objective) ?? {}
    const before = 'before' in score && score.before ? shareWords[score.before] : 'Not asked'
    const shares = (view.kind === 'passed' ? [before] : []).concat(shareWords[score.share])
    const title = (
      <>
        {name}
        <span className={styles.objective}>{text}</span>
      </>
    )
    const cells = shares.map((share, index) => (
      <span className={styles.share} key={head[index + 1]}>
        {share}
      </span>
    ))
    return { key: score.objective, cells: [title, ...cells] }
  })
  return <Table caption="How much of each objective was answered as it should be" head={head} rows={rows} />
}

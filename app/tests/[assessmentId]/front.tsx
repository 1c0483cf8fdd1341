import { ButtonLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { CodeNotice } from '#app/_components/notice.tsx'
import { Page, PageHeading } from '#app/_components/page.tsx'
import type { Outline } from '#machines/assessment/view.ts'
import type { Assessment } from '#server/learning/assessments/queries.ts'
import styles from './test.module.css'
import { inQuestions, numberWords } from './words.ts'

type FrontProps = { assessment: Assessment; outline: Outline; notice: string | string[] | undefined }

/** What this test is, said before its first question. */
export function Front({ assessment, outline, notice }: FrontProps) {
  const { total, answered, firstOpen } = outline
  const test = `/tests/${assessment.id}`
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        flush
        title={outline.form === 'pre' ? 'Before you begin: a first test' : 'The test of this course'}
        lede={outline.form === 'pre' ? firstTest : `${numberWords(total)} on what this course is about.`}
      >
        <ul>
          <PassMark outline={outline} />
          <li>There is no time limit. You may stop at any question and come back to it on this computer.</li>
          <li>Answers can be changed until you hand the test in. None is commented on before that.</li>
          <li>{outline.form === 'pre' ? afterFirst : afterSecond}</li>
        </ul>
        <p className={styles.ways}>
          {firstOpen === null ? (
            <ButtonLink href={`${test}/review`}>Look over your answers</ButtonLink>
          ) : (
            <ButtonLink href={`${test}?q=${firstOpen}`}>
              {answered === 0 ? 'Begin with question 1' : `Go on with question ${firstOpen}`}
            </ButtonLink>
          )}
          {answered > 0 && firstOpen !== null ? (
            <ButtonLink tone="plain" href={`${test}/review`}>
              All questions
            </ButtonLink>
          ) : null}
        </p>
        <p>
          <Link href={`/courses/${assessment.courseId}`}>Back to the course</Link>
        </p>
      </PageHeading>
    </Page>
  )
}

function PassMark({ outline: { passMark, total } }: { outline: Outline }) {
  if (passMark === null) return <li>{numberWords(total)}. Nobody passes or fails this test.</li>
  return (
    <li>
      It is passed with {passMark} percent: {inQuestions(passMark * total)} of {numberWords(total).toLowerCase()}. Where
      several answers are asked for, each right one counts toward the question and each wrong one against it, never
      below zero.
    </li>
  )
}

const firstTest =
  'It shows what you bring along. Answer as you would act today, and leave nothing out: a guess is an answer too.'
const afterFirst = 'You see it again beside your second test, which asks other questions on the same points.'
const afterSecond =
  'Once it is handed in you see the reasons for every answer. If it is not passed you may take another, with other questions.'

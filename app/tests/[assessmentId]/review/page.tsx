import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Badge } from '#app/_components/badge.tsx'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { CodeNotice } from '#app/_components/notice.tsx'
import { Page, PageHeading } from '#app/_components/page.tsx'
import { isSubmitted } from '#machines/assessment/sitting.ts'
import { type Outline, outlineOf } from '#machines/assessment/view.ts'
import { requireSitting } from '../sitting.ts'
import styles from '../test.module.css'
import { numberWords } from '../words.ts'

export const metadata: Metadata = { title: 'Test' }

type ReviewPageProps = {
  params: Promise<{ assessmentId: string }>
  searchParams: Promise<{ notice?: string | string[] }>
}

/** All questions of an open test with which are answered, and the one place where it is handed in. */
export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const { assessment, snapshot, seq } = await requireSitting((await params).assessmentId)
  const test = `/tests/${assessment.id}`
  if (isSubmitted(snapshot)) redirect(test)
  const outline = outlineOf(snapshot.context)
  return (
    <Page>
      <CodeNotice code={(await searchParams).notice} />
      <PageHeading flush over={`${outline.answered} of ${outline.total} answered`} title="All questions">
        <ul className={`plainlist ${styles.questions}`}>
          {outline.questions.map(({ number, stem, isAnswered }) => (
            <li key={number}>
              <Link href={`${test}?q=${number}`}>Question {number}</Link>{' '}
              <Badge tone={isAnswered ? 'done' : 'attention'}>{isAnswered ? 'Answered' : 'Not answered yet'}</Badge>
              <p className={styles.aside}>{stem}</p>
            </li>
          ))}
        </ul>
        <HandIn test={test} seq={seq} outline={outline} />
      </PageHeading>
    </Page>
  )
}

function HandIn({ test, seq, outline }: { test: string; seq: number; outline: Outline }) {
  const open = outline.total - outline.answered
  if (open > 0) {
    return (
      <p>{numberWords(open)} to answer before the test can be handed in. Nothing is lost if you stop here for now.</p>
    )
  }
  return (
    <form method="post" action={`${test}/submit`} className={styles.handIn}>
      <input type="hidden" name="seenSeq" value={seq} />
      <p>
        Every question has an answer. Once the test is handed in, no answer can be changed
        {outline.form === 'pre' ? '.' : ', and you see what it came to and the reasons.'}
      </p>
      <Button>Hand in</Button>
    </form>
  )
}

import type { Metadata } from 'next'
import { isSubmitted } from '#machines/assessment/sitting.ts'
import { outlineOf, questionView } from '#machines/assessment/view.ts'
import { Front } from './front.tsx'
import { Question } from './question.tsx'
import { Result } from './result.tsx'
import { requireSitting } from './sitting.ts'

export const metadata: Metadata = { title: 'Test' }

type TestPageProps = {
  params: Promise<{ assessmentId: string }>
  searchParams: Promise<{ q?: string | string[]; notice?: string | string[] }>
}

/** A test where it stands: its front, one question by its number in `q`, or, once handed in, what it came to. */
export default async function TestPage({ params, searchParams }: TestPageProps) {
  const sitting = await requireSitting((await params).assessmentId)
  const { q, notice } = await searchParams
  const { assessment, snapshot, seq, learnerId } = sitting
  if (isSubmitted(snapshot)) {
    return <Result assessment={assessment} learnerId={learnerId} context={snapshot.context} notice={notice} />
  }
  const outline = outlineOf(snapshot.context)
  const question = questionView(snapshot.context, Number(q))
  if (!question) return <Front assessment={assessment} outline={outline} notice={notice} />
  return <Question assessmentId={assessment.id} seq={seq} view={question} answered={outline.answered} notice={notice} />
}

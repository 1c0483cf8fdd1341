import type { Metadata } from 'next'
import { aidResult, nextQuestion, pathOf, readAnswers } from '#machines/coding/aid.ts'
import { getCoding } from '#server/learning/reference/codes.ts'
import { Question } from './question.tsx'
import { Result } from './result.tsx'

type DecideProps = PageProps<'/reference/codes/decide'>

/** Tells one step from another in tabs and history, and nothing of what was answered. */
export async function generateMetadata({ searchParams }: DecideProps): Promise<Metadata> {
  const answers = readAnswers(await searchParams)
  const question = nextQuestion(answers)
  return { title: question ? `Reference, question ${pathOf(answers).indexOf(question) + 1}` : 'Reference, result' }
}

/** From what the responsible provider documented to a code: one question a page, each answer in the address. */
export default async function DecidePage({ searchParams }: DecideProps) {
  const answers = readAnswers(await searchParams)
  const coding = getCoding()
  const question = nextQuestion(answers)
  const result = aidResult(answers)
  if (question !== null) return <Question coding={coding} answers={answers} question={question} />
  return result && <Result coding={coding} answers={answers} result={result} />
}

import { shuffle } from '../shuffle.ts'
import type { Form, PaperQuestion } from './events.ts'
import { type AssessmentContext, chosenIn } from './machine.ts'

/** What may be said of an open test: how many questions there are and which have an answer, nothing of their worth. */
export type Outline = {
  form: Form
  passMark: number | null
  total: number
  answered: number
  /** The number of the first question without an answer, or null where there is none. */
  firstOpen: number | null
  questions: { number: number; stem: string; isAnswered: boolean }[]
}

/** A question as it is asked; `number` is its place on the paper, counted from 1. */
export type QuestionView = {
  item: string
  number: number
  of: number
  kind: PaperQuestion['kind']
  stem: string
  options: { id: string; text: string; isChosen: boolean }[]
}

/** @returns an open test at a glance. */
export function outlineOf(context: AssessmentContext): Outline {
  const { form, passMark, paper } = context.started
  const questions = paper.map((question, index) => ({
    number: index + 1,
    stem: question.stem,
    isAnswered: chosenIn(context, question).length > 0
  }))
  return {
    form,
    passMark,
    total: paper.length,
    answered: questions.filter(({ isAnswered }) => isAnswered).length,
    firstOpen: questions.find(({ isAnswered }) => !isAnswered)?.number ?? null,
    questions
  }
}

/** @returns one question of a test with what is marked under it, or undefined where the paper has no such number. */
export function questionView(context: AssessmentContext, number: number): QuestionView | undefined {
  const { paper, seed } = context.started
  const question = paper[number - 1]
  if (!question) return undefined
  const { id: item, kind, stem } = question
  const chosen = chosenIn(context, question)
  const options = inShownOrder(question, seed).map(({ id, text }) => ({ id, text, isChosen: chosen.includes(id) }))
  return { item, number, of: paper.length, kind, stem, options }
}

/** @returns a question's options in the order in which this test shows them. */
export function inShownOrder({ id, options }: PaperQuestion, seed: string): PaperQuestion['options'] {
  return shuffle(options, `${seed}/${id}`)
}

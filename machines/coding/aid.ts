import { aidAnswers } from '#content/coding-schema.ts'
import type { Certainty } from '#content/schema.ts'
import { type CodingDecision, type CodingInput, decide } from './decide.ts'

export type AidQuestion = keyof typeof aidAnswers

/** The answers given so far. */
export type AidAnswers = { [Q in AidQuestion]?: (typeof aidAnswers)[Q][number] }

/** Where the questions lead; `category` and `code` are null where no exploitation code fits. */
export type AidResult = {
  row: Certainty
  /** The category without placeholder and 7th character, such as `T76.52`. */
  category: string | null
  /** The complete code, such as `T76.52XA`. */
  code: string | null
  decision: CodingDecision
}

const questions = Object.keys(aidAnswers) as AidQuestion[]

/** What is asked after each thing that a provider may have documented; never more than four questions in all. */
const pathAfter: Record<Certainty, readonly AidQuestion[]> = {
  suspected: ['kind', 'age', 'visit'],
  confirmed: ['kind', 'age', 'visit'],
  'ruled-out': ['kind'],
  history: ['happened'],
  none: []
}

const seventh = { active: 'A', subsequent: 'D', sequela: 'S' } as const

/** @returns the questions of the path that these answers have taken, in their order. */
export function pathOf({ certainty }: AidAnswers): readonly AidQuestion[] {
  return ['certainty', ...(certainty ? pathAfter[certainty] : [])]
}

/** @returns the question to ask next, or null where the answers lead to a result. */
export function nextQuestion(answers: AidAnswers): AidQuestion | null {
  return pathOf(answers).find((question) => answers[question] === undefined) ?? null
}

/** @returns the answers in `given` that are known and asked for, up to the first one that is missing. */
export function readAnswers(given: Readonly<Record<string, unknown>>): AidAnswers {
  let answers: AidAnswers = {}
  for (let question = nextQuestion(answers); question !== null; question = nextQuestion(answers)) {
    const value = aidAnswers[question].find((known) => known === given[question])
    if (value === undefined) break
    answers = { ...answers, [question]: value }
  }
  return answers
}

/** @returns what the answers lead to, or null where a question is still open. */
export function aidResult(answers: AidAnswers): AidResult | null {
  if (nextQuestion(answers) !== null) return null
  const decision = decide(inputOf(answers))
  const category = decision.categories[0] ?? null
  return { row: decision.row, category, code: codeOf(decision, answers), decision }
}

/** @returns for each answer that the next question takes, its name and the answers with it. */
export function choicesAfter(answers: AidAnswers): { value: string; next: AidAnswers }[] {
  const question = nextQuestion(answers)
  if (question === null) return []
  return aidAnswers[question].map((value) => ({ value, next: { ...answers, [question]: value } }))
}

/** @returns the answers that were given before a question. */
export function answersBefore(question: AidQuestion, answers: AidAnswers): AidAnswers {
  const before = questions.slice(0, questions.indexOf(question))
  return Object.fromEntries(before.flatMap((it) => (answers[it] ? [[it, answers[it]]] : [])))
}

/** @returns every run of answers that leads to a result. */
export function everyPath(answers: AidAnswers = {}): AidAnswers[] {
  if (nextQuestion(answers) === null) return [answers]
  return choicesAfter(answers).flatMap(({ next }) => everyPath(next))
}

/** @returns the answers that lead to a complete code, or null where none do. */
export function answersTo(code: string): AidAnswers | null {
  return everyPath().find((answers) => aidResult(answers)?.code === code) ?? null
}

/** @returns the answers as they stand in an address, such as `certainty=suspected&kind=sexual`. */
export function addressOf(answers: AidAnswers): string {
  const given = questions.flatMap((question) => (answers[question] ? [`${question}=${answers[question]}`] : []))
  return given.join('&')
}

function inputOf({ certainty = 'none', kind, age, happened }: AidAnswers): CodingInput {
  return {
    certainty,
    // One history code stands for both kinds.
    exploitation: kind ?? (certainty === 'history' ? 'sexual' : 'none'),
    age: age ?? 'adult',
    inChildhood: happened === 'childhood',
    otherAbuse: [],
    pregnant: false,
    statement: ''
  }
}

/** The table of decisions completes for active treatment. */
function codeOf({ complete }: CodingDecision, { visit }: AidAnswers): string | null {
  const [code] = complete
  if (code === undefined) return null
  return visit === undefined ? code : `${code.slice(0, -1)}${seventh[visit]}`
}

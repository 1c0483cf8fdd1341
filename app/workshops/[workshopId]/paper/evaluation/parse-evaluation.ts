import { type Answers, answersSchema } from '#server/credit/evaluations/answers.ts'
import { AppError } from '#server/errors.ts'
import type { EvaluationQuestion } from '../../evaluation-questions.ts'

/** @returns what a sheet says, without the questions left out. Throws `invalid_input`, also where nothing is answered. */
export function parseEvaluation(
  fields: ReadonlyMap<string, readonly string[]>,
  asked: readonly EvaluationQuestion[]
): Answers {
  const answers: Record<string, unknown> = {}
  for (const { name, isMany } of asked) {
    const values = (fields.get(name) ?? []).map((value) => value.trim()).filter((value) => value !== '')
    if (values.length > 0) place(answers, name, isMany ? values : values[0])
  }
  const { data } = answersSchema.safeParse(answers)
  if (!data || Object.keys(data).length === 0) throw new AppError('invalid_input')
  return data
}

// A field such as `before.ask` is one answer of a group.
function place(answers: Record<string, unknown>, name: string, value: unknown): void {
  const [group = '', part] = name.split('.')
  if (part === undefined) {
    answers[name] = value
    return
  }
  const known = answers[group]
  answers[group] = { ...(typeof known === 'object' ? known : {}), [part]: value }
}

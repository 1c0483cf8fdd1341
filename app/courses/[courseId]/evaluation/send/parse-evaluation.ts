import { type Answers, answersSchema } from '#server/credit/evaluations/answers.ts'
import { AppError } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'

/**
 * @param objectives ids of the course's objectives
 * @returns what an evaluation form says, without the questions left out, or nothing at all where it was sent to finish
 * without answering. Throws `invalid_input`.
 */
export function parseEvaluation(form: FormData, objectives: readonly string[]): Answers {
  const { as, barriers = [], ...sent } = Object.fromEntries(fieldsOf(form))
  const isSkipped = as?.length === 1 && as[0] === 'without'
  if (isSkipped) return {}
  if (as !== undefined || Object.values(sent).some((values) => values.length > 1)) throw new AppError('invalid_input')
  const answers: Record<string, unknown> = barriers.length > 0 ? { barriers } : {}
  for (const [name, [value = '']] of Object.entries(sent)) {
    if (value.trim() !== '') place(answers, name, value)
  }
  const parsed = answersSchema.safeParse(answers)
  const isKnown = (id: string) => objectives.includes(id)
  if (!parsed.success || !Object.keys(parsed.data.objectives ?? {}).every(isKnown)) throw new AppError('invalid_input')
  return parsed.data
}

// A field such as `before.ask` is one answer of a group.
function place(answers: Record<string, unknown>, name: string, value: string): void {
  const [group = '', part, ...more] = name.split('.')
  if (part === undefined) {
    answers[name] = name === 'minutes' && /^\d{1,3}$/.test(value.trim()) ? Number(value) : value
    return
  }
  const known = answers[group]
  if (more.length > 0 || typeof known === 'string') throw new AppError('invalid_input')
  answers[group] = { ...(typeof known === 'object' ? known : {}), [part]: value }
}

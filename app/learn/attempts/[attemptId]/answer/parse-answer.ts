import { type LearnerEvent, learnerEventSchema } from '#machines/scenario/events.ts'
import { AppError, type ErrorCode } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'

type Fields = ReturnType<typeof fieldsOf>

/** For each act: the fields it may have besides `act`, `scene` and `seenSeq`, and how its event is made of them. */
const acts: Record<string, { may: RegExp; event: (fields: Fields) => object }> = {
  continued: { may: /^$/, event: () => ({}) },
  skipped: { may: /^$/, event: () => ({}) },
  returned: { may: /^$/, event: () => ({}) },
  chose: { may: /^choice$/, event: (fields) => ({ choice: one(fields, 'choice', 'choose_one') }) },
  flagged: { may: /^cue$/, event: (fields) => ({ cues: fields.get('cue') ?? [] }) },
  sorted: { may: /^bin\.[a-z0-9-]+$/, event: (fields) => ({ bins: named(fields, 'bin.') }) },
  ordered: { may: /^position\.[a-z0-9-]+$/, event: (fields) => ({ steps: inOrder(fields) }) },
  filed: { may: /^place\.[a-z0-9-]+$/, event: (fields) => ({ places: named(fields, 'place.') }) },
  'handed-over': { may: /^sentence$/, event: (fields) => ({ sentences: upToThree(fields.get('sentence') ?? []) }) }
}

/**
 * @returns the act a form stands for, and the number of the last event its page showed
 * @throws `choose_one`, `order_incomplete` or `pick_up_to_three` where picks are missing; `invalid_input` for any
 * other form
 */
export function parseAnswer(form: FormData): { event: LearnerEvent; seenSeq: number } {
  const fields = fieldsOf(form)
  const name = one(fields, 'act')
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined
  const rest = [...fields.keys()].filter((field) => !['act', 'scene', 'seenSeq'].includes(field))
  if (!act || rest.some((field) => !act.may.test(field))) throw new AppError('invalid_input')
  const seenSeq = one(fields, 'seenSeq')
  const parsed = learnerEventSchema.safeParse({
    type: `learner.${name}`,
    scene: one(fields, 'scene'),
    ...act.event(fields)
  })
  if (!parsed.success || !/^[1-9]\d{0,8}$/.test(seenSeq)) throw new AppError('invalid_input')
  return { event: parsed.data, seenSeq: Number(seenSeq) }
}

function one(fields: Fields, name: string, missing: ErrorCode = 'invalid_input'): string {
  const [value, ...more] = fields.get(name) ?? []
  if (value === undefined || value === '') throw new AppError(missing)
  if (more.length > 0) throw new AppError('invalid_input')
  return value
}

function named(fields: Fields, prefix: string): Record<string, string> {
  const names = [...fields.keys()].filter((field) => field.startsWith(prefix))
  if (names.length === 0) throw new AppError('choose_one')
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), one(fields, name, 'choose_one')]))
}

function inOrder(fields: Fields): string[] {
  const steps = Object.entries(positions(fields)).map(([step, position]) => ({ step, position: Number(position) }))
  const ordered = steps.toSorted((a, b) => a.position - b.position)
  if (ordered.some(({ position }, index) => position !== index + 1)) throw new AppError('order_incomplete')
  return ordered.map(({ step }) => step)
}

function positions(fields: Fields): Record<string, string> {
  const names = [...fields.keys()].filter((field) => field.startsWith('position.'))
  if (names.length === 0) throw new AppError('order_incomplete')
  return Object.fromEntries(
    names.map((name) => [name.slice('position.'.length), one(fields, name, 'order_incomplete')])
  )
}

function upToThree(sentences: string[]): string[] {
  if (sentences.length === 0 || sentences.length > 3) throw new AppError('pick_up_to_three')
  return sentences
}

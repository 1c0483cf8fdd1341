import { z } from 'zod'
import { answeredSchema, type LearnerAnswered } from '#machines/assessment/events.ts'
import { AppError } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'

/** What a question's form says. `event` is absent where nothing is marked; `of` is how many questions there are. */
export type TestForm = { event?: LearnerAnswered; seenSeq: number; of: number; way: 'on' | 'back' | 'review' }

const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const formSchema = z.strictObject({
  item: z.tuple([answeredSchema.shape.item]).transform(([item]) => item),
  option: answeredSchema.shape.options.optional(),
  seenSeq: z.tuple([count]).transform(([seq]) => seq),
  of: z.tuple([count]).transform(([of]) => of),
  way: z
    .tuple([z.enum(['on', 'back', 'review'])])
    .transform(([way]) => way)
    .default('on')
})

/** @returns what a question's form says. Throws `answer_missing` where one goes on with nothing marked, `invalid_input`. */
export function parseTestAnswer(form: FormData): TestForm {
  const parsed = formSchema.safeParse(Object.fromEntries(fieldsOf(form)))
  if (!parsed.success) throw new AppError('invalid_input')
  const { item, option, ...rest } = parsed.data
  if (option) return { ...rest, event: { type: 'learner.answered', item, options: option } }
  if (rest.way === 'on') throw new AppError('answer_missing')
  return rest
}

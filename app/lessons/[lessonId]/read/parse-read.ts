import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'
import { courseIn } from '../../../_components/course-in.ts'

const readSchema = z.strictObject({
  from: z
    .string()
    .refine((from) => courseIn(from) !== undefined)
    .optional(),
  shared: z.literal(['on', 'yes']).optional()
})

/** @returns what the form under a lesson says. Throws `invalid_input`. */
export function parseRead(form: FormData): { course: string | undefined; isShared: boolean } {
  const fields = fieldsOf(form)
  if ([...fields.values()].some((values) => values.length > 1)) throw new AppError('invalid_input')
  const parsed = readSchema.safeParse(Object.fromEntries([...fields].map(([name, [value]]) => [name, value])))
  if (!parsed.success) throw new AppError('invalid_input')
  return { course: parsed.data.from, isShared: parsed.data.shared !== undefined }
}

import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { oneEach } from '../one-each.ts'

const enrollSchema = z.strictObject({
  role: z.string().min(1).max(64),
  shared: z.literal(['on', 'yes']).optional()
})

/** @returns what the form that begins a course says. Throws `choose_one` without a profession, `invalid_input`. */
export function parseEnroll(form: FormData): { role: string; isShared: boolean } {
  const given = oneEach(form)
  const parsed = enrollSchema.safeParse(given)
  if (!parsed.success) throw new AppError(given.role ? 'invalid_input' : 'choose_one')
  return { role: parsed.data.role, isShared: parsed.data.shared !== undefined }
}

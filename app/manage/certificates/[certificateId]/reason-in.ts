import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'

/** @returns the reason that a posted form gives in a field. Throws `invalid_input` where it holds anything else. */
export function reasonIn(form: FormData, field: 'reason' | 'voidReason'): string {
  const parsed = z
    .strictObject({ [field]: z.tuple([z.string().max(2000)]) })
    .safeParse(Object.fromEntries(fieldsOf(form)))
  if (!parsed.success) throw new AppError('invalid_input')
  return parsed.data[field]?.[0] ?? ''
}

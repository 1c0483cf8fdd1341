import { AppError } from '#server/errors.ts'
import { fieldsOf } from '#server/requests.ts'

/** @returns the fields of a form that says each thing once. Throws `invalid_input`. */
export function oneEach(form: FormData): Record<string, string> {
  const fields = fieldsOf(form)
  if ([...fields.values()].some((values) => values.length > 1)) throw new AppError('invalid_input')
  return Object.fromEntries([...fields].map(([name, [value = '']]) => [name, value]))
}

import { z } from 'zod'
import { roleWords } from '#app/_components/role-words.ts'
import { AppError } from '#server/errors.ts'
import type { Member } from '#server/people/organizations/queries.ts'
import { isId } from '#server/record/ids.ts'

type Role = Member['roles'][number]

const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)

/** @returns a role by its name in a form. Throws `invalid_input`. */
export function roleIn(text: string): Role {
  if (!isRole(text)) throw new AppError('invalid_input')
  return text
}

/** @returns an id in a form, or null where none is chosen. Throws `invalid_input`. */
export function idOrNone(text: string): string | null {
  if (text === '') return null
  if (!isId(text)) throw new AppError('invalid_input')
  return text
}

/** @returns the name of an organization or a department in a form. Throws `invalid_input`. */
export function nameIn(text: string): string {
  const parsed = nameSchema.safeParse(text)
  if (!parsed.success) throw new AppError('invalid_input')
  return parsed.data
}

function isRole(text: string): text is Role {
  return Object.hasOwn(roleWords, text)
}

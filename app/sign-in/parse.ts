import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { passwordLength } from '#server/people/auth/auth.ts'

type Fields = ReadonlyMap<string, readonly string[]>

const shortText = z.string().trim().min(1).max(200)

/** @returns the address in a form, in lower case. Throws `address_invalid`. */
export function emailIn(fields: Fields): string {
  const parsed = z.email().max(254).safeParse(fields.get('email')?.[0]?.trim().toLowerCase())
  if (!parsed.success) throw new AppError('address_invalid')
  return parsed.data
}

/** @returns a new password in a form. Throws `password_short` where it is too short or too long. */
export function newPasswordIn(fields: Fields): string {
  const parsed = z.string().min(passwordLength).max(128).safeParse(fields.get('password')?.[0])
  if (!parsed.success) throw new AppError('password_short')
  return parsed.data
}

/** @returns a short text in a form. Throws `invalid_input` where there is none. */
export function textIn(fields: Fields, name: string): string {
  const parsed = shortText.safeParse(fields.get(name)?.[0])
  if (!parsed.success) throw new AppError('invalid_input')
  return parsed.data
}

/** @returns the token of a link in a form. Throws `link_invalid`. */
export function tokenIn(fields: Fields): string {
  const parsed = z
    .string()
    .regex(/^[\w.-]{16,1000}$/)
    .safeParse(fields.get('token')?.[0])
  if (!parsed.success) throw new AppError('link_invalid')
  return parsed.data
}

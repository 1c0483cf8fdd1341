import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { passwordLength } from '#server/people/auth/auth.ts'

const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)

const setupSchema = z.strictObject({
  code: z.string().trim().min(1).max(40),
  organization: line,
  name: line,
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  password: z.string().min(passwordLength).max(128),
  coordinator: z.literal('yes').optional(),
  demonstration: z.literal('yes').optional()
})

/** @returns what the setup form says. Throws `address_invalid`, `password_short`, `invalid_input`. */
export function parseSetup(fields: ReadonlyMap<string, readonly string[]>) {
  const given = [...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values])
  const parsed = setupSchema.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw new AppError(codeOf(parsed.error))
  const { code, organization, name, email, password, coordinator, demonstration } = parsed.data
  return {
    code,
    organizationName: organization,
    name,
    email,
    password,
    isCoordinator: coordinator !== undefined,
    hasDemonstration: demonstration !== undefined
  }
}

function codeOf({ issues }: z.ZodError): 'address_invalid' | 'password_short' | 'invalid_input' {
  if (issues.some(({ path }) => path[0] === 'email')) return 'address_invalid'
  return issues.some(({ path }) => path[0] === 'password') ? 'password_short' : 'invalid_input'
}

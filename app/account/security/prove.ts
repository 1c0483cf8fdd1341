import { AppError } from '#server/errors.ts'
import type { Answer } from '#server/people/auth/ask-auth.ts'
import { requireProofToChange } from '#server/people/auth/proof.ts'
import { forgetTries, requireTry } from '#server/people/auth/tries.ts'
import { record } from '#server/record/db/client.ts'
import type { Asked } from '../door.ts'

/** The path of the page that these doors belong to. */
export const securityPage = '/account/security'

/**
 * Changes how somebody signs in, with their password where they have one.
 * @throws `second_factor_needed`, `too_many_tries`, `password_wrong`, `invalid_input`
 */
export async function changeWith(
  { person, fields, ask }: Asked,
  { path, body = {} }: { path: string; body?: Record<string, string | boolean> }
): Promise<Answer> {
  await requireProofToChange(record(), person)
  const tries = { act: 'password', whose: person.userId } as const
  await requireTry(record(), { ...tries, now: new Date() })
  const password = fields.get('password')?.[0]
  const answer = await ask({ path, body: { ...(password && { password }), ...body } })
  if (answer.code === 'INVALID_PASSWORD') throw new AppError('password_wrong')
  if (!answer.isDone) throw new AppError('invalid_input')
  await forgetTries(record(), tries)
  return answer
}

import type { Env } from '#server/env.ts'
import { makeAuth } from '#server/people/auth/auth.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newToken } from '#server/record/ids.ts'

const hours = 24

/** @returns a link that sets the password of an account, once, within a day. Whoever has it becomes that account. */
export async function makePasswordLink(
  db: Db,
  { userId, now, settings }: { userId: string; now: Date; settings: Env }
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + hours * 3_600_000)
  const { internalAdapter } = await makeAuth(db, settings).$context
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: userId, expiresAt })
  return `${settings.publicUrl}/sign-in/reset?token=${token}&next=${encodeURIComponent('/manage/people')}`
}

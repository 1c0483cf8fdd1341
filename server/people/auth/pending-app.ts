import { symmetricDecrypt } from 'better-auth/crypto'
import { z } from 'zod'
import type { Db } from '#server/record/db/schema.ts'
import { authOn } from './auth.ts'

/** What an app needs to show codes, before it has shown its first; `secret` is in base32, `address` for a drawing. */
export type PendingApp = { secret: string; address: string; backupCodes: string[] }

const codesSchema = z.array(z.string())

/** @returns the app that somebody is about to set up, if they began to and have not proven its first code. */
export async function findPendingApp(
  db: Db,
  { userId, email }: { userId: string; email: string }
): Promise<PendingApp | undefined> {
  const row = await db
    .selectFrom('twoFactor')
    .select(['secret', 'backupCodes'])
    .where('userId', '=', userId)
    .where('verified', '=', 0)
    .executeTakeFirst()
  if (!row) return undefined
  const { secretConfig: key } = await authOn(db).$context
  const secret = base32(Buffer.from(await symmetricDecrypt({ key, data: row.secret })))
  const backupCodes = codesSchema.parse(JSON.parse(await symmetricDecrypt({ key, data: row.backupCodes })))
  const about = new URLSearchParams({ secret, issuer: 'Attune', digits: '6', period: '30' })
  return { secret, address: `otpauth://totp/Attune:${encodeURIComponent(email)}?${about}`, backupCodes }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => letters[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

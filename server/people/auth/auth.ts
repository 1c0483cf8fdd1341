import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { type Env, env } from '#server/env.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { readSecrets } from '#server/secrets.ts'
import { ownLifetime } from './lifetime.ts'
import { cookiePrefix } from './session-cookie.ts'

/** The settings that accounts depend on. */
export type AuthSettings = Pick<Env, 'publicUrl' | 'trustProxy' | 'dataDir'>

export type Auth = ReturnType<typeof makeAuth>

const made = new WeakMap<Db, Auth>()

/** @returns better-auth on a handle of the record, with the settings of this process; made once for each handle. */
export function authOn(db: Db): Auth {
  const known = made.get(db)
  if (known) return known
  const auth = makeAuth(db, env())
  made.set(db, auth)
  return auth
}

/** Makes better-auth on a handle of the record. */
export function makeAuth(db: Db, { publicUrl, trustProxy, dataDir }: AuthSettings) {
  return betterAuth({
    appName: 'Attune',
    baseURL: publicUrl,
    secret: readSecrets(dataDir).cookieSecret,
    // On both engines our columns are text and whole numbers, which is how better-auth writes to this kind.
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl.startsWith('https:'),
      disableOriginCheck: false,
      ipAddress: trustProxy ? {} : { ipAddressHeaders: [] },
      database: { generateId: () => newId(), validateSchema: false }
    },
    session: {
      expiresIn: ownLifetime.whole / 1000,
      disableSessionRefresh: true,
      additionalFields: {
        isShared: { type: 'boolean', required: true, input: false, defaultValue: false },
        lastSeenAt: { type: 'date', required: true, input: false, defaultValue: () => new Date() },
        strength: { type: 'string', required: true, input: false, defaultValue: 'one-factor' }
      }
    },
    emailAndPassword: { enabled: true, requireEmailVerification: true, minPasswordLength: 12 },
    plugins: [magicLink({ sendMagicLink: async () => undefined }), twoFactor(), passkey()]
  })
}

import { passkey } from '@better-auth/passkey'
import { APIError, betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { type Env, env } from '#server/env.ts'
import { asAppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { readSecrets } from '#server/secrets.ts'
import { mailConfirmation, mailKnownAddress, mailNewPassword, mailSignInLink } from './account-mails.ts'
import { ownLifetime } from './lifetime.ts'
import { cookiePrefix } from './session-cookie.ts'
import { raiseSession, shapeSession } from './session-shape.ts'
import { countTry } from './tries.ts'

/** The fewest characters a password has. */
export const passwordLength = 12

type Settings = Pick<Env, 'publicUrl' | 'trustProxy' | 'dataDir' | 'smtpUrl' | 'mailFrom'>

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

/** Makes better-auth on a handle of the record. Its pages are ours, and its tables those of `schema-people.ts`. */
export function makeAuth(db: Db, settings: Settings) {
  return betterAuth({
    appName: 'Attune',
    baseURL: settings.publicUrl,
    secret: readSecrets(settings.dataDir).cookieSecret,
    // On both engines our columns are text and whole numbers, which is how better-auth writes to this kind.
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: { onError: logFault },
    advanced: advancedFor(settings),
    rateLimit: limitsFor(db, settings),
    verification: { storeIdentifier: 'hashed' },
    session: sessionOptions,
    databaseHooks: { session: { create: { before: shapeSession } } },
    hooks: { after: raiseSession },
    ...passwordsBy(settings),
    plugins: [linksBy(db, settings), twoFactor({ allowPasswordless: true }), passkeysOf(settings)]
  })
}

const sessionOptions = {
  expiresIn: ownLifetime.whole / 1000,
  disableSessionRefresh: true,
  additionalFields: {
    isShared: { type: 'boolean', required: true, input: false, defaultValue: false },
    lastSeenAt: { type: 'date', required: true, input: false, defaultValue: () => new Date() },
    strength: { type: 'string', required: true, input: false, defaultValue: 'one-factor' }
  }
} as const

function advancedFor({ publicUrl, trustProxy }: Settings) {
  return {
    cookiePrefix,
    useSecureCookies: publicUrl.startsWith('https:'),
    disableOriginCheck: false,
    disableCSRFCheck: false,
    ipAddress: { ipAddressHeaders: trustProxy ? ['x-forwarded-for'] : [] },
    database: { generateId: () => newId(), validateSchema: false },
    backgroundTasks: { handler: (work: Promise<unknown>) => void work.catch(logFault) }
  }
}

// Against floods: for each network address where a proxy names it, else for all together. A whole hospital may come
// from one address; guessing is slowed for each account, in tries.ts.
function limitsFor(db: Db, { trustProxy }: Settings) {
  const rule = { window: 60, max: trustProxy ? 120 : 600 }
  return {
    enabled: true,
    customRules: { '/**': rule },
    customStorage: {
      consume: async (key: string, { window, max }: { window: number; max: number }) => {
        const counted = await countTry(db, { key, most: max, window: window * 1000, now: new Date() })
        return { allowed: counted.isAllowed, retryAfter: counted.isAllowed ? null : counted.waitSeconds }
      }
    }
  }
}

type Addressed = { user: { email: string }; url: string; token: string }

function passwordsBy(settings: Settings) {
  return {
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength,
      revokeSessionsOnPasswordReset: true,
      onExistingUserSignUp: async ({ user }: { user: { email: string } }) =>
        mailKnownAddress({ to: user.email }, settings),
      sendResetPassword: async ({ user, url, token }: Addressed) =>
        mailNewPassword({ to: user.email, token, next: nextIn(url) }, settings)
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: false,
      sendVerificationEmail: async ({ user, url, token }: Addressed) =>
        mailConfirmation({ to: user.email, token, next: nextIn(url) }, settings)
    }
  }
}

function linksBy(db: Db, settings: Settings) {
  return magicLink({
    expiresIn: 15 * 60,
    disableSignUp: true,
    storeToken: 'hashed',
    sendMagicLink: async ({ email, url, token }) => {
      const to = email.toLowerCase()
      const known = await db.selectFrom('user').select('id').where('email', '=', to).executeTakeFirst()
      if (known) mailSignInLink({ to, token, next: nextIn(url) }, settings)
    }
  })
}

function passkeysOf({ publicUrl }: Settings) {
  return passkey({
    rpName: 'Attune',
    origin: publicUrl,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { afterVerification: ({ verification }) => requireUserIn(verification.registrationInfo) },
    authentication: { afterVerification: ({ verification }) => requireUserIn(verification.authenticationInfo) },
    advanced: { webAuthnChallengeCookie: 'passkey' }
  })
}

// A passkey counts as two factors because its device asked for a finger, a face or a number.
function requireUserIn(proven: { userVerified: boolean } | undefined): void {
  if (!proven?.userVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}

function nextIn(url: string): string {
  return new URL(url).searchParams.get('callbackURL') || '/'
}

function logFault(cause: unknown): void {
  if (!isAPIError(cause) || cause.statusCode >= 500) asAppError(cause, { route: 'auth' })
}

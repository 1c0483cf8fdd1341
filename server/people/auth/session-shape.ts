import type { GenericEndpointContext } from 'better-auth'
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { ownLifetime, sharedLifetime } from './lifetime.ts'

/** The header in which a sign-in says whether others use the computer: 1 or 0. */
export const sharedHeader = 'x-shared-computer'

const codePaths: readonly string[] = ['/two-factor/verify-totp', '/two-factor/verify-backup-code']
const twoFactorPaths: readonly string[] = [...codePaths, '/passkey/verify-authentication']

/**
 * What a new session is: how it was proven follows from the path that made it. A password or a link alone is one
 * factor; a code after either, or a passkey that verified its user, is two.
 */
export async function shapeSession(_: object, context: GenericEndpointContext | null) {
  const isShared = context ? await isSharedIn(context) : false
  const { whole } = isShared ? sharedLifetime : ownLifetime
  const strength = twoFactorPaths.includes(context?.path ?? '') ? 'two-factors' : 'one-factor'
  // Network addresses are not kept.
  return { data: { strength, isShared, expiresAt: new Date(Date.now() + whole), ipAddress: null } }
}

/** Gives somebody signed in who proves a code a new session of two factors in place of theirs. */
export const raiseSession = createAuthMiddleware(async (ctx) => {
  const { returned, newSession } = ctx.context
  if (!codePaths.includes(ctx.path) || isAPIError(returned) || newSession) return
  const before = await getSessionFromCtx(ctx)
  if (!before) return
  const session = await ctx.context.internalAdapter.createSession(before.user.id)
  await setSessionCookie(ctx, { session, user: before.user })
  await ctx.context.internalAdapter.deleteSession(before.session.token)
})

// A sign-in says it itself; a session that takes another's place keeps what that said; between password and code it
// stands in the cookie that better-auth sets for those who are not to be remembered.
async function isSharedIn(context: GenericEndpointContext): Promise<boolean> {
  const said = context.headers?.get(sharedHeader)
  if (said) return said === '1'
  const before = context.context.session?.session
  if (before) return 'isShared' in before && before.isShared === true
  const { name } = context.context.authCookies.dontRememberToken
  return Boolean(await context.getSignedCookie(name, context.context.secret))
}

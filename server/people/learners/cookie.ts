import { keepDays } from './lifetime.ts'

/** The one cookie: a random token that names a learner without an account. */
export const learnerCookie = 'attune-learner'

/** @returns the token in a request's Cookie header. */
export function tokenIn(cookieHeader: string | null): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === learnerCookie)?.[1]
}

/** @returns a Set-Cookie header; without `isKept` the cookie goes when the browser closes. */
export function cookieFor(token: string, { isKept, isSecure }: { isKept: boolean; isSecure: boolean }): string {
  return [
    `${learnerCookie}=${token}`,
    ...attributes(isSecure),
    ...(isKept ? [`Max-Age=${keepDays * 86_400}`] : [])
  ].join('; ')
}

/** @returns the Set-Cookie header that takes the cookie away. */
export function noCookie({ isSecure }: { isSecure: boolean }): string {
  return [`${learnerCookie}=`, ...attributes(isSecure), 'Max-Age=0'].join('; ')
}

function attributes(isSecure: boolean): string[] {
  return ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure ? ['Secure'] : [])]
}

import { expect, test } from 'vitest'
import { cookieFor, noCookie, tokenIn } from '#server/people/learners/cookie.ts'

test.each([
  [null, undefined],
  ['', undefined],
  ['attune-learner=abc', 'abc'],
  ['theme=dark; attune-learner=abc; other=1', 'abc'],
  ['not-attune-learner=abc', undefined],
  ['attune-learner', undefined]
])('of the header %j the token is %j', (header, token) => {
  expect(tokenIn(header)).toBe(token)
})

test('a kept cookie lives for 180 days, another as long as the browser', () => {
  expect(cookieFor('abc', { isKept: true, isSecure: true })).toBe(
    'attune-learner=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=15552000'
  )
  expect(cookieFor('abc', { isKept: false, isSecure: false })).toBe(
    'attune-learner=abc; Path=/; HttpOnly; SameSite=Lax'
  )
})

test('the cookie is taken away under the same name and path', () => {
  expect(noCookie({ isSecure: true })).toBe('attune-learner=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0')
})

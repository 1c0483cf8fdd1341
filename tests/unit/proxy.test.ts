import { expect, test } from 'vitest'
import { config, contentSecurityPolicy } from '../../proxy.ts'

const [matcher = ''] = config.matcher
const matches = (path: string) => new RegExp(`^${matcher}$`).test(path)

test('scripts run by nonce only', () => {
  expect(contentSecurityPolicy('abc', false)).toBe(
    [
      "default-src 'self'",
      "script-src 'self' 'nonce-abc' 'strict-dynamic'",
      "style-src 'self' 'nonce-abc'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'"
    ].join('; ')
  )
})

test.each([
  '/',
  '/learn',
  '/learn/sc01',
  '/learn/sc01/summary',
  '/learn/attempts/a1',
  '/learn/clear',
  '/tests/t1',
  '/tests/t1/review',
  '/courses/core',
  '/courses/core/evaluation',
  '/progress',
  '/boosters/three-days',
  '/courses/core/evaluation',
  '/break',
  '/answer'
])('the page %s carries a policy', (path) => {
  expect(matches(path)).toBe(true)
})

test.each([
  '/_next/static/chunk.js',
  '/api/health',
  '/icon.svg',
  '/robots.txt',
  '/learn/sc01/begin',
  '/learn/forget',
  '/learn/attempts/a1/answer',
  '/learn/attempts/a1/branch',
  '/lessons/what-it-is/read',
  '/courses/core/enroll',
  '/courses/core/summary',
  '/courses/core/test',
  '/tests/t1/answer',
  '/tests/t1/submit',
  '/progress/boosters',
  '/boosters/three-days/done',
  '/courses/core/evaluation/send'
])('%s is answered without the page policy', (path) => {
  expect(matches(path)).toBe(false)
})

import { expect, test } from 'vitest'
import { sameSitePath } from '#app/_components/same-site-path.ts'

test.each([
  ['/learn', '/learn'],
  ['/learn?setting=clinic', '/learn?setting=clinic'],
  ['/learn/attempts/a1#scene', '/learn/attempts/a1'],
  ['/support/../learn', '/learn']
])('leads back to %s', (wanted, path) => {
  expect(sameSitePath(wanted)).toBe(path)
})

test.each([
  undefined,
  '',
  'learn',
  ['/learn', '/about'],
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/.//elsewhere.example',
  '/\t/elsewhere.example',
  '/a/..//elsewhere.example'
])('leads home in place of %j', (wanted) => {
  expect(sameSitePath(wanted)).toBe('/')
})

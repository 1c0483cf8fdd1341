import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readRoutes, routeOf } from '../../../scripts/routes.ts'

const folder = mkdtempSync(join(tmpdir(), 'attune-routes-'))
afterAll(() => rmSync(folder, { recursive: true }))

mkdirSync(join(folder, '.next'))
writeFileSync(
  join(folder, '.next/routes-manifest.json'),
  JSON.stringify({
    staticRoutes: [
      { page: '/', regex: '^/(?:/)?$' },
      { page: '/learn/clear', regex: '^/learn/clear(?:/)?$' }
    ],
    dynamicRoutes: [
      { page: '/learn/attempts/[attemptId]', regex: '^/learn/attempts/([^/]+?)(?:/)?$' },
      { page: '/learn/[scenarioId]', regex: '^/learn/([^/]+?)(?:/)?$' }
    ]
  })
)

test.each([
  ['/', '/'],
  ['/learn/clear?notice=computer_cleared', '/learn/clear'],
  ['/learn/sc01', '/learn/[scenarioId]'],
  ['/learn/attempts/3f6c2a?_rsc=1x', '/learn/attempts/[attemptId]'],
  ['/_next/static/chunks/3f6c2a.js', 'file'],
  ['/learn/attempts/3f6c2a/secret', 'other'],
  ['*', 'other']
])('of %s the log says %s', (url, said) => {
  expect(routeOf(url, readRoutes(folder))).toBe(said)
})

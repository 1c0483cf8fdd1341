import { afterEach, expect, test, vi } from 'vitest'
import { GET } from '#app/api/content/route.ts'
import { stampOfContent } from '#server/learning/scenarios/while-writing.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('a server in use has no stream of saves', () => {
  expect(GET(new Request('http://localhost:3000/api/content')).status).toBe(404)
})

test('in development the stream begins with what the files are now', async () => {
  vi.stubEnv('NODE_ENV', 'development')
  const leaving = new AbortController()
  const { headers, body } = GET(new Request('http://localhost:3000/api/content', { signal: leaving.signal }))
  expect(headers.get('content-type')).toBe('text/event-stream')
  const first = await body?.getReader().read()
  leaving.abort()
  expect(new TextDecoder().decode(first?.value)).toBe(`data: ${JSON.stringify(stampOfContent())}\n\n`)
})

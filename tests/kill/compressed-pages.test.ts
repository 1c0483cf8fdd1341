import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { begin } from '#tests/helpers/http-visits.ts'
import { type StartedServer, startAsOperator } from './started.ts'

let dataDir: string
let server: StartedServer

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'attune-gzip-'))
  server = await startAsOperator({ dataDir })
})

afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('a long page comes compressed about as well as in one piece', async () => {
  const visit = await begin(server.address)
  const headers = { cookie: visit.cookie }
  for (const body of visit.answers)
    await fetch(`${server.address}${visit.path}/answer`, { method: 'POST', body, headers })
  const came = await bytesOf(`${server.address}${visit.path}/debrief`, { ...headers, 'accept-encoding': 'gzip' })
  const page = gunzipSync(came)
  expect(page.toString('utf8')).toContain('</html>')
  expect(page.byteLength).toBeGreaterThan(100_000)
  expect(came.byteLength / gzipSync(page).byteLength).toBeLessThan(1.2)
})

/** The bytes of an answer as they came over the line. */
function bytesOf(url: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, async (response) => resolve(Buffer.concat(await response.toArray())))
    sent.once('error', reject)
    sent.end()
  })
}

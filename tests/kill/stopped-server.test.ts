import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRecord } from '#server/record/db/client.ts'
import { begin, type Visit } from '#tests/helpers/http-visits.ts'
import { type StartedServer, startAsOperator } from './started.ts'

let dataDir: string
let server: StartedServer
let stopping: Promise<number | null> | undefined

beforeEach(async () => {
  stopping = undefined
  dataDir = await mkdtemp(join(tmpdir(), 'attune-stop-'))
  server = await startAsOperator({ dataDir })
})

afterEach(async () => {
  await (stopping ?? server.stop())
  await rm(dataDir, { recursive: true, force: true })
})

test('a server asked to stop takes no new request and finishes the answer it has begun to read', async () => {
  const visit = await begin(server.address)
  const [first] = visit.answers
  const sent = await halfSent(server.port, visit, String(first))
  stopping = server.stop()
  await refused(server.port)
  sent.socket.write(sent.rest)
  const reply = await wholeOf(sent.socket)
  expect(reply).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(reply).toContain(`{"next":"/learn/attempts/${visit.attemptId}","seq":2}`)
  expect(await stopping).toBe(143)
  expect(await lastSeq(visit)).toBe(2)
})

test('the log names routes, states and times, and neither people nor answers', async () => {
  const visit = await begin(server.address)
  const cookie = { cookie: visit.cookie }
  for (const body of visit.answers.slice(0, 3)) {
    await fetch(`${server.address}${visit.path}/answer`, { method: 'POST', body, headers: cookie, redirect: 'manual' })
    await (await fetch(`${server.address}${visit.path}?from=she-said-no`, { headers: cookie })).text()
  }
  await (await fetch(`${server.address}/she-said-no/${visit.attemptId}`)).text()
  const shown = await fetch(`${server.address}/support`)
  await shown.text()
  expect(await server.stop()).toBe(143)
  stopping = Promise.resolve(143)
  const lines = linesIn(server.said())
  const [answer, page] = ['POST /learn/attempts/[attemptId]/answer 303', 'GET /learn/attempts/[attemptId] 200']
  expect(lines.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
    'POST /learn/[scenarioId]/begin 200',
    ...[answer, page, answer, page, answer, page],
    'GET other 404',
    'GET /support 200'
  ])
  expect(lines.at(-1)).toEqual({
    level: 'info',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    code: 'request',
    request: shown.headers.get('x-request-id'),
    method: 'GET',
    route: '/support',
    status: 200,
    ms: expect.any(Number)
  })
  for (const secret of [visit.attemptId, visit.cookie.split('=')[1], '127.0.0.1', 'she-said-no', 'registered-nurse'])
    expect(JSON.stringify(lines)).not.toContain(secret)
})

type HalfSent = { socket: Socket; rest: string }

/** Sends an answer up to the middle of its body, once the server has said that it reads. */
async function halfSent(port: number, visit: Visit, body: string): Promise<HalfSent> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  const head = [
    `POST ${visit.path}/answer HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `cookie: ${visit.cookie}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
    'accept: application/json',
    'expect: 100-continue'
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  const said = await new Promise<string>((resolve) => socket.once('data', (text) => resolve(String(text))))
  expect(said).toBe('HTTP/1.1 100 Continue\r\n\r\n')
  const middle = Math.floor(body.length / 2)
  socket.write(body.slice(0, middle))
  return { socket, rest: body.slice(middle) }
}

/** Waits until nobody listens any longer. */
async function refused(port: number): Promise<void> {
  const takes = () =>
    new Promise<boolean>((resolve) => {
      const probe = connect(port, '127.0.0.1')
      probe.once('connect', () => resolve(probe.destroy() !== undefined))
      probe.once('error', () => resolve(false))
    })
  while (await takes()) await new Promise(setImmediate)
}

async function wholeOf(socket: Socket): Promise<string> {
  let text = ''
  for await (const part of socket) text += part
  return text
}

async function lastSeq({ attemptId }: Visit): Promise<number> {
  const db = openRecord(pathToFileURL(join(dataDir, 'attune.db')).href)
  const row = await db.selectFrom('stream').select('lastSeq').where('id', '=', attemptId).executeTakeFirstOrThrow()
  await db.destroy()
  return row.lastSeq
}

function linesIn(said: string): Record<string, unknown>[] {
  const lines = said.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line) => JSON.parse(line)).filter(({ code }) => code === 'request')
}

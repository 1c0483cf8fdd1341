import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endingOf } from '#machines/scenario/run.ts'
import { getRun } from '#server/learning/attempts/queries.ts'
import { openRecord } from '#server/record/db/client.ts'
import { readEvents } from '#server/record/events/read.ts'
import { aDatabase, type Place } from '#tests/helpers/db.ts'
import { begin, twoOpenings, type Visit } from '#tests/helpers/http-visits.ts'
import { type StartedServer, startAsOperator } from './started.ts'

let place: Place
let dataDir: string
let one: StartedServer
let other: StartedServer

beforeAll(async () => {
  place = await aDatabase('PostgreSQL')
  dataDir = await mkdtemp(join(tmpdir(), 'attune-two-'))
  const settings = { databaseUrl: place.url, dataDir }
  // Both at once: they take turns at the migrations.
  ;[one, other] = await Promise.all([startAsOperator(settings), startAsOperator(settings)])
})

afterAll(async () => {
  await Promise.all([one.stop(), other.stop()])
  await place.drop()
  await rm(dataDir, { recursive: true, force: true })
})

test('two processes on one database take turns at a visit, whatever each remembers of it', async () => {
  const visit = await begin(one.address)
  const ways: unknown[] = []
  for (const [index, form] of visit.answers.entries()) {
    const [here, there] = index % 2 === 0 ? [one, other] : [other, one]
    const heading = `>${visit.headings[index]}</h1>`
    expect(await shown(there, visit)).toContain(heading)
    ways.push(await answer(here, visit, form))
    // Only every third scene is shown by both, so that what one of them remembers is up to three answers old.
    if (index % 3 === 0) await shown(here, visit)
  }
  expect(ways).toEqual(visit.answers.map((_, index) => ({ next: visit.path, seq: index + 2 })))
  expect(await shown(one, visit)).toBe(await shown(other, visit))
  await expectWhole(visit)
})

test('the same answer given to both at once is stored once', async () => {
  const visit = await begin(one.address)
  for (const [index, form] of visit.answers.entries()) {
    const ways = await Promise.all([answer(one, visit, form), answer(other, visit, form)])
    expect(ways).toEqual([
      { next: visit.path, seq: index + 2 },
      { next: visit.path, seq: index + 2 }
    ])
  }
  await expectWhole(visit)
})

test('of two different answers given at once one is stored, and the other is told that the visit went on', async () => {
  const visit = await begin(one.address)
  await Promise.all([shown(one, visit), shown(other, visit)])
  const [yes, no] = twoOpenings()
  const ways = await Promise.all([answer(one, visit, yes), answer(other, visit, no)])
  expect(ways.toSorted((a, b) => a.next.length - b.next.length)).toEqual([
    { next: visit.path, seq: 2 },
    { next: `${visit.path}?notice=attempt_stale`, seq: 2 }
  ])
})

async function answer(server: StartedServer, { path, cookie }: Visit, body: URLSearchParams) {
  const headers = { accept: 'application/json', cookie }
  const response = await fetch(`${server.address}${path}/answer`, { method: 'POST', body, headers })
  const way: { next: string; seq: number } = await response.json()
  return way
}

/** What a server shows of the visit, without what differs from page to page. */
async function shown(server: StartedServer, { path, cookie }: Visit): Promise<string> {
  const response = await fetch(`${server.address}${path}`, { headers: { cookie } })
  const text = await response.text()
  return text.slice(text.indexOf('<main'), text.indexOf('</main>'))
}

async function expectWhole(visit: Visit): Promise<void> {
  const db = openRecord(place.url)
  const events = await readEvents(db, { streamId: visit.attemptId, kind: 'attempt' })
  expect(events.map(({ seq }) => seq)).toEqual([1, ...visit.answers.map((_, index) => index + 2)])
  const { learnerId } = await db
    .selectFrom('attempt')
    .select('learnerId')
    .where('id', '=', visit.attemptId)
    .executeTakeFirstOrThrow()
  const run = await getRun(db, { attemptId: visit.attemptId, learnerId: learnerId ?? '' })
  expect(endingOf(run.snapshot)).toBe(run.attempt.endingId)
  expect(run.attempt.endingId).not.toBeNull()
  await db.destroy()
}

import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { recordAnswer } from '#server/learning/attempts/record-answer.ts'
import { startAttempt } from '#server/learning/attempts/start-attempt.ts'
import { readServed } from '#server/learning/scenarios/served.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import type { Db } from '#server/record/db/schema.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { known } from '#tests/helpers/http-visits.ts'
import { type Figure, median, timed } from './figures.ts'
import type { Places } from './places.ts'

type Started = { attemptId: string; learnerId: string }
/** Stores rows one by one, each durable before the next, at most `at once` of them under way. */
type Inserts = { store: (rows: Row[], atOnce: number) => Promise<void>; close: () => Promise<void> }
type Row = [streamId: string, seq: number, type: string, payload: string, occurredAt: string]

const rounds = 5
const visits = 60
const insert = 'insert into event ("streamId", seq, type, payload, "occurredAt") values'
const of = 'An answer through the full verb against a bare durable insert'

/** Answers a second through `recordAnswer` against inserts of the same rows by the same driver, in turns. */
export async function measureDurableAnswers(places: Places): Promise<Figure[]> {
  const file = await measureOn('SQLite', await places.file(), bareFile, 1)
  const server = await places.server()
  return [
    ...file,
    ...(await measureOn('PostgreSQL, one connection', server, bareServer, 1)),
    ...(await measureOn('PostgreSQL, ten at once', server, bareServer, 10))
  ]
}

async function measureOn(
  name: string,
  url: string,
  bare: (url: string, connections: number) => Promise<Inserts>,
  atOnce: number
): Promise<Figure[]> {
  await migrate(url)
  const db = openRecord(url)
  const inserts = await bare(url, atOnce)
  const rates = { verb: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    const [given, stored] = [await begin(db), await begin(db)]
    const count = visits * known.events.length
    const verb = count / (await timed(() => answerAll(db, given, atOnce)))
    const rows = stored.flatMap(({ attemptId }) => rowsOf(attemptId))
    const raw = count / (await timed(() => inserts.store(rows, atOnce)))
    // The first round warms both up.
    if (round > 0) rates.verb.push(verb * 1000)
    if (round > 0) rates.bare.push(raw * 1000)
  }
  await inserts.close()
  await db.destroy()
  const [verb, raw] = [median(rates.verb), median(rates.bare)]
  return [
    { of, name: `${name}: answers`, value: verb, unit: '/s' },
    { of, name: `${name}: bare inserts`, value: raw, unit: '/s' },
    { of, name: `${name}: answers per bare insert`, value: verb / raw, unit: '', least: 0.5 }
  ]
}

function begin(db: Db): Promise<Started[]> {
  const now = new Date()
  const start = { scenarioId: known.scenario.id, role: 'registered-nurse', jurisdiction: 'unknown', now }
  const served = readServed({ isDevelopment: false })
  dropWarm()
  return inTurn(Array.from({ length: visits }), 1, async () => {
    const { id: learnerId } = await addLearner(db, { isShared: false, now })
    return { learnerId, attemptId: await startAttempt(db, served, { ...start, learnerId }) }
  })
}

async function answerAll(db: Db, started: Started[], atOnce: number): Promise<void> {
  await inTurn(started, atOnce, async (whose) => {
    for (const [index, event] of known.events.entries()) {
      const { status } = await recordAnswer(db, { ...whose, seenSeq: index + 1, event, now: new Date() })
      if (status !== 'recorded') throw new Error(`Answer ${index} was ${status}`)
    }
  })
}

function rowsOf(streamId: string): Row[] {
  const at = new Date().toISOString()
  return known.events.map(({ type, ...rest }, index) => [streamId, index + 2, type, JSON.stringify(rest), at])
}

async function bareFile(url: string): Promise<Inserts> {
  const database = new DatabaseSync(fileURLToPath(url), { timeout: 5000 })
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;')
  const statement = database.prepare(`${insert} (?, ?, ?, ?, ?)`)
  const store = async (rows: Row[]) => rows.forEach((row) => void statement.run(...row))
  return { store, close: async () => database.close() }
}

async function bareServer(url: string, connections: number): Promise<Inserts> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const text = `${insert} ($1, $2, $3, $4, $5)`
  return {
    store: async (rows, atOnce) => void (await inTurn(rows, atOnce, (values) => pool.query({ text, values }))),
    close: () => pool.end()
  }
}

/** Does something for each, at most `atOnce` under way. */
async function inTurn<T, R>(each: readonly T[], atOnce: number, act: (it: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  const left = each.values()
  const work = async () => {
    for (const it of left) done.push(await act(it))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return done
}

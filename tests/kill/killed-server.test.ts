import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { loadScenarios } from '#content/load.ts'
import { endingOf } from '#machines/scenario/run.ts'
import { getRun } from '#server/learning/attempts/queries.ts'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import type { Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { aDatabase, engines } from '#tests/helpers/db.ts'
import { type Acknowledged, Learner } from './learner.ts'
import { type RunningServer, startServer } from './server.ts'

const rounds = Number(process.env.ATTUNE_KILL_ROUNDS ?? 3)
let running: RunningServer | undefined
afterEach(() => running?.kill())

describe.each(engines)('%s', (engine) => {
  test(`the server killed ${rounds} times during answers loses no acknowledged answer`, async () => {
    const place = await aDatabase(engine)
    const dataDir = await mkdtemp(join(tmpdir(), 'attune-kill-'))
    await migrate(place.url)
    const db = openRecord(place.url)
    const learners = Array.from({ length: 4 }, () => new Learner(offered()))
    for (let round = 1; round <= rounds; round += 1) {
      running = await startServer({ databaseUrl: place.url, dataDir })
      const { address, kill } = running
      const playing = Promise.all(learners.map((learner) => learner.playUntilGone(address)))
      await Promise.race([playing.then(() => Promise.reject(new Error('The learners stopped early'))), pause(moment())])
      await kill()
      await playing
      const acknowledged = learners.flatMap((learner) => learner.acknowledged)
      expect(await lost(db, acknowledged)).toEqual([])
      await expectWholeLogs(db)
    }
    const total = learners.reduce((sum, learner) => sum + learner.acknowledged.length, 0)
    console.info(`${engine}: ${rounds} rounds, ${total} acknowledged answers, none lost`)
    expect(total).toBeGreaterThan(rounds * learners.length)
    await db.destroy()
    await place.drop()
    await rm(dataDir, { recursive: true })
  })
})

function moment(): number {
  return 200 + Math.random() * 1300
}

function offered() {
  const [found] = loadScenarios().filter((it) => it.scenario.status === 'offered')
  if (!found) throw new Error('No scenario is offered')
  return found.scenario
}

async function lost(db: Db, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const streams = Map.groupBy(acknowledged, (it) => it.attemptId)
  const missing = [...streams].map(async ([streamId, answers]) => {
    const stored = new Map((await readEvents(db, { streamId, kind: 'attempt' })).map(({ seq, event }) => [seq, event]))
    return answers.filter(({ seq, event }) => !isDeepStrictEqual(stored.get(seq), event))
  })
  return (await Promise.all(missing)).flat()
}

/** Every log is gapless and replays, and what follows from an ending stands exactly where there is one. */
async function expectWholeLogs(db: Db): Promise<void> {
  dropWarm()
  const attempts = await db.selectFrom('attempt').select(['id', 'learnerId']).execute()
  const completed = new Set((await db.selectFrom('completion').select('attemptId').execute()).map((it) => it.attemptId))
  for (const { id, learnerId } of attempts) {
    const run = await getRun(db, { attemptId: id, learnerId: learnerId ?? '' })
    const ending = endingOf(run.snapshot) ?? null
    const { endingId, lastSeq } = run.attempt
    const isCompleted = completed.has(id)
    expect({ id, endingId, lastSeq, isCompleted }).toEqual({
      id,
      endingId: ending,
      lastSeq: run.seq,
      isCompleted: ending !== null
    })
  }
}

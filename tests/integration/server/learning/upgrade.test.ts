import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { debriefView } from '#machines/scenario/debrief.ts'
import { getRun } from '#server/learning/attempts/queries.ts'
import { checkVersions } from '#server/learning/scenarios/check-versions.ts'
import { listOffered, type Served } from '#server/learning/scenarios/served.ts'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import type { Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import { aLoadedScenario, anAttempt, answerAll, aServed, later } from '#tests/helpers/attempts.ts'
import { aDatabase, engines, type Place } from '#tests/helpers/db.ts'
import { wholeRun } from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const until = 6
const withdrawn = { on: '2026-03-02', because: 'One act was marked wrong.' }

/** Version 2 renames what version 1 had, and lacks a scene of it. */
const second = aServed({ version: 2, ...withoutTheListening() })

describe.each(engines)('a server on %s that is stopped and started with other content', (engine) => {
  let place: Place
  let db: Db

  beforeEach(async () => {
    place = await aDatabase(engine)
    await start(aServed())
  })
  afterEach(async () => {
    await db.destroy()
    await place.drop()
  })

  /** What a server does before its first answer: migrate, then store or refuse what it is to serve. */
  async function start(served: Served): Promise<void> {
    await migrate(place.url)
    db = openRecord(place.url)
    await checkVersions(db, served, { now: later(60) })
  }

  async function restart(served: Served): Promise<void> {
    await db.destroy()
    await start(served)
  }

  test('leads an open visit to its debrief on the document it began with', async () => {
    const visit = await anAttempt(db)
    await answerAll(db, visit, wholeRun.slice(0, until))
    const before = await getRun(db, visit)
    await restart(second)
    const after = await getRun(db, visit)
    expect(after.snapshot).toEqual(before.snapshot)
    expect(after.version.scenario).toEqual(aScenario())
    await answerAll(db, visit, wholeRun.slice(until), { seenSeq: until + 1, from: later(90) })
    const { attempt, version, snapshot } = await getRun(db, visit)
    expect([attempt.version, attempt.endingId]).toEqual([1, 'leaves-with-plan'])
    const { stations } = debriefView(version.scenario, snapshot.context, 'leaves-with-plan')
    expect(stations.map(({ scene }) => scene)).toContain('listens')
    const completions = await db.selectFrom('completion').select(['attemptId', 'version']).execute()
    expect(completions).toEqual([{ attemptId: visit.attemptId, version: 1 }])
  })

  test('begins new visits on the new version', async () => {
    await anAttempt(db)
    await restart(second)
    const visit = await anAttempt(db, { served: second })
    const { version } = await getRun(db, visit)
    expect([version.scenario.version, version.scenario.title]).toEqual([2, 'Another title'])
    expect(await firstContent(visit.attemptId)).toEqual({ id: 'wrist', version: 2, hash: second.scenarios[0]?.hash })
  })

  test('does not start where a version with visits says something else', async () => {
    await anAttempt(db)
    await expect(restart(aServed(withoutTheListening()))).rejects.toThrow(
      'content/scenarios/wrist.yaml: version 1 has attempts and another text; raise the version.'
    )
  })

  test('starts where only the standing of a version has changed, and visits go on as one', async () => {
    const first = await anAttempt(db)
    const signedOff = aServed({
      review: {
        state: 'draft',
        reviewBy: '2027-06-30',
        signOffs: [{ by: 'Sam Rivera', version: 1, capacity: 'coder', on: '2026-03-02', verdict: 'approved' }]
      }
    })
    expect(signedOff.scenarios[0]?.hash).not.toBe(aLoadedScenario().hash)
    await restart(signedOff)
    const next = await anAttempt(db, { served: signedOff })
    await answerAll(db, first, wholeRun)
    await answerAll(db, next, wholeRun)
    expect(await firstContent(next.attemptId)).toEqual(await firstContent(first.attemptId))
  })

  test('withdraws at once: no new visit, open ones may end, completions stay', async () => {
    const done = await anAttempt(db)
    const open = await anAttempt(db)
    await answerAll(db, done, wholeRun)
    await answerAll(db, open, wholeRun.slice(0, until))
    const closed = aServed({ status: 'withdrawn', withdrawn })
    await restart(closed)
    expect(listOffered(closed)).toEqual([])
    await expect(anAttempt(db, { served: closed })).rejects.toMatchObject({ code: 'scenario_withdrawn' })
    await answerAll(db, open, wholeRun.slice(until), { seenSeq: until + 1, from: later(90) })
    const completions = await db.selectFrom('completion').select('attemptId').execute()
    expect(completions.map(({ attemptId }) => attemptId).toSorted()).toEqual(
      [done.attemptId, open.attemptId].toSorted()
    )
  })

  async function firstContent(streamId: string) {
    const [first] = await readEvents(db, { streamId, kind: 'attempt', upTo: 1 })
    return first?.event.type === 'attempt.started' ? first.event.content : undefined
  }
})

function withoutTheListening() {
  const { scenes } = aScenario()
  const gone = scenes.find(({ id }) => id === 'listens')
  const onward = gone?.kind === 'narrative' ? gone.continue.goTo : ''
  const left = JSON.stringify(scenes.filter((scene) => scene !== gone)).replaceAll('"listens"', JSON.stringify(onward))
  // The same scenes with one target for another.
  return { title: 'Another title', scenes: JSON.parse(left) as typeof scenes }
}

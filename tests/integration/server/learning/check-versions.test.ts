import { describe, expect, test } from 'vitest'
import { getRun } from '#server/learning/attempts/queries.ts'
import { checkVersions } from '#server/learning/scenarios/check-versions.ts'
import { aLoadedScenario, anAttempt, answerAll, aServed, later, night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { wholeRun } from '#tests/helpers/runs.ts'

const changed = aServed({ title: 'Another title' })
const now = night

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const stored = () => record.db.selectFrom('scenarioVersion').selectAll().execute()

  test('stores each scenario as it is when first served', async () => {
    await checkVersions(record.db, aServed(), { now })
    await checkVersions(record.db, aServed(), { now: later(1) })
    const { scenario, hash } = aLoadedScenario()
    const document = JSON.stringify(scenario)
    expect(await stored()).toEqual([{ id: 'wrist', version: 1, hash, document, firstServedAt: now.toISOString() }])
  })

  test('a version nobody has begun may still change', async () => {
    await checkVersions(record.db, aServed(), { now })
    await checkVersions(record.db, changed, { now })
    expect((await stored()).map((it) => JSON.parse(it.document).title)).toEqual(['Another title'])
  })

  test('a changed text under a version with attempts stops the start and says what to do', async () => {
    const started = await anAttempt(record.db)
    await expect(checkVersions(record.db, changed, { now })).rejects.toThrow(
      'content/scenarios/wrist.yaml: version 1 has attempts and another text; raise the version.'
    )
    expect((await getRun(record.db, started)).version.scenario.title).toBe('Walk-in clinic: a swollen wrist')
  })

  test('the same text under a raised version starts', async () => {
    await anAttempt(record.db)
    await checkVersions(record.db, aServed({ title: 'Another title', version: 2 }), { now })
    expect((await stored()).map((it) => it.version).toSorted()).toEqual([1, 2])
  })

  test('in development the changed text takes the place of the old one, also for attempts', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, 2))
    await checkVersions(record.db, { ...changed, isDevelopment: true }, { now })
    const run = await getRun(record.db, started)
    expect(run.version.scenario.title).toBe('Another title')
    expect(run.seq).toBe(3)
  })

  test('in development an attempt that the changed text refuses is outdated, not corrupt', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, 2))
    const scenes = aLoadedScenario().scenario.scenes.filter((scene) => scene.id !== 'arrival')
    const served = { ...aServed({ start: 'first-thought', scenes }), isDevelopment: true }
    await checkVersions(record.db, served, { now })
    await expect(getRun(record.db, started)).rejects.toMatchObject({ code: 'attempt_outdated', status: 409 })
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { scenarioFormSchema } from '#content/schema.ts'
import { compileScenario } from '#machines/scenario/compile.ts'
import { attemptEventSchema, startedSchema } from '#machines/scenario/events.ts'
import { outcomeOn } from '#machines/scenario/outcome.ts'
import { pathOf } from '#machines/scenario/path.ts'
import { continueRun, endingOf, startRun } from '#machines/scenario/run.ts'

const folder = join(import.meta.dirname, 'logs')
const logs = readdirSync(folder).filter((name) => !name.endsWith('.document.json'))

/** A log as it was stored once: the case it was played on, its events, and what they came to then. */
const sampleSchema = z.strictObject({
  document: z.string(),
  started: startedSchema,
  events: z.array(attemptEventSchema),
  outcome: z.strictObject({ ending: z.string(), axes: z.array(z.unknown()), taken: z.array(z.unknown()) })
})

/** These files are never changed: a log that was stored once comes to the same for ever. */
describe.each(logs)('the stored log %s', (name) => {
  const sample = sampleSchema.parse(read(name))
  const scenario = scenarioFormSchema.parse(read(sample.document))

  test('comes to what it came to when it was stored', () => {
    const machine = compileScenario(scenario)
    const { snapshot, refusedAt } = continueRun(machine, startRun(machine, sample.started), sample.events)
    expect(refusedAt).toBeUndefined()
    expect({
      ending: endingOf(snapshot),
      axes: outcomeOn(pathOf(scenario, snapshot.context)),
      taken: snapshot.context.taken
    }).toEqual(sample.outcome)
  })

  test('belongs to the version of the case it is kept with', () => {
    const { id, version } = sample.started.content
    expect([id, version]).toEqual([scenario.id, scenario.version])
    expect(sample.document).toBe(`${id}-v${version}.document.json`)
  })
})

test('there are logs to replay', () => {
  expect(logs.length).toBeGreaterThan(0)
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

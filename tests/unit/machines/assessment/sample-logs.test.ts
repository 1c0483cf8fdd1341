import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { assessmentEventSchema } from '#machines/assessment/events.ts'
import { scoreOf } from '#machines/assessment/score.ts'
import { continueSitting, isSubmitted, startSitting } from '#machines/assessment/sitting.ts'
import { questionView } from '#machines/assessment/view.ts'

const folder = join(import.meta.dirname, 'logs')
const logs = readdirSync(folder)

/** A test's log as it was stored once, the options as they were shown then, and what it came to. */
const sampleSchema = z.strictObject({
  events: z.array(assessmentEventSchema),
  shown: z.array(z.array(z.string())),
  score: z.unknown()
})

/** These files are never changed: a log that was stored once comes to the same for ever. */
test.each(logs)('the stored log %s comes to what it came to when it was stored', (name) => {
  const { events, shown, score } = sampleSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  const [started, ...steps] = events
  if (started?.type !== 'assessment.started') throw new Error('A log begins with its start')
  const { snapshot, refusedAt } = continueSitting(startSitting(started), steps)
  expect([refusedAt, isSubmitted(snapshot)]).toEqual([undefined, true])
  const orders = started.paper.map((_, index) => questionView(snapshot.context, index + 1)?.options.map(({ id }) => id))
  expect({ shown: orders, score: scoreOf(snapshot.context) }).toEqual({ shown, score })
})

describe('the logs', () => {
  test('are there to replay, of both forms', () => {
    expect(logs).toEqual(['post-v1.json', 'pre-v1.json'])
  })
})

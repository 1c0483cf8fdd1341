import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { claimEventSchema } from '#machines/claim/events.ts'
import { claimStates } from '#machines/claim/machine.ts'
import { claimState, continueClaim, startClaim } from '#machines/claim/standing.ts'

const folder = join(import.meta.dirname, 'logs')
const logs = readdirSync(folder)

/** A claim's log as it was stored once, and what it came to. */
const sampleSchema = z.strictObject({
  events: z.array(claimEventSchema),
  state: z.enum(claimStates),
  certificateId: z.string().nullable(),
  amountHundredths: z.int().nullable()
})

/** These files are never changed: a log that was stored once comes to the same for ever. */
test.each(logs)('the stored log %s comes to what it came to when it was stored', (name) => {
  const { events, ...cameTo } = sampleSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  const [opened, ...steps] = events
  if (opened?.type !== 'claim.opened') throw new Error('A log begins with its opening')
  const { snapshot, refusedAt } = continueClaim(startClaim(opened), steps)
  const { certificateId, claimed } = snapshot.context
  const amountHundredths = claimed?.amountHundredths ?? null
  expect({ refusedAt, state: claimState(snapshot), certificateId, amountHundredths }).toEqual({
    refusedAt: undefined,
    ...cameTo
  })
})

test('there are logs to replay', () => {
  expect(logs).toEqual(['completion-v1.json', 'reissued-v1.json'])
})

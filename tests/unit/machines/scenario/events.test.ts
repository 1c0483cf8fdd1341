import { describe, expect, test } from 'vitest'
import { attemptEventSchema, learnerEventSchema } from '#machines/scenario/events.ts'
import { repairedRun, returned, skipped, wholeRun } from '#tests/helpers/runs.ts'
import { aScenario, aStart } from '#tests/helpers/scenarios.ts'

const start = aStart(aScenario())
const branched = { type: 'attempt.branched', from: 'another-attempt', seq: 1 }
const long = 'a'.repeat(65)

describe('the door for requests and the log', () => {
  test('lets every event of a run through as it is', () => {
    for (const event of [start, branched, ...wholeRun, ...repairedRun, skipped('question'), returned('record')]) {
      expect(attemptEventSchema.parse(event)).toEqual(event)
      expect(attemptEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
    }
  })

  test('lets no learner start or branch an attempt by an answer', () => {
    for (const event of [start, branched]) expect(learnerEventSchema.safeParse(event).success).toBe(false)
  })

  test.each<[string, object]>([
    ['no type', { scene: 'arrival' }],
    ['an unknown type', { type: 'learner.guessed', scene: 'arrival' }],
    ['no scene', { type: 'learner.continued' }],
    ['a scene that is no id', { type: 'learner.continued', scene: 'Arrival room' }],
    ['a scene longer than any id', { type: 'learner.continued', scene: long }],
    ['a field of its own', { type: 'learner.continued', scene: 'arrival', facts: { isPrivate: true } }],
    ['no choice', { type: 'learner.chose', scene: 'privacy' }],
    ['a choice that is no text', { type: 'learner.chose', scene: 'privacy', choice: 1 }],
    ['more marks than any page holds', { type: 'learner.flagged', scene: 'cues', cues: Array(41).fill('a') }],
    ['marks that are no list', { type: 'learner.flagged', scene: 'cues', cues: 'a' }],
    ['an unknown bin', { type: 'learner.sorted', scene: 'cues', bins: { a: 'no-such-bin' } }],
    ['no steps', { type: 'learner.ordered', scene: 'plan', steps: [] }],
    ['more steps than any scene has', { type: 'learner.ordered', scene: 'plan', steps: Array(13).fill('a') }],
    ['a place that is no text', { type: 'learner.filed', scene: 'record', places: { chart: ['a'] } }],
    ['no sentence', { type: 'learner.handed-over', scene: 'hand-over', sentences: [] }],
    ['four sentences', { type: 'learner.handed-over', scene: 'hand-over', sentences: ['a', 'b', 'c', 'd'] }]
  ])('stops an answer with %s', (_, event) => {
    expect(learnerEventSchema.safeParse(event).success).toBe(false)
  })

  test.each<[string, object]>([
    ['no seed', { seed: '' }],
    ['a seed longer than any we make', { seed: long }],
    ['a version before the first', { content: { ...start.content, version: 0 } }],
    ['an unknown level of duty', { duties: { ...start.duties, injury: 'perhaps' } }],
    ['a kind of duty left out', { duties: { injury: 'unknown' } }],
    ['a field of its own', { name: 'Somebody' }]
  ])('stops a start with %s', (_, changes) => {
    expect(attemptEventSchema.safeParse({ ...start, ...changes }).success).toBe(false)
  })

  test('stops a branch that names no event of the other attempt', () => {
    expect(attemptEventSchema.safeParse({ ...branched, seq: 0 }).success).toBe(false)
    expect(attemptEventSchema.safeParse({ ...branched, seq: 1.5 }).success).toBe(false)
  })
})

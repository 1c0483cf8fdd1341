import { describe, expect, test } from 'vitest'
import { assign, setup } from 'xstate'
import { beginReplay, replay, takeEvent } from '#machines/replay.ts'
import { placeOf } from '#machines/scenario/compile.ts'
import type { AttemptEvent } from '#machines/scenario/events.ts'
import { continueRun, endingOf, startRun, takeAct } from '#machines/scenario/run.ts'
import { aRun, chose, continued, flagged, play, repairedRun, skipped, upTo, wholeRun } from '#tests/helpers/runs.ts'
import { aStart } from '#tests/helpers/scenarios.ts'

const counter = setup({
  types: {} as { context: { count: number }; events: { type: 'counted'; by: number }; input: { from: number } },
  guards: { isSmall: ({ event }) => event.by < 10 }
}).createMachine({
  context: ({ input }) => ({ count: input.from }),
  on: { counted: { guard: 'isSmall', actions: assign({ count: ({ context, event }) => context.count + event.by }) } }
})

describe('any machine', () => {
  const begin = () => beginReplay(counter, { from: 5 })
  const counted = (by: number) => ({ type: 'counted', by })

  test('begins from its input', () => {
    expect(begin().context).toEqual({ count: 5 })
  })

  test('takes an event it knows and refuses one it does not, in silence and unchanged', () => {
    const snapshot = begin()
    expect(takeEvent(counter, snapshot, counted(2))?.context).toEqual({ count: 7 })
    expect(takeEvent(counter, snapshot, counted(12))?.context).toBeUndefined()
    expect(takeEvent(counter, snapshot, { type: 'guessed' })?.context).toBeUndefined()
    expect(snapshot.context).toEqual({ count: 5 })
  })

  test('folds a log in order', () => {
    const { snapshot, refusedAt } = replay(counter, begin(), [counted(1), counted(2), counted(3)])
    expect([snapshot.context, refusedAt]).toEqual([{ count: 11 }, undefined])
    expect(replay(counter, begin(), [])).toEqual({ snapshot: begin() })
  })

  test('stops at the first event the state refuses and takes none after it', () => {
    const { snapshot, refusedAt } = replay(counter, begin(), [counted(1), counted(10), counted(1)])
    expect([snapshot.context, refusedAt]).toEqual([{ count: 6 }, 1])
  })
})

describe('a log', () => {
  test.each([
    ['by recommended acts', wholeRun],
    ['with two harms and their repairs', repairedRun]
  ])('%s gives the same snapshot 200 times', (_, acts) => {
    const once = JSON.stringify(play(aRun(), acts).snapshot)
    for (let times = 0; times < 200; times += 1) {
      const { machine, snapshot } = aRun()
      expect(JSON.stringify(continueRun(machine, snapshot, acts).snapshot)).toBe(once)
    }
  })

  test('may be resumed from a snapshot at any place', () => {
    for (const acts of [wholeRun, repairedRun]) {
      const whole = JSON.stringify(play(aRun(), acts).snapshot)
      for (const at of [...acts.keys(), acts.length]) {
        const { machine, snapshot } = play(aRun(), acts.slice(0, at))
        const resumed = continueRun(machine, snapshot, acts.slice(at))
        expect([JSON.stringify(resumed.snapshot), resumed.refusedAt]).toEqual([whole, undefined])
      }
    }
  })

  test('leaves the snapshot it went on from as it was', () => {
    const half = play(aRun(), wholeRun.slice(0, 6))
    const before = JSON.stringify(half.snapshot)
    play(half, wholeRun.slice(6))
    play(half, [chose('limits', 'promise')])
    expect(JSON.stringify(half.snapshot)).toBe(before)
  })

  test('depends on the seed in nothing that can be done', () => {
    const other = play(aRun(undefined, { seed: 'another-seed' }), wholeRun).snapshot
    const { seed, ...context } = other.context
    expect(seed).toBe('another-seed')
    expect({ ...context, seed: 'a-seed' }).toEqual(play(aRun(), wholeRun).snapshot.context)
  })

  test('says where it was refused, and stands before that event', () => {
    const { machine, snapshot } = aRun()
    const torn = [...wholeRun.slice(0, 5), skipped('privacy'), ...wholeRun.slice(5)]
    const resumed = continueRun(machine, snapshot, torn)
    expect(resumed.refusedAt).toBe(5)
    expect(JSON.stringify(resumed.snapshot)).toBe(JSON.stringify(play(aRun(), wholeRun.slice(0, 5)).snapshot))
  })

  test('with a second start is refused there', () => {
    const { machine, snapshot, scenario } = aRun()
    const events: AttemptEvent[] = [continued('arrival'), aStart(scenario)]
    expect(continueRun(machine, snapshot, events).refusedAt).toBe(1)
  })
})

describe('a what if', () => {
  const branched = { type: 'attempt.branched', from: 'another-attempt', seq: 7 } as const

  test('keeps the state and notes where it left the other attempt', () => {
    for (const at of wholeRun.keys()) {
      const before = play(aRun(), wholeRun.slice(0, at)).snapshot
      const after = takeAct(aRun().machine, before, branched)
      expect(after?.value).toEqual(before.value)
      expect(after?.context).toEqual({ ...before.context, branchedAt: 7 })
    }
  })

  test('goes on as the other might have', () => {
    const run = play(aRun(), [...upTo('privacy'), branched, ...repairedRun.slice(5)])
    expect(endingOf(run.snapshot)).toBe('leaves-quietly')
    expect(run.snapshot.context.branchedAt).toBe(7)
  })

  test('may start where cues wait to be sorted', () => {
    const run = play(aRun(), [...upTo('what-stands-out'), flagged('what-stands-out', 'night-work'), branched])
    expect(placeOf(run.snapshot.value).isSorting).toBe(true)
  })

  test('noted at an ending leaves it the ending', () => {
    const { snapshot } = play(aRun(), [...wholeRun, branched])
    expect([endingOf(snapshot), snapshot.context.branchedAt]).toEqual(['leaves-with-plan', 7])
  })

  test('of a what if notes the later one', () => {
    const run = play(aRun(), [branched, continued('arrival'), { ...branched, seq: 2 }])
    expect(run.snapshot.context.branchedAt).toBe(2)
  })
})

test('an attempt starts from its first event alone', () => {
  const { machine, scenario } = aRun()
  const start = aStart(scenario, { role: 'physician' })
  expect(JSON.stringify(startRun(machine, start))).toBe(JSON.stringify(startRun(machine, structuredClone(start))))
})

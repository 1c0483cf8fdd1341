import { describe, expect, test } from 'vitest'
import type { TaskScene } from '#content/scene-schema.ts'
import { resultFor } from '#machines/scenario/answers.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { filed, handedOver, ordered, sorted } from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const scenario = aScenario()
const facts = { knowsReaders: false }

function taskOf(kind: TaskScene['kind']): TaskScene {
  const scene = scenario.scenes.find((known): known is TaskScene => known.kind === kind)
  if (scene === undefined) throw new Error(`The case has no task of kind ${kind}`)
  return scene
}

function withResults(scene: TaskScene, results: object[]): TaskScene {
  // The results given are the scene's own, or have its kind's form.
  return { ...scene, results } as TaskScene
}

/** Whether an answer fits a result that asks for `wanted`, with nothing else to fall back on. */
function fits(kind: TaskScene['kind'], wanted: object | undefined, event: LearnerEvent): boolean {
  const scene = taskOf(kind)
  const [result] = scene.results
  const only = withResults(scene, [{ ...result, when: undefined, answer: wanted }])
  return resultFor(scenario, only, facts, event) !== undefined
}

describe('sorted cues fit', () => {
  const sort = (bins: Parameters<typeof sorted>[1]) => sorted('what-stands-out', bins)
  const right = sort({ 'numb-fingers': 'changes-now', 'answers-for-him': 'keep-in-mind' })
  const oneWrong = sort({ 'numb-fingers': 'not-a-sign', 'answers-for-him': 'keep-in-mind' })
  const one = sort({ 'numb-fingers': 'changes-now' })

  test.each<[string, object | undefined, LearnerEvent, boolean]>([
    ['anything where nothing is asked', undefined, oneWrong, true],
    ['all right ones', { right: ['numb-fingers', 'answers-for-him'] }, right, true],
    ['all right ones, though one is not marked', { right: ['numb-fingers', 'answers-for-him'] }, one, false],
    ['all right ones, though one is wrong', { right: ['numb-fingers', 'answers-for-him'] }, oneWrong, false],
    ['some wrong one', { wrong: ['numb-fingers', 'answers-for-him'] }, oneWrong, true],
    ['some wrong one, though all are right', { wrong: ['numb-fingers', 'answers-for-him'] }, right, false],
    ['some wrong one, though it is not marked', { wrong: ['answers-for-him'] }, one, false],
    ['a right and a wrong one', { right: ['answers-for-him'], wrong: ['numb-fingers'] }, oneWrong, true],
    [
      'a right and a wrong one, though none is wrong',
      { right: ['answers-for-him'], wrong: ['numb-fingers'] },
      right,
      false
    ]
  ])('%s', (_, wanted, event, expected) => {
    expect(fits('cues', wanted, event)).toBe(expected)
  })
})

describe('ordered steps fit', () => {
  const all = ['care-before-offer', 'wish-before-offer']
  const kept = ordered('plan', 'film', 'ask-wish', 'offer', 'return-date')
  const oneKept = ordered('plan', 'film', 'offer', 'ask-wish', 'return-date')
  const noneKept = ordered('plan', 'offer', 'ask-wish', 'film', 'return-date')

  test.each<[string, object | undefined, LearnerEvent, boolean]>([
    ['any order where nothing is asked', undefined, noneKept, true],
    ['every pair kept', { keeps: all }, kept, true],
    ['every pair kept, though one is not', { keeps: all }, oneKept, false],
    ['some pair broken', { breaks: all }, oneKept, true],
    ['some pair broken, though all are kept', { breaks: all }, kept, false],
    ['one kept and one broken', { keeps: all.slice(0, 1), breaks: all.slice(1) }, oneKept, true],
    [
      'one kept and one broken, though both are broken',
      { keeps: all.slice(0, 1), breaks: all.slice(1) },
      noneKept,
      false
    ],
    ['a pair that is not there, kept', { keeps: ['no-such-pair'] }, kept, false]
  ])('%s', (_, wanted, event, expected) => {
    expect(fits('order', wanted, event)).toBe(expected)
  })
})

describe('a filed record fits', () => {
  const safe = filed('record', { chart: 'his-words', portal: 'held-back', 'visit-summary': 'wrist-only' })
  const leak = filed('record', { chart: 'his-words', portal: 'released', 'visit-summary': 'wrist-only' })
  const either = { portal: ['released'], 'visit-summary': ['everything'] }

  test.each<[string, object | undefined, LearnerEvent, boolean]>([
    ['anything where nothing is asked', undefined, leak, true],
    ['every place as asked', { all: { chart: ['his-words'], portal: ['held-back'] } }, safe, true],
    ['every place as asked, though one is not', { all: { chart: ['his-words'], portal: ['held-back'] } }, leak, false],
    ['one of several options in a place', { all: { portal: ['held-back', 'released'] } }, leak, true],
    ['any place as asked', { any: either }, leak, true],
    ['any place as asked, though none is', { any: either }, safe, false],
    ['all of some and any of others', { all: { chart: ['his-words'] }, any: either }, leak, true],
    ['all of some and any of others, though not all', { all: { chart: ['a-label'] }, any: either }, leak, false],
    ['a place that is not there', { all: { claim: ['his-words'] } }, safe, false]
  ])('%s', (_, wanted, event, expected) => {
    expect(fits('document', wanted, event)).toBe(expected)
  })
})

describe('a hand-over fits', () => {
  const two = handedOver('hand-over', 'wrist-plan', 'see-alone')
  const guess = handedOver('hand-over', 'wrist-plan', 'my-guess')

  test.each<[string, object | undefined, LearnerEvent, boolean]>([
    ['anything where nothing is asked', undefined, guess, true],
    ['every sentence asked for', { all: ['see-alone', 'wrist-plan'] }, two, true],
    ['every sentence asked for, though one is missing', { all: ['see-alone', 'wrist-plan'] }, guess, false],
    ['any sentence asked for', { any: ['my-guess', 'his-no'] }, guess, true],
    ['any sentence asked for, though none is there', { any: ['my-guess', 'his-no'] }, two, false],
    ['all of some and any of others', { all: ['wrist-plan'], any: ['my-guess'] }, guess, true],
    ['all of some and any of others, though not any', { all: ['wrist-plan'], any: ['my-guess'] }, two, false]
  ])('%s', (_, wanted, event, expected) => {
    expect(fits('hand-over', wanted, event)).toBe(expected)
  })
})

test('the first result that fits is the one, and none where none does', () => {
  const scene = taskOf('order')
  const order = ordered('plan', 'offer', 'film', 'ask-wish', 'return-date')
  expect(resultFor(scenario, scene, facts, order)?.id).toBe('offer-too-early')
  expect(resultFor(scenario, withResults(scene, scene.results.toReversed()), facts, order)?.id).toBe('care-late')
  expect(resultFor(scenario, withResults(scene, scene.results.slice(0, 1)), facts, order)).toBeUndefined()
})

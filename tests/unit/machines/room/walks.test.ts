import { expect, test } from 'vitest'
import type { Step } from '#machines/room/plan.ts'
import { openRoom, takeMove } from '#machines/room/run.ts'
import { presenterView, seatView, sharedView, wallView } from '#machines/room/view.ts'
import { aDecision, anOpening, aStep, closed, type Later } from '#tests/helpers/rooms.ts'

const steps = ['one', 'two', 'three'].map(secretive)
const news = { id: 'news', at: 1, text: 'Said once it is told', expect: 'only-lead: what to look for' }
const plan = { title: 'One hour', steps: [aStep(), ...steps, aStep({ id: 'table', isByTable: true, injects: [news] })] }

/** A decision that marks each of its words by who may know it, and when. */
function secretive(id: string): Step {
  const step = aDecision({ id })
  return {
    ...step,
    script: ['only-lead: said aloud'],
    aside: {
      points: ['only-lead: what should be left'],
      questions: [{ ask: 'only-lead: asked', answer: 'only-lead: answered' }],
      beliefs: [{ claim: 'only-lead: claimed', instead: 'only-lead: instead' }],
      gaps: ['only-lead: to look up']
    },
    reveal: {
      best: ['everyone'],
      why: [{ option: 'everyone', text: `revealed-${id}: why`, sources: [`revealed-${id}-source`] }],
      turns: [
        { option: 'police', isHarmful: true, consequence: `turned-${id}: then`, instead: `turned-${id}: instead` },
        { option: 'later', isHarmful: false, consequence: `turned-${id}: after`, instead: null }
      ],
      discuss: `counted-${id}: talk`,
      wrongTurns: [{ option: 'police', say: 'only-lead: if many' }]
    }
  }
}

const moves: readonly Later[] = [
  ...plan.steps.map(({ id }) => ({ type: 'step.presented', step: id }) as const),
  { type: 'question.opened' },
  { type: 'closing.announced' },
  closed({ everyone: 8, later: 3, police: 1 }, 12),
  closed({ everyone: 2, later: 1, police: 1 }, 4),
  { type: 'distribution.shown' },
  { type: 'discussion.begun' },
  { type: 'question.reopened' },
  { type: 'recommendation.shown' },
  { type: 'turn.shown', option: 'police' },
  { type: 'turn.shown', option: 'later' },
  { type: 'turn.left' },
  { type: 'inject.released', inject: 'news', table: null },
  { type: 'inject.released', inject: 'news', table: 'B' },
  { type: 'room.paused', grounding: true },
  { type: 'room.resumed' }
]

/** Numbers from 0 up to `below`, the same for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('no way through a room tells anybody anything ahead of its time (%i)', (seed) => {
  const next = chance(seed * 7919)
  let room = openRoom(anOpening({ plan }))
  const met = new Set<string>()
  for (let tried = 0; tried < 3000; tried += 1) {
    const move = moves[next(moves.length)]
    const moved = move && takeMove(room, move)
    if (!moved) continue
    room = moved
    const view = sharedView(room)
    met.add(view.state)
    const [wall, ...seats] = [wallView(room), ...[null, 'A', 'B'].map((table) => seatView(room, { table, part: null }))]
    for (const each of [view, wall, ...seats]) {
      const said = JSON.stringify(each)
      const id = view.step?.id
      expect(said).not.toContain('only-lead')
      const isRecommended = view.state === 'recommendationShown'
      const isCounted = isRecommended || view.state === 'distributionShown' || view.state === 'discussing'
      expect(each.distributions.length > 0).toBe(isCounted)
      for (const step of steps) {
        const isHere = step.id === id
        expect(said.includes(`revealed-${step.id}`)).toBe(isHere && isRecommended)
        expect(said.includes(`turned-${step.id}`)).toBe(isHere && isRecommended && view.turn !== null)
        expect(said.includes(`counted-${step.id}`)).toBe(isHere && isCounted)
      }
    }
    const [, atA, atB] = seats
    for (const elsewhere of [wall, atA]) expect(elsewhere?.injects.some(({ table }) => table === 'B')).toBe(false)
    expect(new Set(atB?.injects.map(({ id }) => id))).toEqual(new Set(view.injects.map(({ id }) => id)))
  }
  expect([...met].toSorted()).toEqual([
    'closed',
    'collecting',
    'discussing',
    'distributionShown',
    'paused',
    'presenting',
    'recommendationShown',
    'revoting'
  ])
})

test('whoever leads is told what to say, what should be left and what people ask', () => {
  const room = takeMove(openRoom(anOpening({ plan })), { type: 'step.presented', step: 'one' })
  expect(room && presenterView(room).aside).toEqual(steps[0]?.aside)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openQuestionOf, stateOf, talliesOf } from '#machines/room/machine.ts'
import { openRoom, type RoomRun, takeMove } from '#machines/room/run.ts'
import { sharedView } from '#machines/room/view.ts'
import { aDecision, anOpening, aRoom, aStep, closed, type Later } from '#tests/helpers/rooms.ts'

const present = (step: string): Later => ({ type: 'step.presented', step })
const open: Later = { type: 'question.opened' }
const show: Later = { type: 'distribution.shown' }
const again: Later = { type: 'question.reopened' }
const recommend: Later = { type: 'recommendation.shown' }
const counts = closed({ everyone: 8, later: 3, police: 1 }, 12)
const every: Later[] = [
  present('welcome'),
  present('alone'),
  present('signs'),
  open,
  { type: 'closing.announced' },
  counts,
  show,
  { type: 'discussion.begun' },
  again,
  recommend,
  { type: 'turn.shown', option: 'police' },
  { type: 'turn.left' },
  { type: 'inject.released', inject: 'none', table: null },
  { type: 'room.paused', grounding: true },
  { type: 'room.resumed' },
  { type: 'room.ended' }
]

/** @returns which events a room takes, by their places in `every`. */
function taken(room: RoomRun): string[] {
  return every
    .filter((event) => takeMove(room, event))
    .map(({ type, ...rest }) => [type, ...Object.values(rest)][0] ?? '')
}

describe('a room', () => {
  test.each([
    ['lobby', [], ['step.presented', 'step.presented', 'step.presented', 'room.paused', 'room.ended']],
    [
      'presenting',
      [present('alone')],
      ['step.presented', 'step.presented', 'step.presented', 'question.opened', 'room.paused', 'room.ended']
    ],
    ['collecting', [present('alone'), open], ['closing.announced', 'question.closed', 'room.paused', 'room.ended']],
    [
      'closed',
      [present('alone'), open, counts],
      ['step.presented', 'step.presented', 'step.presented', 'distribution.shown', 'room.paused', 'room.ended']
    ],
    [
      'distributionShown',
      [present('alone'), open, counts, show],
      [
        'step.presented',
        'step.presented',
        'step.presented',
        'discussion.begun',
        'question.reopened',
        'recommendation.shown',
        'room.paused',
        'room.ended'
      ]
    ],
    [
      'revoting',
      [present('alone'), open, counts, show, again],
      ['closing.announced', 'question.closed', 'room.paused', 'room.ended']
    ],
    [
      'recommendationShown',
      [present('alone'), open, counts, show, recommend],
      ['step.presented', 'step.presented', 'step.presented', 'turn.shown', 'turn.left', 'room.paused', 'room.ended']
    ],
    ['paused', [present('alone'), open, { type: 'room.paused', grounding: false }], ['room.resumed', 'room.ended']],
    ['ended', [{ type: 'room.ended' }], []]
  ] as const)('that is %s takes what it may and nothing else', (state, before, expected) => {
    const room = aRoom(before)
    expect(stateOf(room)).toBe(state)
    expect(taken(room)).toEqual(expected)
  })

  test('keeps the vote before and the vote after, and asks the next one under its own name', () => {
    const room = aRoom([present('alone'), open, counts, show, again])
    expect(openQuestionOf(room)).toBe('alone#2')
    const after = takeMove(room, closed({ everyone: 12, later: 0, police: 0 }, 12))
    expect(after && talliesOf(after.context)).toEqual([
      { by: 'phones', answered: 12, counts: { everyone: 8, later: 3, police: 1 } },
      { by: 'phones', answered: 12, counts: { everyone: 12, later: 0, police: 0 } }
    ])
  })

  test('goes on where it was after a pause', () => {
    const paused = aRoom([present('alone'), open, { type: 'room.paused', grounding: true }])
    expect(openQuestionOf(paused)).toBeNull()
    const room = takeMove(paused, { type: 'room.resumed' })
    expect(room && openQuestionOf(room)).toBe('alone#1')
  })

  test('refuses a step that its plan does not have', () => {
    expect(takeMove(openRoom(anOpening()), present('elsewhere'))).toBeUndefined()
  })

  test('recommends nothing where nothing is recommended', () => {
    const reveal = { best: [], why: [], turns: [], discuss: 'What changed?', wrongTurns: [] }
    const poll = anOpening({ plan: { title: 'One hour', steps: [aDecision({ kind: 'poll', reveal })] } })
    const talked = [present('alone'), open, counts, show, { type: 'discussion.begun' }] as const
    for (const until of [4, 5]) expect(takeMove(aRoom(talked.slice(0, until), poll), recommend)).toBeUndefined()
  })

  test('shows what might happen after an answer of its own step alone, and forgets it with the step', () => {
    const other = aStep({ id: 'other' })
    const opening = anOpening({ plan: { title: 'One hour', steps: [aDecision(), other] } })
    const told = [present('alone'), open, counts, show, recommend]
    expect(takeMove(aRoom(told, opening), { type: 'turn.shown', option: 'elsewhere' })).toBeUndefined()
    const turned = aRoom([...told, { type: 'turn.shown', option: 'police' }, present('other')], opening)
    expect(turned.context.turn).toBeNull()
  })

  test('says that a question closes soon until it has closed, and not of the next one', () => {
    const closing = aRoom([present('alone'), open, { type: 'closing.announced' }])
    expect(sharedView(closing).isClosing).toBe(true)
    const next = [counts, show, again].reduce<RoomRun | undefined>(
      (room, move) => room && takeMove(room, move),
      closing
    )
    expect(next && [stateOf(next), sharedView(next).isClosing]).toEqual(['revoting', false])
  })

  test('returns to a step that was answered, and votes there once more', () => {
    const room = aRoom([present('alone'), open, counts, show, recommend, present('welcome'), present('alone'), open])
    expect(openQuestionOf(room)).toBe('alone#2')
  })
})

test('on no path is a recommendation seen before a question was closed and its answers shown', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...every), { maxLength: 40 }), (events) => {
      let room = openRoom(anOpening())
      let stage: 'open' | 'closed' | 'shown' = 'open'
      for (const event of events) {
        const next = takeMove(room, event)
        if (!next) continue
        room = next
        if (event.type === 'step.presented') stage = talliesOf(room.context).length > 0 ? 'closed' : 'open'
        if (event.type === 'question.opened' || event.type === 'question.reopened') stage = 'open'
        if (event.type === 'question.closed') stage = 'closed'
        if (event.type === 'distribution.shown') stage = 'shown'
        const view = sharedView(room)
        if (view.recommendation !== null) expect(stage).toBe('shown')
        if (view.distributions.length > 0) expect(stage).toBe('shown')
        if (view.open !== null) expect([view.distributions, view.recommendation, view.turn]).toEqual([[], null, null])
      }
    }),
    { numRuns: 500 }
  )
})

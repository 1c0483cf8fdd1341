import { describe, expect, test } from 'vitest'
import { fits, keysOf, tallyOf } from '#machines/room/answers.ts'
import { distributionOf } from '#machines/room/distribution.ts'
import type { Step } from '#machines/room/plan.ts'
import { presenterView, seatView, sharedView, wallView } from '#machines/room/view.ts'
import { aDecision, anOpening, aPlan, aRoom, closed } from '#tests/helpers/rooms.ts'

const [, decision, sorting] = aPlan().steps as [Step, Step, Step]
const open = [{ type: 'step.presented', step: 'alone' }, { type: 'question.opened' }] as const
const shown = [...open, closed({ everyone: 8, later: 3, police: 1 }, 12), { type: 'distribution.shown' }] as const

describe('what may be seen of answers', () => {
  test.each([
    [0, { kind: 'too-few' }],
    [4, { kind: 'too-few' }]
  ])('of %i persons nothing', (answered, expected) => {
    expect(distributionOf(decision, { answered, counts: { everyone: answered } }, { isRecommended: true })).toEqual(
      expected
    )
  })

  test('of five to nine, words that do not tell one from none', () => {
    const tally = { answered: 9, counts: { everyone: 5, later: 3, police: 1 } }
    expect(distributionOf(decision, tally, { isRecommended: false })).toEqual({
      kind: 'words',
      answered: 9,
      rows: [
        { key: 'everyone', label: 'Everyone is seen alone for part of the visit.', word: 'most' },
        { key: 'later', label: 'We will see.', word: 'some' },
        { key: 'police', label: 'Then I call security.', word: 'few' }
      ]
    })
    const none = distributionOf(decision, { answered: 9, counts: { everyone: 9 } }, { isRecommended: false })
    expect(none).toMatchObject({ rows: [{ word: 'most' }, { word: 'few' }, { word: 'few' }] })
  })

  test.each([5, 6, 7, 8, 9])('of %i, one answer reads like none', (answered) => {
    const wordsOf = (counts: Record<string, number>) =>
      distributionOf(decision, { answered, counts }, { isRecommended: false })
    expect(wordsOf({ everyone: answered - 1, police: 1 })).toEqual(wordsOf({ everyone: answered }))
  })

  test('of an order only what came first, until it is recommended', () => {
    const { question, reveal } = aDecision()
    const order = aDecision({
      question: question && { ...question, ask: 'order' },
      reveal: reveal && { ...reveal, best: ['everyone/police'] }
    })
    const tally = { answered: 12, counts: { 'first:everyone': 9, 'first:later': 3, 'everyone/police': 11 } }
    const keysWhen = (isRecommended: boolean) => {
      const shown = distributionOf(order, tally, { isRecommended })
      return shown.kind === 'counts' ? shown.rows.map(({ key }) => key) : []
    }
    const first = ['first:everyone', 'first:later', 'first:police']
    expect([keysWhen(false), keysWhen(true)]).toEqual([first, [...first, 'everyone/police']])
  })

  test('of ten on, counts', () => {
    const counted = distributionOf(
      decision,
      { answered: 10, counts: { everyone: 9, police: 1 } },
      { isRecommended: false }
    )
    expect(counted).toMatchObject({ kind: 'counts', rows: [{ count: 9 }, { count: 0 }, { count: 1 }] })
  })

  test('of tables, counts however few they are', () => {
    const byTable = distributionOf(
      aDecision({ isByTable: true }),
      { answered: 2, counts: { everyone: 2 } },
      { isRecommended: false }
    )
    expect(byTable).toMatchObject({ kind: 'counts', answered: 2 })
  })

  test('of tables among whom a phone sat at none, as of persons', () => {
    const tally = { answered: 4, counts: { everyone: 4 }, isOfPersons: true as const }
    expect(distributionOf(aDecision({ isByTable: true }), tally, { isRecommended: false })).toEqual({ kind: 'too-few' })
  })

  test('of who somebody is, never', () => {
    expect(keysOf(sorting.question as NonNullable<Step['question']>, sorting.reveal)).toEqual([
      'fever/now',
      'fever/not',
      'pacing/now',
      'pacing/not'
    ])
  })
})

describe('answers', () => {
  const question = decision.question as NonNullable<Step['question']>
  const order = { ...question, ask: 'order' as const }
  const reveal = { ...(decision.reveal as NonNullable<Step['reveal']>), best: ['everyone/police'] }

  test.each([
    [question, { marked: ['everyone'] }, true],
    [question, { marked: ['everyone', 'later'] }, false],
    [question, { marked: [] }, false],
    [question, { marked: ['elsewhere'] }, false],
    [question, { text: 'words' }, false],
    [{ ...question, ask: 'several' as const }, { marked: [] }, true],
    [{ ...question, ask: 'several' as const }, { marked: ['later', 'later'] }, false],
    [{ ...question, ask: 'scale' as const }, { marked: ['5'] }, true],
    [{ ...question, ask: 'scale' as const }, { marked: ['6'] }, false],
    [order, { marked: ['later', 'police', 'everyone'] }, true],
    [order, { marked: ['later', 'police'] }, false],
    [sorting.question as NonNullable<Step['question']>, { sorted: { fever: 'now' } }, true],
    [sorting.question as NonNullable<Step['question']>, { sorted: { fever: 'elsewhere' } }, false],
    [{ ...question, ask: 'text' as const }, { text: 'words' }, true]
  ])('%j takes %j: %s', (asked, answer, expected) => {
    expect(fits(asked, answer)).toBe(expected)
  })

  test('in order are counted by what came first and by the pairs that matter', () => {
    const answers = [{ marked: ['everyone', 'later', 'police'] }, { marked: ['police', 'later', 'everyone'] }]
    expect(tallyOf(order, reveal, answers)).toEqual({
      answered: 2,
      counts: { 'first:everyone': 1, 'first:later': 0, 'first:police': 1, 'everyone/police': 1 }
    })
  })

  test('sorted are counted by bin, without identities', () => {
    const asked = sorting.question as NonNullable<Step['question']>
    expect(tallyOf(asked, sorting.reveal, [{ sorted: { fever: 'now', orientation: 'now' } }])).toEqual({
      answered: 1,
      counts: { 'fever/now': 1, 'fever/not': 0, 'pacing/now': 0, 'pacing/not': 0 }
    })
  })
})

describe('the view', () => {
  test('of everybody holds no key while answers are taken', () => {
    const view = sharedView(aRoom(open))
    expect(view).toMatchObject({
      state: 'collecting',
      open: 'alone#1',
      distributions: [],
      recommendation: null,
      turn: null
    })
    const said = JSON.stringify(view)
    for (const ahead of ['It is the same for every patient', 'They leave', 'It feels strong', 'What makes this hard'])
      expect(said).not.toContain(ahead)
  })

  test('of everybody does not tell which option is an identity', () => {
    expect(JSON.stringify(sharedView(aRoom([{ type: 'step.presented', step: 'signs' }])))).not.toContain('isIdentity')
  })

  test('shows what might happen after an answer, and comes back', () => {
    const at = [...shown, { type: 'recommendation.shown' }, { type: 'turn.shown', option: 'police' }] as const
    expect(sharedView(aRoom(at)).turn).toEqual({
      option: 'police',
      text: 'Then I call security.',
      isHarmful: true,
      consequence: 'They leave.',
      instead: 'Name the rule for all.'
    })
    expect(sharedView(aRoom([...at, { type: 'turn.left' }])).turn).toBeNull()
  })

  test('lays a question that is asked again beside what was answered first', () => {
    const again = { ...decision, id: 'alone-after', repeats: 'alone' }
    const opening = anOpening({ plan: { title: 'One hour', steps: [decision, again] } })
    const later = [{ type: 'step.presented', step: 'alone-after' }, { type: 'question.opened' }] as const
    const votes = [closed({ everyone: 11, later: 1 }, 12), { type: 'distribution.shown' }] as const
    const { distributions } = sharedView(aRoom([...shown, ...later, ...votes], opening))
    expect(distributions).toMatchObject([
      { kind: 'counts', answered: 12, rows: [{ count: 8 }, { count: 3 }, { count: 1 }] },
      { kind: 'counts', answered: 12, rows: [{ count: 11 }, { count: 1 }, { count: 0 }] }
    ])
  })

  test('covers the page during a pause', () => {
    const view = sharedView(aRoom([...open, { type: 'room.paused', grounding: true }]))
    expect(view).toMatchObject({ state: 'paused', isGrounding: true, step: null, question: null })
  })

  test('of the presenter reads ahead and names what comes next', () => {
    const view = presenterView(aRoom(open))
    expect(view.ahead?.best).toEqual(['everyone'])
    expect(view.next).toEqual({ id: 'signs', title: 'What you notice', kind: 'decision' })
  })

  describe('of a step that tables share out', () => {
    const at = { ...sorting, isByTable: true, injects: [{ id: 'late', at: 3, text: 'A call', expect: 'No answer' }] }
    const opening = anOpening({ plan: { title: 'Two hours', steps: [at] } })
    const asked = [{ type: 'step.presented', step: 'signs' }, { type: 'question.opened' }] as const
    const told = [...asked, closed({ 'fever/now': 2 }, 2), { type: 'distribution.shown' }] as const
    const partsIn = ({ step }: ReturnType<typeof seatView>) => step?.parts.map(({ part }) => part)
    const optionsIn = ({ question }: ReturnType<typeof seatView>) => question?.options.map(({ id }) => id)

    test('is on a phone with a role its own part alone, and on one without the whole', () => {
      const room = aRoom(asked, opening)
      const view = seatView(room, { table: 'A', part: 'room' })
      expect([partsIn(view), optionsIn(view)]).toEqual([['room'], ['pacing']])
      const whole = seatView(room, { table: 'A', part: null })
      expect([partsIn(whole), optionsIn(whole)]).toEqual([
        ['note', 'room'],
        ['fever', 'pacing', 'orientation']
      ])
    })

    test('is not on the wall, so that the tables must tell each other', () => {
      const view = wallView(aRoom(asked, opening))
      expect([partsIn(view), optionsIn(view)]).toEqual([[], []])
      expect(JSON.stringify(view)).not.toContain('He paces')
    })

    test('is whole for all once their answers are shown, so that reasons can name what they speak of', () => {
      const room = aRoom(told, opening)
      const every = ['fever', 'pacing', 'orientation']
      expect(optionsIn(seatView(room, { table: 'A', part: 'room' }))).toEqual(every)
      expect(optionsIn(wallView(room))).toEqual(every)
    })

    test('has news of one table on the phones of that table alone, and each news once', () => {
      const to = (table: string | null) => ({ type: 'inject.released', inject: 'late', table }) as const
      const here = [{ type: 'step.presented', step: 'signs' }, to('B')] as const
      const ids = (room: ReturnType<typeof aRoom>, table: string | null) =>
        seatView(room, { table, part: null }).injects.map(({ id }) => id)
      const atB = aRoom(here, opening)
      expect([ids(atB, 'B'), ids(atB, 'A'), ids(atB, null)]).toEqual([['late'], [], []])
      expect(JSON.stringify(wallView(atB))).not.toContain('A call')
      expect(presenterView(atB).expected).toMatchObject([{ id: 'late', isReleased: false, tables: ['B'] }])
      const atAll = aRoom([...here, to(null)], opening)
      expect([ids(atAll, 'B'), ids(atAll, 'A')]).toEqual([['late'], ['late']])
      expect(wallView(atAll).injects.map(({ id }) => id)).toEqual(['late'])
      expect(presenterView(atAll).expected).toMatchObject([{ id: 'late', isReleased: true, tables: ['B'] }])
    })
  })

  test('of a phone that held a part at a table is whole again in a step of the room', () => {
    const room = aRoom([{ type: 'step.presented', step: 'signs' }], anOpening())
    const view = seatView(room, { table: 'A', part: 'room' })
    expect(view.step?.parts.map(({ part }) => part)).toEqual(['note', 'room'])
    expect(view.question?.options.map(({ id }) => id)).toEqual(['fever', 'pacing', 'orientation'])
  })
})

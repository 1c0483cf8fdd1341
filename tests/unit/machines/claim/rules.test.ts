import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClaimOpened } from '#machines/claim/events.ts'
import {
  amountToBegin,
  claimFault,
  closingOf,
  dayFault,
  daysToWarn,
  isPermitted,
  permittedAmounts,
  testStanding,
  workFault
} from '#machines/claim/rules.ts'
import { anOpenOffering } from '#tests/helpers/activities.ts'
import { aCreditClaimed, anOpenedClaim, finishedWork } from '#tests/helpers/claims.ts'

const quarters = { maxHundredths: 100, stepHundredths: 25, isPartialAllowed: true }
const steps = fc.record({
  maxHundredths: fc.integer({ min: 1, max: 2000 }),
  stepHundredths: fc.integer({ min: 1, max: 200 }),
  isPartialAllowed: fc.boolean()
})

describe('the amounts of a credit', () => {
  test.each([
    [quarters, [25, 50, 75, 100]],
    [{ ...quarters, isPartialAllowed: false }, [100]],
    [{ ...quarters, maxHundredths: 110 }, [25, 50, 75, 100]],
    [{ ...quarters, maxHundredths: 20 }, []],
    [{ ...quarters, maxHundredths: 30, stepHundredths: 10 }, [10, 20, 30]],
    [{ maxHundredths: null, stepHundredths: null, isPartialAllowed: false }, []]
  ])('%j are %j', (offering, amounts) => {
    expect(permittedAmounts(offering)).toEqual(amounts)
  })

  test('are multiples of the step, rising, and never above the most', () => {
    fc.assert(
      fc.property(steps, (offering) => {
        const amounts = permittedAmounts(offering)
        expect(
          amounts.every((it) => it > 0 && it % offering.stepHundredths === 0 && it <= offering.maxHundredths)
        ).toBe(true)
        expect(amounts).toEqual([...new Set(amounts)].sort((one, other) => one - other))
        const left = offering.maxHundredths - (amounts.at(-1) ?? 0)
        expect(left).toBeLessThan(offering.stepHundredths)
      })
    )
  })

  test.each([
    [25, true],
    [100, true],
    [0, false],
    [-25, false],
    [24, false],
    [26, false],
    [101, false],
    [125, false],
    [62.5, false],
    [Number.NaN, false],
    [null, false]
  ])('of an hour in quarters, %j may be claimed: %j', (amount, isOne) => {
    expect(isPermitted(quarters, amount)).toBe(isOne)
  })

  test.each([
    [null, true],
    [25, false],
    [0, false]
  ])('where there is no amount, %j may be claimed: %j', (amount, isOne) => {
    expect(isPermitted({ maxHundredths: null, stepHundredths: null, isPartialAllowed: false }, amount)).toBe(isOne)
  })

  test.each([
    [undefined, 100],
    [60, 100],
    [59, 75],
    [45, 75],
    [44, 50],
    [15, 25],
    [14, undefined],
    [0, undefined],
    [600, 100]
  ])('a claim begins with what %j minutes come to: %j', (minutes, amount) => {
    expect(amountToBegin(quarters, minutes)).toBe(amount)
  })

  test('are never rounded up from minutes', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 1440 }), (offering, minutes) => {
        const amount = amountToBegin(offering, minutes)
        if (amount === undefined) return
        expect(permittedAmounts(offering)).toContain(amount)
        expect(amount * 60).toBeLessThanOrEqual(minutes * 100)
      })
    )
  })
})

describe('the last day', () => {
  const closers = {
    expiry: '2026-12-31',
    graceDays: 0,
    acknowledgedOn: '2026-12-01',
    closedOn: null,
    withdrawnOn: null
  }
  test.each([
    ['is that of the activity', {}, { on: '2026-12-31', by: 'expiry' }],
    ['is later by the days of grace', { graceDays: 14 }, { on: '2027-01-14', by: 'expiry' }],
    [
      'has grace for who began on the last day',
      { graceDays: 1, acknowledgedOn: '2026-12-31' },
      { on: '2027-01-01', by: 'expiry' }
    ],
    [
      'has none for who began after it',
      { graceDays: 14, acknowledgedOn: '2027-01-01' },
      { on: '2026-12-31', by: 'expiry' }
    ],
    ['is when the office closed it', { closedOn: '2026-12-24' }, { on: '2026-12-24', by: 'office' }],
    [
      'is when content was withdrawn',
      { closedOn: '2026-12-24', withdrawnOn: '2026-12-23' },
      { on: '2026-12-23', by: 'withdrawal' }
    ],
    ['is not put off by a later closing', { closedOn: '2027-02-01' }, { on: '2026-12-31', by: 'expiry' }],
    ['of a leap year counts its day', { expiry: '2028-02-28', graceDays: 2 }, { on: '2028-03-01', by: 'expiry' }]
  ] as const)('%s', (_, changes, closing) => {
    expect(closingOf({ ...closers, ...changes })).toEqual(closing)
  })

  test.each([
    ['2026-12-16', undefined],
    ['2026-12-17', 14],
    ['2026-12-30', 1],
    ['2026-12-31', 0],
    ['2027-01-01', undefined]
  ])('is warned of on %s: %j', (today, days) => {
    expect(daysToWarn({ closing: { on: '2026-12-31', by: 'expiry' }, today })).toBe(days)
  })
})

describe('the test for a credit', () => {
  const test1 = { id: 'one', on: '2026-11-24', scoreHundredths: 7999 }
  const test2 = { id: 'two', on: '2026-11-25', scoreHundredths: 8000 }
  const test3 = { id: 'three', on: '2026-11-26', scoreHundredths: 9000 }
  test.each([
    ['none yet, without a limit', { maxAttempts: null }, [], { state: 'open', left: null }],
    ['none yet', {}, [], { state: 'open', left: 2 }],
    ['one below the mark', {}, [test1], { state: 'open', left: 1 }],
    ['two below the mark', {}, [test1, test1], { state: 'used-up' }],
    ['a second that reaches it', {}, [test1, test2], { state: 'passed', test: test2, attempt: 2 }],
    ['a third that comes too late', {}, [test1, test1, test3], { state: 'used-up' }],
    ['a credit that asks for more', { minScore: 90 }, [test2], { state: 'open', left: 1 }],
    [
      'a credit that asks for more, reached',
      { minScore: 90 },
      [test2, test3],
      { state: 'passed', test: test3, attempt: 2 }
    ],
    ['a credit that asks for less than the activity', { minScore: 50 }, [test1], { state: 'open', left: 1 }]
  ] as const)('%s', (_, changes, tests, standing) => {
    const offering = { minScore: 80, maxAttempts: 2, ...changes }
    expect(testStanding(offering, { passMark: 80, tests })).toEqual(standing)
  })
})

describe('work that is finished', () => {
  const passing = { id: 'test-1', attempt: 2, scoreHundredths: 8000 }
  test.each([
    ['counts', {}, {}, undefined],
    ['counts on the last day', {}, { on: '2026-12-31' }, undefined],
    ['does not after it', {}, { on: '2027-01-01' }, 'expired_midway'],
    ['does not after the office closed it', { closes: { on: '2026-11-23', by: 'office' } }, {}, 'activity_closed'],
    ['does not after a withdrawal', { closes: { on: '2026-11-23', by: 'withdrawal' } }, {}, 'content_withdrawn'],
    ['does not from before it was begun', {}, { on: '2026-11-19' }, 'work_too_early'],
    ['counts from the day it was begun', {}, { on: '2026-11-20' }, undefined],
    ['does not for another profession', { profession: 'physician' }, {}, 'profession_not_eligible'],
    ['counts at the last attempt', {}, { test: passing }, undefined],
    ['does not after it', {}, { test: { ...passing, attempt: 3 } }, 'attempts_used_up'],
    ['does not a hundredth below the mark', {}, { test: { ...passing, scoreHundredths: 7999 } }, 'score_too_low'],
    ['does not without the test', {}, { test: null }, 'test_missing']
  ] as const)('%s', (_, opened, work, fault) => {
    expect(workFault(anOpenedClaim(opened), finishedWork(work))).toBe(fault)
  })

  test.each([
    ['begun on its first day', '2026-11-20', '2029-10-15', undefined],
    ['begun the day before it', '2026-11-21', '2029-10-15', 'credit_not_yet_valid'],
    ['finished on its last day', '2026-10-01', '2026-11-24', undefined],
    ['finished the day after it', '2026-10-01', '2026-11-23', 'credit_no_longer_valid']
  ])('within the days of the credit: %s', (_, validFrom, validTo, fault) => {
    const offering = anOpenOffering({ validFrom, validTo, maxAttempts: 2 })
    expect(dayFault(anOpenedClaim({ offering }), '2026-11-24')).toBe(fault)
    expect(workFault(anOpenedClaim({ offering }), finishedWork())).toBe(fault)
  })

  test.each([
    ['an accreditor’s credit that asks for a score', anOpenOffering({ minScore: 80 }), 'test_missing'],
    ['an accreditor’s credit that asks for none', anOpenOffering({ minScore: 0 }), undefined],
    ['a certificate of completion', anOpenOffering({ body: 'none', minScore: 80 }), undefined]
  ])('of an activity without a test: %s', (_, offering, fault) => {
    const activity = { id: 'activity-1', version: 1, hasTest: false }
    expect(workFault(anOpenedClaim({ offering, activity }), finishedWork({ test: null }))).toBe(fault)
    expect(workFault(anOpenedClaim({ offering, activity }), finishedWork())).toBe('test_missing')
  })
})

test.each([
  ['can be made', {}, undefined],
  ['can be made of one step', { amountHundredths: 25 }, undefined],
  ['cannot be made of more than the most', { amountHundredths: 125 }, 'amount_not_permitted'],
  ['cannot be made between two steps', { amountHundredths: 30 }, 'amount_not_permitted'],
  ['cannot be made without an amount', { amountHundredths: null }, 'amount_not_permitted'],
  ['cannot be made before the work was finished', { on: '2026-11-23' }, 'work_too_early'],
  ['cannot be made while a number is missing', { identifiers: ['npi'] }, 'identifiers_missing']
] as const)('a claim %s', (_, changes, fault) => {
  const opened = anOpenedClaim({ offering: anOpenOffering({ idsRequired: ['npi', 'license'] }) })
  const claimed = {
    ...aCreditClaimed({ identifiers: ['license', 'npi'] }),
    ...changes,
    identifiers: [...('identifiers' in changes ? changes.identifiers : (['license', 'npi'] as const))]
  }
  expect(claimFault(opened, finishedWork(), claimed)).toBe(fault)
})

describe('a live activity', () => {
  const attended = { workshop: 'workshop-1', on: '2026-11-24', place: 'Room 2', minutes: 52, of: 60 }
  const live = (changes: Partial<ClaimOpened['offering']> = {}, minutes = 52) =>
    anOpenedClaim({
      activity: { id: 'activity-1', version: 1, hasTest: false },
      offering: anOpenOffering({ deliveryFormat: 'live', minScore: 0, maxAttempts: null, ...changes }),
      attended: { ...attended, minutes }
    })
  const work = finishedWork({ test: null })
  const none = { maxHundredths: null, stepHundredths: null }

  test.each([
    ['there for a part', live(), undefined],
    ['there for less than the smallest step', live({}, 14), 'attendance_too_short'],
    ['there for exactly the smallest step', live({}, 15), undefined],
    ['a part, of what is had whole or not', live({ isPartialAllowed: false }), 'attendance_too_short'],
    ['all, of what is had whole or not', live({ isPartialAllowed: false }, 60), undefined],
    ['a part, without an amount', live(none), 'attendance_too_short'],
    ['all, without an amount', live(none, 60), undefined]
  ] as const)('%s', (_, opened, fault) => expect(workFault(opened, work)).toBe(fault))

  test('is earned by nobody who was not there', () => {
    const { attended: _, ...absent } = live()
    expect(workFault(absent, work)).toBe('attendance_missing')
  })

  test.each([
    [75, undefined],
    [50, undefined],
    [100, 'amount_not_permitted'],
    [80, 'amount_not_permitted'],
    [null, 'amount_not_permitted']
  ])('52 minutes and a claim of %s', (amountHundredths, fault) => {
    expect(claimFault(live(), work, aCreditClaimed({ amountHundredths }))).toBe(fault)
  })

  test('minutes never come to more than they are, in any step', () => {
    for (let minutes = 0; minutes <= 180; minutes += 1)
      for (const stepHundredths of [10, 25, 50, 100]) {
        const offering = { maxHundredths: 200, stepHundredths, isPartialAllowed: true }
        expect((amountToBegin(offering, minutes) ?? 0) * 60).toBeLessThanOrEqual(minutes * 100)
      }
  })
})

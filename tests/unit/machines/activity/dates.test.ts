import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostHundredths } from '#machines/activity/checks/offering.ts'
import { addMonths, disclosureFreshUntil, latestExpiry } from '#machines/activity/dates.ts'

describe('three years after a review', () => {
  test.each([
    ['2026-11-24', '2029-11-24'],
    ['2024-02-29', '2027-02-28'],
    ['2025-02-28', '2028-02-28'],
    ['2026-12-31', '2029-12-31']
  ])('%s ends on %s', (lastReview, latest) => {
    expect(latestExpiry(lastReview)).toBe(latest)
  })
})

describe('a disclosure', () => {
  test.each([
    ['2024-11-24', '2026-11-24'],
    ['2024-02-29', '2026-02-28']
  ])('of %s counts through %s', (collectedOn, until) => {
    expect(disclosureFreshUntil(collectedOn)).toBe(until)
  })
})

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-01', 1, '2027-01-01']
  ])('%s and %i are %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then)
  })

  test('never give a day that does not exist', () => {
    const days = fc.date({ min: new Date('1999-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const then = addMonths(date.toISOString().slice(0, 10), months)
        expect(new Date(`${then}T00:00:00Z`).toISOString().slice(0, 10)).toBe(then)
      })
    )
  })
})

describe('the most that minutes give', () => {
  test.each([
    [60, 25, 100],
    [59, 25, 75],
    [74, 25, 100],
    [75, 25, 125],
    [45, 10, 70],
    [44, 100, 0]
  ])('%i minutes in steps of %i are %i', (minutes, step, most) => {
    expect(mostHundredths(minutes, step)).toBe(most)
  })

  test('is never rounded up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(10, 25, 50, 100), (minutes, step) => {
        const most = mostHundredths(minutes, step)
        expect(most % step).toBe(0)
        expect(most * 60).toBeLessThanOrEqual(minutes * 100)
        expect((most + step) * 60).toBeGreaterThan(minutes * 100)
      })
    )
  })
})

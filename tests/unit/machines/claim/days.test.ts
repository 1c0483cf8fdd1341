import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayIn, daysAfter, daysBetween, isTimeZone } from '#machines/claim/days.ts'

describe('the day of a moment', () => {
  test.each([
    ['2026-12-31T23:59:59.999Z', 'UTC', '2026-12-31'],
    ['2027-01-01T00:00:00.000Z', 'UTC', '2027-01-01'],
    // The day ends in Chicago six hours after it does in UTC, five in summer.
    ['2027-01-01T05:59:59.999Z', 'America/Chicago', '2026-12-31'],
    ['2027-01-01T06:00:00.000Z', 'America/Chicago', '2027-01-01'],
    ['2026-07-01T04:59:59.999Z', 'America/Chicago', '2026-06-30'],
    ['2026-07-01T05:00:00.000Z', 'America/Chicago', '2026-07-01'],
    // The nights on which clocks change: 23 and 25 hours long.
    ['2026-03-08T05:59:59.999Z', 'America/Chicago', '2026-03-07'],
    ['2026-03-09T04:59:59.999Z', 'America/Chicago', '2026-03-08'],
    ['2026-03-09T05:00:00.000Z', 'America/Chicago', '2026-03-09'],
    ['2026-11-02T05:59:59.999Z', 'America/Chicago', '2026-11-01'],
    ['2026-11-02T06:00:00.000Z', 'America/Chicago', '2026-11-02'],
    ['2026-12-31T12:00:00.000Z', 'Pacific/Auckland', '2027-01-01'],
    ['2026-12-31T09:59:59.999Z', 'Pacific/Kiritimati', '2026-12-31'],
    ['2026-01-01T18:14:59.999Z', 'Asia/Kathmandu', '2026-01-01'],
    ['2026-01-01T18:15:00.000Z', 'Asia/Kathmandu', '2026-01-02']
  ])('%s in %s is %s', (moment, zone, day) => {
    expect(dayIn(moment, zone)).toBe(day)
  })
})

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-07', 2, '2026-03-09'],
  ['2026-11-01', 0, '2026-11-01']
])('%s and %i days later is %s', (day, days, other) => {
  expect(daysAfter(day, days)).toBe(other)
  expect(daysBetween(day, other)).toBe(days)
})

test('counting days forth and back comes to the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: -400, max: 400 }), (from, days) => {
      const day = daysAfter('2026-11-24', from)
      expect(daysBetween(day, daysAfter(day, days))).toBe(days)
    })
  )
})

test.each([
  ['America/Chicago', true],
  ['UTC', true],
  ['America/Nowhere', false],
  ['', false],
  ['../etc', false]
])('%s is a time zone: %j', (name, isOne) => {
  expect(isTimeZone(name)).toBe(isOne)
})

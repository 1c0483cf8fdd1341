import { expect, test } from 'vitest'
import { yearsBefore } from '#server/record/keeping.ts'

test.each([
  ['2026-11-24T09:00:00.000Z', 6, '2020-11-24T09:00:00.000Z'],
  ['2026-11-24T09:00:00.000Z', 2, '2024-11-24T09:00:00.000Z'],
  // A leap day, six years after a year without one: what was done on March 1 is not yet due.
  ['2028-02-29T09:00:00.000Z', 6, '2022-02-28T09:00:00.000Z'],
  ['2028-02-29T09:00:00.000Z', 2, '2026-02-28T09:00:00.000Z'],
  // What was done on a leap day is due on March 1.
  ['2034-02-28T23:59:59.999Z', 6, '2028-02-28T23:59:59.999Z'],
  ['2034-03-01T00:00:00.000Z', 6, '2028-03-01T00:00:00.000Z'],
  ['2032-02-29T09:00:00.000Z', 4, '2028-02-29T09:00:00.000Z'],
  ['2027-01-01T00:00:00.000Z', 6, '2021-01-01T00:00:00.000Z'],
  ['2026-12-31T23:59:59.999Z', 6, '2020-12-31T23:59:59.999Z']
])('%s less %i years is %s', (now, years, before) => {
  expect(yearsBefore(new Date(now), years).toISOString()).toBe(before)
})

import { describe, expect, test } from 'vitest'
import { codeOf, minutesTaken, typedCode } from '#machines/attendance/codes.ts'
import { clockIn, minuteIn, minuteOf, momentOf } from '#machines/attendance/times.ts'

describe('a minute', () => {
  test('has no seconds', () => {
    expect(momentOf(minuteOf('2026-11-24T18:05:59.999Z'))).toBe('2026-11-24T18:05:00.000Z')
  })

  test.each([
    ['2026-11-24', '09:00', 'America/Chicago', '2026-11-24T15:00:00.000Z'],
    ['2026-07-01', '09:00', 'America/Chicago', '2026-07-01T14:00:00.000Z'],
    ['2026-07-01', '00:15', 'Asia/Kolkata', '2026-06-30T18:45:00.000Z'],
    ['2026-03-08', '03:30', 'America/Chicago', '2026-03-08T08:30:00.000Z'],
    ['2026-03-08', '01:30', 'America/Chicago', '2026-03-08T07:30:00.000Z'],
    // Clocks go from 02:00 to 03:00: what they skip is the time after.
    ['2026-03-08', '02:30', 'America/Chicago', '2026-03-08T08:30:00.000Z'],
    // Clocks go from 02:00 back to 01:00: of two the first.
    ['2026-11-01', '01:30', 'America/Chicago', '2026-11-01T06:30:00.000Z'],
    ['2026-11-01', '03:30', 'America/Chicago', '2026-11-01T09:30:00.000Z']
  ])('%s %s in %s', (day, time, zone, moment) => expect(momentOf(minuteIn(day, time, zone))).toBe(moment))

  test('is shown as clocks of a zone show it', () => {
    expect(clockIn('2026-11-25T05:30:00.000Z', 'America/Chicago')).toEqual({ day: '2026-11-24', time: '23:30' })
    expect(clockIn('2026-11-24T06:00:00.000Z', 'America/Chicago')).toEqual({ day: '2026-11-24', time: '00:00' })
  })
})

describe('a code', () => {
  test('is six letters and digits that a wall keeps apart', () => {
    expect(codeOf(new Uint8Array(32))).toBe('333333')
    expect(codeOf(Uint8Array.from({ length: 32 }, (_, index) => index * 37 + 11))).toMatch(
      /^[34679ACDEFGHJKMNPRTWXY]{6}$/
    )
  })

  test.each([
    ['ac d-34e7', undefined],
    ['acd 34e', 'ACD34E'],
    ['ACD-34E', 'ACD34E'],
    ['acd34', undefined],
    ['acd340', undefined],
    ['', undefined]
  ])('typed as "%s"', (typed, code) => expect(typedCode(typed)).toBe(code))

  test('is taken in its own minute and the two after', () => {
    expect(minutesTaken(100)).toEqual([100, 99, 98])
  })
})

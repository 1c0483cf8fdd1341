import { describe, expect, test } from 'vitest'
import {
  arrivalAt,
  countedMinutes,
  departureAt,
  endOf,
  plannedMinutes,
  type Session,
  type Stretch,
  unionOf
} from '#machines/attendance/minutes.ts'

/** Five minutes to arrive, fifty that count, a break of ten, thirty that count. */
const session: Session = {
  beginsAt: 1000,
  blocks: [
    { minutes: 5, isCreditTime: false },
    { minutes: 50, isCreditTime: true },
    { minutes: 10, isCreditTime: false },
    { minutes: 30, isCreditTime: true }
  ],
  signingMinutes: 10
}

describe('the minutes that count', () => {
  test.each<[string, Stretch[], number]>([
    ['nobody there', [], 0],
    ['there for all of it', [{ from: 1000, to: 1095 }], 80],
    ['there long before and after', [{ from: 0, to: 9000 }], 80],
    ['there only before it began', [{ from: 900, to: 1000 }], 0],
    ['there only in the break', [{ from: 1055, to: 1065 }], 0],
    ['twenty minutes late', [{ from: 1020, to: 1095 }], 65],
    ['left twelve minutes early', [{ from: 1000, to: 1083 }], 68],
    [
      'stepped out for fifteen minutes of it',
      [
        { from: 1000, to: 1020 },
        { from: 1035, to: 1095 }
      ],
      65
    ],
    [
      'stepped out for the break',
      [
        { from: 1000, to: 1055 },
        { from: 1065, to: 1095 }
      ],
      80
    ],
    [
      'written down twice, once longer',
      [
        { from: 1000, to: 1050 },
        { from: 1000, to: 1060 }
      ],
      50
    ],
    [
      'two stretches that overlap',
      [
        { from: 1000, to: 1040 },
        { from: 1030, to: 1060 }
      ],
      50
    ],
    ['a stretch that ends before it begins', [{ from: 1090, to: 1010 }], 0]
  ])('%s', (_, presence, minutes) => expect(countedMinutes(session, presence)).toBe(minutes))

  test('never more than the plan, than the presence, nor in another order', () => {
    let seed = 7
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let round = 0; round < 2000; round += 1) {
      const blocks = Array.from({ length: 1 + next(6) }, () => ({ minutes: 1 + next(40), isCreditTime: next(3) > 0 }))
      const some = { beginsAt: next(60), blocks, signingMinutes: 0 }
      const presence = Array.from({ length: next(5) }, () => ({ from: next(200), to: next(200) }))
      const counted = countedMinutes(some, presence)
      const there = unionOf(presence).reduce((all, { from, to }) => all + to - from, 0)
      expect(counted).toBeLessThanOrEqual(plannedMinutes(some))
      expect(counted).toBeLessThanOrEqual(there)
      expect(counted).toBeGreaterThanOrEqual(0)
      expect(countedMinutes(some, presence.toReversed())).toBe(counted)
      expect(countedMinutes(some, [...presence, ...presence])).toBe(counted)
    }
  })

  test('a plan has its minutes that count, and its end', () => {
    expect([plannedMinutes(session), endOf(session)]).toEqual([80, 1095])
  })
})

describe('signing', () => {
  test.each([
    [980, 1000],
    [1000, 1000],
    [1010, 1000],
    [1011, 1011]
  ])('in at %i is there from %i', (at, from) => expect(arrivalAt(session, at)).toBe(from))

  test.each([
    [1084, 1084],
    [1085, 1095],
    [1095, 1095],
    [1120, 1095]
  ])('out at %i is there until %i', (at, to) => expect(departureAt(session, at)).toBe(to))
})

test('a union leaves its stretches as they were', () => {
  const stretches = [
    { from: 5, to: 9 },
    { from: 1, to: 6 },
    { from: 9, to: 12 },
    { from: 20, to: 21 }
  ]
  const before = structuredClone(stretches)
  expect(unionOf(stretches)).toEqual([
    { from: 1, to: 12 },
    { from: 20, to: 21 }
  ])
  expect(stretches).toEqual(before)
})

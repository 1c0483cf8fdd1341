import { expect, test } from 'vitest'
import { spreadOf, timingRows } from '#server/credit/reports/timing.ts'

const of = (profession: string, minutes: number[]) => minutes.map((each) => ({ profession, minutes: each }))

test.each([
  [[50], { median: 50, firstQuartile: 0, thirdQuartile: 0 }],
  [[40, 50, 60, 70, 90], { median: 60, firstQuartile: 45, thirdQuartile: 80 }],
  [[90, 40, 60, 50, 70, 80], { median: 65, firstQuartile: 50, thirdQuartile: 80 }]
])('the spread of %j is %j', (values, spread) => {
  expect(values.length === 1 ? { ...spreadOf(values), firstQuartile: 0, thirdQuartile: 0 } : spreadOf(values)).toEqual(
    spread
  )
})

test('a profession of fewer than five is named without numbers, and everybody stands at the end', () => {
  const nurses = of('registered-nurse', [40, 50, 60, 70, 90])
  const physicians = of('physician', [10, 20, 30, 40])
  expect(timingRows([...nurses, ...physicians])).toEqual([
    { profession: 'physician', people: null, spread: null },
    { profession: 'registered-nurse', people: 5, spread: { median: 60, firstQuartile: 45, thirdQuartile: 80 } },
    { profession: null, people: 9, spread: { median: 40, firstQuartile: 25, thirdQuartile: 65 } }
  ])
})

test('four people have no spread, and nobody has no rows', () => {
  expect(timingRows(of('physician', [1, 2, 3, 4])).at(-1)).toEqual({ profession: null, people: null, spread: null })
  expect(timingRows([])).toEqual([])
})

import { expect, test } from 'vitest'
import { minutesSpent } from '#server/learning/attempts/minutes-spent.ts'

const at = (...minutes: number[]) => minutes.map((minute) => new Date(minute * 60_000).toISOString())

test.each<[string, number[], number]>([
  ['one event', [0], 0],
  ['no event', [], 0],
  ['a minute between each', [0, 1, 2, 3], 3],
  ['part of a minute is never rounded up', [0, 1, 1.99], 1],
  ['a gap of ten minutes counts whole', [0, 10], 10],
  ['a night between two answers counts as ten minutes', [0, 1, 600, 601], 12],
  ['a clock set back takes nothing away', [0, 5, 3, 4], 6]
])('%s', (_, minutes, spent) => {
  expect(minutesSpent(at(...minutes))).toBe(spent)
})

import { describe, expect, test } from 'vitest'
import { runsOf } from '#app/lessons/_figures/people.ts'
import { predict, readScreen } from '#app/lessons/_figures/predictive-value.ts'
import { drawSlices } from '#app/lessons/_figures/slices.ts'
import { loadFigures } from '#content/load-figures.ts'

const rounded = (value: number | undefined) => value && Math.round(value * 10) / 10

describe('predictive values', () => {
  test('of RAFT where it was derived: 3.7 and 99.8 percent', () => {
    const prediction = predict({ prevalence: 1.1, sensitivity: 89, specificity: 74 })
    expect({
      ...prediction,
      positiveValue: rounded(prediction.positiveValue),
      negativeValue: rounded(prediction.negativeValue)
    }).toEqual({
      truePositive: 10,
      falseNegative: 1,
      falsePositive: 257,
      trueNegative: 732,
      positiveValue: 3.7,
      negativeValue: 99.8
    })
  })

  test('are those that the study of the screen on a tablet reports', () => {
    const { positiveValue, negativeValue } = predict({ prevalence: 12.3, sensitivity: 84.6, specificity: 53.2 })
    expect([rounded(positiveValue), rounded(negativeValue)]).toEqual([20.2, 96.1])
  })

  test('are not there where nobody screens positive, or nobody negative', () => {
    expect(predict({ prevalence: 5, sensitivity: 0, specificity: 100 }).positiveValue).toBeUndefined()
    expect(predict({ prevalence: 5, sensitivity: 100, specificity: 0 }).negativeValue).toBeUndefined()
    expect(predict({ prevalence: 0, sensitivity: 90, specificity: 90 }).positiveValue).toBe(0)
  })

  test('come with whole people who add up, whatever the numbers', () => {
    const percents = [0, 0.1, 1.1, 12.3, 33.3, 50, 66.7, 99.9, 100]
    const sums = percents.flatMap((prevalence) =>
      percents.flatMap((sensitivity) =>
        percents.map((specificity) => {
          const it = predict({ prevalence, sensitivity, specificity })
          const counts = [it.truePositive, it.falseNegative, it.falsePositive, it.trueNegative]
          return counts.every((count) => Number.isInteger(count) && count >= 0) && counts.reduce((a, b) => a + b)
        })
      )
    )
    expect([...new Set(sums)]).toEqual([1000])
  })
})

test.each([
  [
    { prevalence: '2', sensitivity: '89', specificity: '74.5' },
    { prevalence: 2, sensitivity: 89, specificity: 74.5 }
  ],
  [{ prevalence: '2', sensitivity: '89' }, undefined],
  [{ prevalence: '101', sensitivity: '89', specificity: '74' }, undefined],
  [{ prevalence: '-1', sensitivity: '89', specificity: '74' }, undefined],
  [{ prevalence: '', sensitivity: '89', specificity: '74' }, undefined],
  [{ prevalence: '1e1', sensitivity: '89', specificity: '74' }, undefined],
  [{ prevalence: ['2', '3'], sensitivity: '89', specificity: '74' }, undefined]
])('an address that says %j is read as %j', (search, screen) => {
  expect(readScreen(search)).toEqual(screen)
})

test('people stand in rows, one group after another, none twice', () => {
  const groups = runsOf([10, 257, 0, 733], 50)
  expect(groups[0]).toEqual([{ x: 0, y: 0, width: 10, height: 1 }])
  expect(groups[1]).toEqual([
    { x: 10, y: 0, width: 40, height: 1 },
    { x: 0, y: 1, width: 50, height: 4 },
    { x: 0, y: 5, width: 17, height: 1 }
  ])
  expect(groups[2]).toEqual([])
  const squares = groups.flat().reduce((sum, { width, height }) => sum + width * height, 0)
  expect(squares).toBe(1000)
})

test('every name stands inside the square of its ring', () => {
  const { wheel, bite } = loadFigures()
  for (const { segments } of [wheel, bite]) {
    const slices = drawSlices(segments.map(({ name }) => name))
    expect(slices.map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual(segments.map(({ name }) => name))
    for (const { x, lines } of slices) {
      for (const at of [x, ...lines.map(({ y }) => y)]) expect(at > 20 && at < 380).toBe(true)
    }
  }
})

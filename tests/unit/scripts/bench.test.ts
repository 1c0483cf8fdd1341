import { expect, test } from 'vitest'
import { isMet, median, quantile } from '../../../scripts/bench/figures.ts'
import { tablesOf, withTables } from '../../../scripts/bench/table.ts'

const machine = {
  at: '2026-11-23 23:17 UTC',
  version: '0.1.0',
  cpu: 'A Processor',
  cores: 2,
  memory: 25,
  system: 'Linux 6.18',
  node: '26.10.0',
  load: 0.25
}
const tens = [100, 20, 40, 10, 30, 50, 60, 70, 80, 90]

test('half of all figures are not above the median, and 99 in 100 not above p99', () => {
  expect(median(tens)).toBe(50)
  expect(quantile(tens, 0.99)).toBe(100)
  expect(quantile([7], 0.5)).toBe(7)
  expect(() => median([])).toThrow('Nothing was measured')
})

test('a figure is held to its limit, where it has one', () => {
  const figure = { of: 'Pages', name: 'home', value: 300, unit: 'ms' }
  expect([isMet(figure), isMet({ ...figure, most: 300 }), isMet({ ...figure, most: 299 })]).toEqual([
    undefined,
    true,
    false
  ])
  expect([isMet({ ...figure, least: 300 }), isMet({ ...figure, least: 301 })]).toEqual([true, false])
})

test('the tables say where, when and what, and which limits were missed', () => {
  const figures = [
    { of: 'Pages', name: 'home', value: 1234.5, unit: 'ms', most: 1000 },
    { of: 'Record', name: 'answers', value: 0.523, unit: '', least: 0.5 },
    { of: 'Pages', name: 'player', value: 12.34, unit: 'kB' }
  ]
  expect(tablesOf({ machine, figures })).toBe(
    [
      '- Measured: 2026-11-23 23:17 UTC, version 0.1.0',
      '- Machine: 2 cores of A Processor, 25 GB of memory, Linux 6.18, Node 26.10.0',
      '- Load over the minute before: 0.3',
      '',
      '### Pages',
      '',
      '| figure | value | limit | |',
      '|---|---:|---:|---|',
      '| home | 1,235 ms | ≤ 1,000 ms | **missed** |',
      '| player | 12.3 kB |  |  |',
      '',
      '### Record',
      '',
      '| figure | value | limit | |',
      '|---|---:|---:|---|',
      '| answers | 0.52 | ≥ 0.5 | met |'
    ].join('\n')
  )
})

test('a document keeps its words around the figures, however often they are filled in', () => {
  const empty = 'Before.\n\n<!-- figures: begin -->\n<!-- figures: end -->\n\nAfter.\n'
  const report = { machine, figures: [] }
  const filled = `Before.\n\n<!-- figures: begin -->\n\n${tablesOf(report)}\n\n<!-- figures: end -->\n\nAfter.\n`
  expect(withTables(empty, report)).toBe(filled)
  expect(withTables(filled, report)).toBe(filled)
  expect(() => withTables('Before.', report)).toThrow('no place for the figures')
})

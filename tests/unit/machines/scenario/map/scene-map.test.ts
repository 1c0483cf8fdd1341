import { describe, expect, test } from 'vitest'
import { explore } from '#machines/scenario/explore.ts'
import { layOut } from '#machines/scenario/map/lay-out.ts'
import { sceneMap } from '#machines/scenario/map/scene-map.ts'
import { everyCase } from '#tests/helpers/cases.ts'
import { aChoice, aChoiceScene, aHarm, aNarrative, aTinyCase } from '#tests/helpers/tiny-scenes.ts'

const small = aTinyCase([
  aChoiceScene(
    'door',
    aChoice('wait', 'home'),
    aHarm('ask', 'mend', 'mend'),
    aChoice('again', 'home', { when: never() })
  ),
  aNarrative('mend', [{ to: 'aside', when: { fact: 'heard', is: true } }, { to: 'home' }], { repairs: ['door/ask'] }),
  aNarrative('aside', 'home', { phase: 'respond' })
])

test('a map has every place, the line through it, and every way with its mark and condition', () => {
  const { places, ways } = sceneMap(small)
  expect(places.map(({ id, kind, isRepair, isOnLine }) => [id, kind, isRepair, isOnLine])).toEqual([
    ['door', 'choice', false, true],
    ['mend', 'narrative', true, false],
    ['aside', 'narrative', false, false],
    ['home', 'ending', false, true]
  ])
  expect(ways).toEqual([
    { from: 'door', to: 'home', option: 'wait', kind: 'recommended' },
    { from: 'door', to: 'mend', option: 'ask', kind: 'harmful' },
    { from: 'door', to: 'home', option: 'again', kind: 'recommended' },
    { from: 'mend', to: 'aside', option: 'continue', kind: 'plain', when: { fact: 'heard', is: true } },
    { from: 'mend', to: 'home', option: 'continue', kind: 'plain', when: undefined },
    { from: 'aside', to: 'home', option: 'continue', kind: 'plain' }
  ])
})

describe.each(everyCase)('the map of %s', (_, scenario) => {
  const map = sceneMap(scenario)
  const laid = layOut(map)

  test('knows every step that a run can take', () => {
    const { states, edges } = explore(scenario)
    const known = new Set(map.ways.map(({ from, to }) => `${from} > ${to}`))
    const taken = edges
      .filter(({ option }) => option !== 'mark')
      .map(({ from, to }) => `${states[from]?.scene?.id} > ${states[to]?.scene?.id ?? states[to]?.ending}`)
    expect([...new Set(taken)].filter((step) => !known.has(step))).toEqual([])
  })

  test('gives every place a row of its own within the sheet, in the order of the phases', () => {
    const rows = laid.stations.map(({ y }) => y)
    expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b))
    expect(laid.stations.map(({ id }) => id).toSorted()).toEqual(map.places.map(({ id }) => id).toSorted())
    expect(Math.max(...rows)).toBeLessThan(laid.height)
  })

  test('draws each harmful turn, and each pair of places that a way joins', () => {
    const pairs = (kinds: readonly { from: string; to: string }[]) => [
      ...new Set(kinds.map((it) => `${it.from} ${it.to}`))
    ]
    const harmful = <T extends { kind: string }>(all: readonly T[]) => all.filter(({ kind }) => kind === 'harmful')
    expect(pairs(harmful(laid.tracks)).toSorted()).toEqual(pairs(harmful(map.ways)).toSorted())
    expect(pairs(laid.tracks).toSorted()).toEqual(pairs(map.ways).toSorted())
    expect(laid.tracks.filter(({ path }) => path.includes('NaN'))).toEqual([])
  })
})

function never() {
  return { all: [{ fact: 'heard', is: true }] }
}

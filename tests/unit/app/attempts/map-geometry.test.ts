import { describe, expect, test } from 'vitest'
import { drawMap, mapWidth, markOf } from '#app/learn/attempts/[attemptId]/debrief/map-geometry.ts'
import type { Quality } from '#content/scene-schema.ts'

describe('the mark of a station', () => {
  test.each([
    { quality: 'recommended', isRepair: false, shape: 'circle', word: 'Recommended' },
    { quality: 'reasonable', isRepair: false, shape: 'square', word: 'Reasonable' },
    { quality: 'less-useful', isRepair: false, shape: 'diamond', word: 'Less useful' },
    { quality: 'harmful', isRepair: false, shape: 'triangle', word: 'Harmful turn' },
    { quality: null, isRepair: false, shape: 'dot', word: '' },
    { quality: 'recommended', isRepair: true, shape: 'cross', word: 'Repair' },
    { quality: 'less-useful', isRepair: true, shape: 'cross', word: 'Repair' },
    { quality: 'harmful', isRepair: true, shape: 'triangle', word: 'Harmful turn' }
  ] as const)('is $shape for $quality, repair $isRepair', ({ quality, isRepair, shape, word }) => {
    expect(markOf({ quality, isRepair })).toEqual({ shape, word })
  })
})

describe('a map', () => {
  test('of a run with nothing to turn away from is one upright line', () => {
    const map = drawMap([aStation({ index: 0, quality: null }), aStation({ index: 1, heading: 'The room is ready' })])
    expect(map).toEqual({
      width: mapWidth,
      height: 148,
      stations: [
        { index: 0, shape: 'dot', word: '', lines: ['1. Here'], x: 20, y: 18 },
        { index: 1, shape: 'circle', word: 'Recommended', lines: ['2. The room is ready'], x: 20, y: 62 }
      ],
      taken: 'M 20 18 V 62 V 124',
      recommended: 'M 20 18 V 124',
      rings: [],
      end: { x: 20, y: 124 }
    })
  })

  test('turns away for a harm, stays off the line until its repair, and comes back', () => {
    const path = [
      aStation({ index: 0, quality: 'recommended' }),
      aStation({ index: 1, quality: 'harmful', recommended: ['Say the limits first.'] }),
      aStation({ index: 2, quality: null }),
      aStation({ index: 3, quality: 'recommended', isRepair: true }),
      aStation({ index: 4, quality: null })
    ]
    const map = drawMap(path)
    expect(map.stations.map(({ x }) => x)).toEqual([20, 88, 54, 54, 20])
    expect(map.rings).toEqual([{ x: 20, y: 80 }])
    expect(map.taken).toBe('M 20 18 C 20 49 88 49 88 80 C 88 111 54 111 54 142 V 186 C 54 217 20 217 20 248 V 292')
  })

  test('passes no ring where there was nothing better to choose', () => {
    expect(drawMap([aStation({ quality: 'reasonable' })]).rings).toEqual([])
  })

  test('breaks a long heading at words and gives it the height it needs', () => {
    const heading = 'Before anything is printed for the pharmacy or the front desk'
    const [long, next] = drawMap([aStation({ heading }), aStation({ index: 1 })]).stations
    expect(long?.lines).toEqual(['1. Before anything is printed', 'for the pharmacy or the front', 'desk'])
    expect(next?.y).toBe(18 + 3 * 20 + 18 + 24)
  })

  test('keeps a word that is longer than a line', () => {
    const heading = 'Otorhinolaryngological-examination-room'
    expect(drawMap([aStation({ heading })]).stations[0]?.lines).toEqual(['1.', heading])
  })

  test('of an empty path has its end and nothing else', () => {
    const { stations, taken, recommended } = drawMap([])
    expect({ stations, taken, recommended }).toEqual({ stations: [], taken: 'M 20 18', recommended: 'M 20 18 V 18' })
  })
})

type OnMap = Parameters<typeof drawMap>[0][number]

function aStation(changes: Partial<OnMap> & { quality?: Quality | null } = {}): OnMap {
  return { index: 0, heading: 'Here', quality: 'recommended', isRepair: false, recommended: [], ...changes }
}

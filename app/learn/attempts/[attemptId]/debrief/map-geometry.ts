import type { Station } from '#machines/scenario/station.ts'
import { qualityWords } from '../words.ts'

export type Shape = 'dot' | 'circle' | 'square' | 'diamond' | 'triangle' | 'cross'
export type MapStation = {
  index: number
  shape: Shape
  /** What the shape says, in a word; empty where nothing was to decide. */
  word: string
  lines: string[]
  x: number
  y: number
}

/** The decision map in user units: `taken` and `recommended` are path data, `rings` the recommended stations passed by. */
export type DecisionMap = {
  width: number
  height: number
  stations: MapStation[]
  taken: string
  recommended: string
  rings: { x: number; y: number }[]
  end: { x: number; y: number }
}

export const mapWidth = 352
export const labelAt = 118
const lanes = [20, 54, 88] as const
const charactersInLine = 30
const lineHeight = 20
const wordHeight = 18
const gap = 24

type OnMap = Pick<Station, 'index' | 'heading' | 'quality' | 'isRepair' | 'recommended'>

/** Lays a path out from top to bottom, the recommended line at the left and turns away from it to the right. */
export function drawMap(path: readonly OnMap[]): DecisionMap {
  const placed = placeStations(path)
  const end = { x: lanes[0], y: placed.height + 10 }
  const first = placed.stations[0] ?? end
  return {
    width: mapWidth,
    height: end.y + 24,
    stations: placed.stations,
    taken: lineThrough([...placed.stations, end]),
    recommended: `M ${lanes[0]} ${first.y} V ${end.y}`,
    rings: placed.stations
      .filter((station, at) => station.x !== lanes[0] && (path[at]?.recommended.length ?? 0) > 0)
      .map(({ y }) => ({ x: lanes[0], y })),
    end
  }
}

/** @returns the mark of a station and the word that goes with it. */
export function markOf({ quality, isRepair }: Pick<Station, 'quality' | 'isRepair'>): { shape: Shape; word: string } {
  if (quality === 'harmful') return { shape: 'triangle', word: qualityWords.harmful }
  if (isRepair) return { shape: 'cross', word: 'Repair' }
  if (quality === null) return { shape: 'dot', word: '' }
  const shapes = { recommended: 'circle', reasonable: 'square', 'less-useful': 'diamond' } as const
  return { shape: shapes[quality], word: qualityWords[quality] }
}

function placeStations(path: readonly OnMap[]): { stations: MapStation[]; height: number } {
  const stations: MapStation[] = []
  let top = 8
  let isAstray = false
  for (const station of path) {
    const { shape, word } = markOf(station)
    if (shape === 'triangle') isAstray = true
    if (shape === 'cross' || shape === 'circle') isAstray = false
    const lines = wrap(`${station.index + 1}. ${station.heading}`)
    stations.push({ index: station.index, shape, word, lines, x: lanes[laneOf(shape, isAstray)], y: top + 10 })
    top += lines.length * lineHeight + (word ? wordHeight : 0) + gap
  }
  return { stations, height: top }
}

/** A scene with nothing to decide stays off the line while a harm waits for its repair. */
function laneOf(shape: Shape, isAstray: boolean): 0 | 1 | 2 {
  if (shape === 'triangle') return 2
  if (shape === 'circle') return 0
  if (shape === 'dot') return isAstray ? 1 : 0
  return 1
}

function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < charactersInLine) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A line through points that leaves and enters each of them upright. */
function lineThrough(points: readonly { x: number; y: number }[]): string {
  return points
    .map(({ x, y }, at) => {
      const from = points[at - 1]
      if (from === undefined) return `M ${x} ${y}`
      if (from.x === x) return `V ${y}`
      const middle = (from.y + y) / 2
      return `C ${from.x} ${middle} ${x} ${middle} ${x} ${y}`
    })
    .join(' ')
}

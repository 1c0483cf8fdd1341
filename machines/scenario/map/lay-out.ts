import { type Phase, phases } from '#content/scene-schema.ts'
import type { Place, SceneMap, Way, WayKind } from './scene-map.ts'

/** Points and sizes are in user units; y grows downward. */
export type Point = { x: number; y: number }
export type Station = Place & Point
/** One line for all ways of a kind between two places; `mark` is where its shape stands. */
export type Track = { from: string; to: string; kind: WayKind; path: string; mark: Point }
export type Band = { phase: Phase; top: number; height: number }
export type LaidOut = {
  width: number
  height: number
  labelAt: number
  bands: Band[]
  stations: Station[]
  tracks: Track[]
}

const lanes = { line: 210, aside: 262, repair: 314 }
const labelAt = 346
const width = 860
const rowHeight = 52
const bandHead = 34
const radius = 12
const order: readonly WayKind[] = ['recommended', 'plain', 'reasonable', 'less-useful', 'back', 'skip']

/**
 * Lays a map out from top to bottom: a band for each phase, a row for each place, the recommended line at the left,
 * places aside of it and repairs to the right. Ways that pass other stations of their own lane swing out to the left.
 */
export function layOut({ places, ways }: SceneMap): LaidOut {
  const bands: Band[] = []
  const stations: Station[] = []
  let top = 0
  for (const phase of phases) {
    const here = places.filter((place) => place.phase === phase)
    if (here.length === 0) continue
    const height = bandHead + here.length * rowHeight
    bands.push({ phase, top, height })
    stations.push(
      ...here.map((place, row) => ({ ...place, x: laneOf(place), y: top + bandHead + (row + 0.5) * rowHeight }))
    )
    top += height
  }
  return { width, height: top, labelAt, bands, stations, tracks: tracksBetween(stations, ways) }
}

function laneOf({ isRepair, isOnLine }: Place): number {
  if (isRepair) return lanes.repair
  return isOnLine ? lanes.line : lanes.aside
}

function tracksBetween(stations: readonly Station[], ways: readonly Way[]): Track[] {
  const at = new Map(stations.map((station) => [station.id, station]))
  return drawnOnce(ways).flatMap(({ from, to, kind }) => {
    const [start, end] = [at.get(from), at.get(to)]
    if (start === undefined || end === undefined) return []
    return [{ from, to, kind, ...curve(start, end, stations) }]
  })
}

/** Between two places the best way is drawn, and a harmful one beside it. */
function drawnOnce(ways: readonly Way[]): Way[] {
  const byPair = Map.groupBy(ways, ({ from, to }) => `${from} ${to}`)
  return [...byPair.values()].flatMap((pair) => {
    const best = order.flatMap((kind) => pair.find((way) => way.kind === kind) ?? []).slice(0, 1)
    return [...best, ...pair.filter(({ kind }) => kind === 'harmful').slice(0, 1)]
  })
}

function curve(from: Station, to: Station, stations: readonly Station[]): Pick<Track, 'path' | 'mark'> {
  const isDown = to.y > from.y
  const start = { x: from.x, y: from.y + (isDown ? radius : -radius) }
  const end = { x: to.x, y: to.y + (isDown ? -radius : radius) - (isDown ? 4 : -4) }
  const passed = stations.filter(({ x, y }) => x === from.x && isBetween(y, from.y, to.y)).length
  if (from.x === to.x && passed === 0 && isDown) return straight(start, end)
  if (from.x === to.x || !isDown) return swing(from, to, passed)
  const reach = Math.min(Math.abs(end.y - start.y) * 0.6, 60)
  return bezier(start, { x: start.x, y: start.y + reach }, { x: end.x, y: end.y - reach }, end)
}

function isBetween(y: number, one: number, other: number): boolean {
  return y > Math.min(one, other) && y < Math.max(one, other)
}

function straight(start: Point, end: Point): Pick<Track, 'path' | 'mark'> {
  return { path: `M ${start.x} ${start.y} V ${end.y}`, mark: { x: start.x, y: (start.y + end.y) / 2 } }
}

/** Leaves and enters at the left side of its stations. */
function swing(from: Station, to: Station, passed: number): Pick<Track, 'path' | 'mark'> {
  const out = Math.min(40 + passed * 18, 150)
  const left = Math.min(from.x, to.x) - out
  const start = { x: from.x - radius, y: from.y }
  const end = { x: to.x - radius - 4, y: to.y }
  return bezier(start, { x: left, y: from.y }, { x: left, y: to.y }, end)
}

function bezier(start: Point, one: Point, two: Point, end: Point): Pick<Track, 'path' | 'mark'> {
  const middle = (of: keyof Point) => round((start[of] + 3 * one[of] + 3 * two[of] + end[of]) / 8)
  const path = `M ${at(start)} C ${at(one)} ${at(two)} ${at(end)}`
  return { path, mark: { x: middle('x'), y: middle('y') } }
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

import { phaseWords, qualityWords } from '#app/learn/attempts/[attemptId]/words.ts'
import { type LaidOut, layOut, type Point, type Station, type Track } from '#machines/scenario/map/lay-out.ts'
import type { SceneMap, WayKind } from '#machines/scenario/map/scene-map.ts'

const legendHeight = 76
const headHeight = 56

const style = `
  text { font: 15px "Atkinson Hyperlegible Next", system-ui, sans-serif; fill: #1e2322 }
  .title { font-size: 20px; font-weight: 700 }
  .phase { font-size: 13px; font-weight: 700; fill: #474c49 }
  .id { font-size: 13px; fill: #474c49 }
  .track { fill: none; stroke: #0b4f4c; stroke-width: 2.5; marker-end: url(#arrow) }
  .recommended, .plain { stroke-width: 4 }
  .less-useful { stroke: #b06f0c; stroke-dasharray: 8 5; marker-end: url(#arrow-attention) }
  .harmful { stroke: #b0422f; stroke-width: 3; marker-end: url(#arrow-risk) }
  .skip, .back { stroke: #857f70; stroke-dasharray: 2 5; marker-end: url(#arrow-soft) }
  .solid { fill: #0b4f4c; stroke: #faf7f0; stroke-width: 2 }
  .open { fill: #faf7f0; stroke: #0b4f4c; stroke-width: 2.5 }
  .attention { fill: #fbf0d8; stroke: #b06f0c; stroke-width: 2.5 }
  .risk { fill: #b0422f; stroke: #faf7f0; stroke-width: 2 }
  .end { stroke: #0b4f4c; stroke-width: 5 }
`

/** @returns a map as a standalone SVG; `tellMap` says the same in words. */
export function drawMap(map: SceneMap, title: string): string {
  const laid = layOut(map)
  const height = headHeight + laid.height + legendHeight
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${laid.width} ${height}" width="${laid.width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(`Map of scenes: ${title}`)}</title>`,
    `<style>${style}</style>`,
    `<defs>${arrow('arrow', '#0b4f4c')}${arrow('arrow-attention', '#b06f0c')}${arrow('arrow-risk', '#b0422f')}${arrow('arrow-soft', '#857f70')}</defs>`,
    `<rect width="${laid.width}" height="${height}" fill="#faf7f0"/>`,
    `<text class="title" x="20" y="36">${escaped(title)}</text>`,
    `<g transform="translate(0 ${headHeight})">`,
    ...laid.bands.map((band, index) => drawBand(band, laid.width, index)),
    ...laid.tracks.map(drawTrack),
    ...laid.tracks.map(drawMark),
    ...laid.stations.flatMap((station) => drawStation(station, laid.labelAt)),
    '</g>',
    ...drawLegend(headHeight + laid.height + 30),
    '</svg>'
  ]
  return `${lines.join('\n')}\n`
}

function drawBand({ phase, top, height }: LaidOut['bands'][number], width: number, index: number): string {
  const fill = index % 2 === 0 ? '#f3eee3' : '#faf7f0'
  return `<rect y="${top}" width="${width}" height="${height}" fill="${fill}"/><text class="phase" x="20" y="${top + 24}">${phaseWords[phase]}</text>`
}

function drawTrack({ kind, path }: Track): string {
  return `<path class="track ${kind}" d="${path}"/>`
}

function drawMark({ kind, mark }: Track): string {
  return kind === 'harmful' || kind === 'less-useful' || kind === 'reasonable' ? shapeOf(kind, mark) : ''
}

function shapeOf(kind: 'harmful' | 'less-useful' | 'reasonable', { x, y }: Point): string {
  if (kind === 'harmful') return `<path class="risk" d="M ${x} ${y - 10} L ${x + 11} ${y + 8} L ${x - 11} ${y + 8} Z"/>`
  if (kind === 'less-useful')
    return `<path class="attention" d="M ${x} ${y - 8} L ${x + 8} ${y} L ${x} ${y + 8} L ${x - 8} ${y} Z"/>`
  return `<rect class="open" x="${x - 6}" y="${y - 6}" width="12" height="12"/>`
}

function drawStation(station: Station, labelAt: number): string[] {
  const { x, y, id, heading, kind } = station
  return [
    placeShape(station, { x, y }),
    `<text x="${labelAt}" y="${y - 2}">${escaped(heading)}</text>`,
    `<text class="id" x="${labelAt}" y="${y + 16}">${escaped(`${id} · ${kindWords[kind]}`)}</text>`
  ]
}

function placeShape({ kind, isRepair }: Pick<Station, 'kind' | 'isRepair'>, { x, y }: Point): string {
  if (kind === 'ending') return `<path class="end" d="M ${x - 12} ${y} H ${x + 12}"/>`
  if (isRepair)
    return `<circle class="open" cx="${x}" cy="${y}" r="11"/><path class="open" d="M ${x - 5} ${y} H ${x + 5} M ${x} ${y - 5} V ${y + 5}"/>`
  const isDecision = kind !== 'narrative' && kind !== 'first-impression'
  return `<circle class="solid" cx="${x}" cy="${y}" r="${isDecision ? 11 : 6}"/>`
}

/** What each kind of place is called. */
export const kindWords: Record<Station['kind'], string> = {
  narrative: 'narrative',
  'first-impression': 'first impression',
  choice: 'choice',
  words: 'choose the words',
  cues: 'flag and sort cues',
  order: 'order the steps',
  document: 'document',
  'hand-over': 'hand over',
  ending: 'ending'
}

/** What each kind of way is called, in the words of the debrief's map. */
export const wayWords: Record<WayKind, string> = {
  recommended: qualityWords.recommended.toLowerCase(),
  reasonable: qualityWords.reasonable.toLowerCase(),
  'less-useful': qualityWords['less-useful'].toLowerCase(),
  harmful: qualityWords.harmful.toLowerCase(),
  plain: 'nothing to decide',
  skip: 'passed over',
  back: 'going back'
}

function drawLegend(y: number): string[] {
  const line = (kind: WayKind, x: number) => {
    const track = { from: '', to: '', kind, path: `M ${x} ${y} H ${x + 40}`, mark: { x: x + 18, y } }
    return [drawTrack(track), drawMark(track), `<text class="id" x="${x + 54}" y="${y + 5}">${wayWords[kind]}</text>`]
  }
  const shapes = [
    { words: 'scene with a decision', kind: 'choice', isRepair: false },
    { words: wayWords.plain, kind: 'narrative', isRepair: false },
    { words: 'repair', kind: 'choice', isRepair: true },
    { words: 'ending', kind: 'ending', isRepair: false }
  ] as const
  return [
    ...(['recommended', 'reasonable', 'less-useful', 'harmful', 'skip'] as const).flatMap((kind, index) =>
      line(kind, 20 + index * 165)
    ),
    ...shapes.flatMap((shape, index) => {
      const at = { x: 34 + index * 200, y: y + 28 }
      return [placeShape(shape, at), `<text class="id" x="${at.x + 24}" y="${at.y + 5}">${shape.words}</text>`]
    })
  ]
}

function arrow(id: string, color: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path d="M 0 0 L 8 4 L 0 8 Z" fill="${color}"/></marker>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

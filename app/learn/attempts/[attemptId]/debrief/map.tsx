import type { Station } from '#machines/scenario/station.ts'
import styles from './map.module.css'
import { drawMap, labelAt, type MapStation, mapWidth, markOf, type Shape } from './map-geometry.ts'
import { Mark, MarkIcon } from './mark.tsx'

/** The path taken beside the recommended line. The list of stations next to it says the same in words. */
export function DecisionMap({ stations }: { stations: readonly Station[] }) {
  const map = drawMap(stations)
  return (
    <figure className={styles.figure}>
      <nav aria-label="Decision map: your path beside the recommended line">
        <svg className={styles.map} viewBox={`0 0 ${map.width} ${map.height}`} width={map.width} height={map.height}>
          <title>Your path beside the recommended line</title>
          <path className={styles.recommended} d={map.recommended} />
          <path className={styles.taken} d={map.taken} />
          {map.rings.map(({ x, y }) => (
            <circle key={y} className={styles.ring} cx={x} cy={y} r={6} />
          ))}
          {map.stations.map((station) => (
            <MapLink key={station.index} station={station} />
          ))}
          <path className={styles.end} d={`M ${map.end.x - 9} ${map.end.y} H ${map.end.x + 9}`} />
          <text className={styles.word} x={labelAt} y={map.end.y + 5}>
            Debrief
          </text>
        </svg>
      </nav>
      <Legend stations={stations} />
    </figure>
  )
}

function MapLink({ station: { index, shape, word, lines, x, y } }: { station: MapStation }) {
  const height = lines.length * 20 + (word ? 18 : 0) + 8
  return (
    <a href={`#station-${index + 1}`} className={styles.link}>
      {/* The whole row can be pressed, not only its mark and letters. */}
      <rect x={0} y={y - 14} width={mapWidth} height={height} fill="transparent" />
      <Mark shape={shape} x={x} y={y} />
      {lines.map((line, at) => (
        <text key={line} className={styles.label} x={labelAt} y={y + 5 + at * 20}>
          {line}
        </text>
      ))}
      {word && (
        <text className={styles.word} x={labelAt} y={y + 4 + lines.length * 20}>
          {word}
        </text>
      )}
    </a>
  )
}

const meanings: Record<Shape, string> = {
  circle: 'recommended',
  square: 'reasonable',
  diamond: 'less useful',
  triangle: 'harmful turn',
  cross: 'repair',
  dot: 'nothing to decide'
}

function Legend({ stations }: { stations: readonly Station[] }) {
  const used = new Set(stations.map((station) => markOf(station).shape))
  const shapes = (['circle', 'square', 'diamond', 'triangle', 'cross', 'dot'] as const).filter((shape) =>
    used.has(shape)
  )
  return (
    <figcaption className={styles.legend}>
      <span>
        <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
          <path className={styles.taken} d="M 0 6 H 28" />
        </svg>
        your path
      </span>
      <span>
        <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
          <path className={styles.recommended} d="M 0 6 H 28" />
          <circle className={styles.ring} cx={14} cy={6} r={5} />
        </svg>
        recommended line
      </span>
      {shapes.map((shape) => (
        <span key={shape}>
          <MarkIcon shape={shape} />
          {meanings[shape]}
        </span>
      ))}
    </figcaption>
  )
}

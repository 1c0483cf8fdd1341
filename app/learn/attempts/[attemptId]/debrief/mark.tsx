import type { Shape } from './map-geometry.ts'
import styles from './mark.module.css'

/** The mark of a station as SVG around a center; its word stands beside it wherever it is used. */
export function Mark({ shape, x, y }: { shape: Shape; x: number; y: number }) {
  switch (shape) {
    case 'dot':
      return <circle className={styles.solid} cx={x} cy={y} r={5} />
    case 'circle':
      return <circle className={styles.solid} cx={x} cy={y} r={9} />
    case 'square':
      return <rect className={styles.open} x={x - 8} y={y - 8} width={16} height={16} />
    case 'diamond':
      return (
        <path
          className={styles.attention}
          d={`M ${x} ${y - 11} L ${x + 11} ${y} L ${x} ${y + 11} L ${x - 11} ${y} Z`}
        />
      )
    case 'triangle':
      return <path className={styles.risk} d={`M ${x} ${y - 11} L ${x + 12} ${y + 9} L ${x - 12} ${y + 9} Z`} />
    case 'cross':
      return (
        <g>
          <circle className={styles.open} cx={x} cy={y} r={10} />
          <path className={styles.stroke} d={`M ${x - 5} ${y} H ${x + 5} M ${x} ${y - 5} V ${y + 5}`} />
        </g>
      )
  }
}

/** A mark in running text or at the head of a row. */
export function MarkIcon({ shape }: { shape: Shape }) {
  return (
    <svg className={styles.icon} viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <Mark shape={shape} x={14} y={14} />
    </svg>
  )
}

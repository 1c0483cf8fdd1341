import { getFigures } from '#server/learning/figures/queries.ts'
import { SegmentFigureView } from './segment-figure.tsx'

/** The power and control wheel as adapted to trafficking: nine segments. */
export function Wheel() {
  return <SegmentFigureView name="wheel" figure={getFigures().wheel} />
}

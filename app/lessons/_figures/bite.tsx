import { getFigures } from '#server/learning/figures/queries.ts'
import { SegmentFigureView } from './segment-figure.tsx'

/** The BITE model: behavior, information, thought and emotional control. */
export function Bite() {
  return <SegmentFigureView name="bite" figure={getFigures().bite} />
}

import type { SegmentFigure } from '#content/figures-schema.ts'
import { classes } from '../../_components/classes.ts'
import styles from './segments.module.css'
import { drawSlices, type Slice, size } from './slices.ts'
import { Grounded } from './statement.tsx'

type Segment = SegmentFigure['segments'][number]

/**
 * A ring of segments drawn from its names, and one choice among them: pressing a slice or its name opens its words,
 * the last choice opens all. Style sheets alone do this; on paper, and where they cannot, every segment is open.
 */
export function Segments({ name, figure }: { name: string; figure: SegmentFigure }) {
  const group = `${name}-segment`
  const slices = drawSlices(figure.segments.map((segment) => segment.name))
  return (
    <fieldset>
      <legend className={styles.legend}>Choose one to read about it</legend>
      <div className={styles.board}>
        <Hub words={figure.hub} />
        <div className={styles.entries}>
          {figure.segments.map((segment, index) => (
            <Entry key={segment.id} group={group} segment={segment} slice={slices[index]} isFirst={index === 0} />
          ))}
          <label className={classes(styles.option, styles.all)}>
            <input type="radio" name={group} value="all" />
            <span>All of them, one after another</span>
          </label>
        </div>
      </div>
    </fieldset>
  )
}

type EntryProps = { group: string; segment: Segment; slice: Slice | undefined; isFirst: boolean }

function Entry({ group, segment, slice, isFirst }: EntryProps) {
  return (
    <div className={styles.entry}>
      <label className={styles.option}>
        <input type="radio" name={group} value={segment.id} defaultChecked={isFirst} />
        <span>{segment.name}</span>
        {slice ? <SliceDrawing slice={slice} /> : null}
      </label>
      <dl className={styles.panel}>
        <dt>What is done</dt>
        <dd>
          <Grounded statement={segment.tactics} quiet />
        </dd>
        <dt>How it may look in a clinic</dt>
        <dd>
          <Grounded statement={segment.clinic} quiet />
        </dd>
        <dt>What else could explain it</dt>
        <dd>
          <Grounded statement={segment.otherwise} quiet />
        </dd>
      </dl>
    </div>
  )
}

/** One slice, drawn over the whole ring and pressed only where it is painted; its name is said by its label. */
function SliceDrawing({ slice }: { slice: Slice }) {
  return (
    <svg className={styles.slice} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <path className={styles.shape} d={slice.outline} />
      <text className={styles.word}>
        {slice.lines.map((line) => (
          <tspan key={line.text} x={slice.x} y={line.y}>
            {line.text}
          </tspan>
        ))}
      </text>
    </svg>
  )
}

function Hub({ words }: { words: string }) {
  const lines = words.split(/ (?=and |of )/)
  return (
    <svg className={styles.hub} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <text className={styles.center}>
        {lines.map((line, index) => (
          <tspan key={line} x={size / 2} y={size / 2 + 6 + (index - (lines.length - 1) / 2) * 20}>
            {line}
          </tspan>
        ))}
      </text>
    </svg>
  )
}

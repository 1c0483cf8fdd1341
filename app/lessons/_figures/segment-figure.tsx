import type { SegmentFigure } from '#content/figures-schema.ts'
import styles from './figure.module.css'
import { Segments } from './segments.tsx'
import { SelfCheck } from './self-check.tsx'
import { Grounded } from './statement.tsx'

/** A figure of segments: its origin, its drawing, and a few situations to try it on. */
export function SegmentFigureView({ name, figure }: { name: string; figure: SegmentFigure }) {
  return (
    <section className={styles.figure} id={`figure-${name}`} aria-labelledby={`figure-${name}-title`}>
      <h3 id={`figure-${name}-title`}>{figure.title}</h3>
      <details className={styles.origin}>
        <summary>Where it comes from and what it is not</summary>
        {figure.origin.map((statement) => (
          <p key={statement.text}>
            <Grounded statement={statement} />
          </p>
        ))}
      </details>
      <Segments name={name} figure={figure} />
      <p className={styles.note}>
        {figure.attribution} What has no number beside it is the authors’ judgment. What you see in one visit is never
        enough to name anyone’s life.
      </p>
      <SelfCheck name={name} figure={figure} />
    </section>
  )
}

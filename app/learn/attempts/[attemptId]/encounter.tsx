import type { ReactNode } from 'react'
import type { BlockView, SceneView } from '#machines/scenario/view.ts'
import styles from './encounter.module.css'

/** One scene: what the last act led to in the room, then what is seen and heard now. */
export function Encounter({ view, children }: { view: SceneView; children: ReactNode }) {
  return (
    <article className={styles.encounter} aria-labelledby="scene-heading">
      {view.consequence && <Before label="What happens in the room" text={view.consequence} />}
      {view.skipped && <Before label="What you passed over, in brief" text={view.skipped} />}
      <header className={styles.heading}>
        {view.clock && <p className={styles.clock}>{view.clock}</p>}
        <h1 id="scene-heading" tabIndex={-1}>
          {view.heading}
        </h1>
      </header>
      <div className={styles.blocks}>
        {view.blocks.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a scene never change places.
          <SceneBlock key={place} block={block} />
        ))}
      </div>
      {children}
    </article>
  )
}

function Before({ label, text }: { label: string; text: string }) {
  return (
    <aside className={styles.before} aria-label={label}>
      <p className={styles.label}>{label}</p>
      <p>{text}</p>
    </aside>
  )
}

function SceneBlock({ block }: { block: BlockView }) {
  if (block.kind === 'seen') return <p>{block.text}</p>
  return (
    <div className={block.by === 'You' ? `${styles.said} ${styles.own}` : styles.said}>
      <p className={styles.speaker}>{block.by}</p>
      <blockquote>
        <p>“{block.text}”</p>
      </blockquote>
    </div>
  )
}

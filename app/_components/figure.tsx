import type { ReactNode } from 'react'
import styles from './figure.module.css'

/** A drawing with its caption, and the same content in words or as a table folded under it. */
export function Figure({ caption, words, children }: { caption: string; words: ReactNode; children: ReactNode }) {
  return (
    <figure className={styles.figure}>
      <div className={styles.drawing}>{children}</div>
      <figcaption className={styles.caption}>{caption}</figcaption>
      <details className={styles.words}>
        <summary>The same in words</summary>
        {words}
      </details>
    </figure>
  )
}

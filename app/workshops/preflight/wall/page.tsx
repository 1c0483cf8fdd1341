import type { Metadata } from 'next'
import styles from '../preflight.module.css'

export const metadata: Metadata = { title: 'The wall', robots: { index: false } }

/** A number for the wall alone. */
export default function WallTestPage() {
  return (
    <div className={styles.wall}>
      <h1>7</h1>
      <p>This window belongs on the wall.</p>
    </div>
  )
}

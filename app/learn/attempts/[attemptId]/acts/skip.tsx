import { Button } from '#app/_components/button.tsx'
import styles from './acts.module.css'

/** The way past a scene: a short summary stands in for it. */
export function Skip() {
  return (
    <p className={styles.skip}>
      <Button tone="plain">Pass over this scene</Button>
      <span>A short summary is shown instead. Nothing is held against you.</span>
    </p>
  )
}

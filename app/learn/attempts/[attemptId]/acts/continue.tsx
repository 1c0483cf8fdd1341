import { Button } from '#app/_components/button.tsx'
import styles from './acts.module.css'

export function Continue({ label }: { label: string }) {
  return (
    <div className={styles.act}>
      <Button>{label}</Button>
    </div>
  )
}

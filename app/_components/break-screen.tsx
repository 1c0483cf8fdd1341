import styles from './break-screen.module.css'

/** A page with nothing on it but the way back; header and footer are hidden with it. */
export function BreakScreen({ returnTo }: { returnTo: string }) {
  return (
    <div className={styles.screen} data-break>
      <h1 className="unseen">Break</h1>
      <a className={styles.back} href={returnTo}>
        Back when you are ready
      </a>
    </div>
  )
}

import { Link } from '#app/_components/link.tsx'
import { AccountLink, type SignedIn } from './account-link.tsx'
import { BreakLink } from './break-link.tsx'
import styles from './header.module.css'
import { Place } from './place.tsx'
import { QuickExit } from './quick-exit.tsx'

/** Name, current place, a break, support, the account and the way out, in the same corners on every page. */
export function Header({ quickExitUrl, person }: { quickExitUrl: string; person: SignedIn | undefined }) {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <div className={styles.bar}>
        <Link className={styles.name} href="/">
          Attune
        </Link>
        <Place className={styles.place} />
        <QuickExit className={styles.leave} href={quickExitUrl} />
      </div>
      <nav className={styles.tools} aria-label="Site">
        <Link href="/courses">Courses</Link>
        <Link href="/learn">Cases</Link>
        <Link href="/lessons">Lessons</Link>
        <Link href="/reference">Reference</Link>
        <Link href="/progress">Progress</Link>
        <Link href="/support">Support</Link>
        <BreakLink />
        <AccountLink person={person} />
      </nav>
    </header>
  )
}

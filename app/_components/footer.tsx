import { Link } from '#app/_components/link.tsx'
import product from '../../package.json'
import styles from './footer.module.css'

const links = [
  { href: '/about', label: 'About' },
  { href: '/evidence', label: 'Sources' },
  { href: '/facility', label: 'Facility card' },
  { href: '/privacy', label: 'Privacy' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/leave', label: 'Leaving quickly' },
  { href: '/learn/clear', label: 'Clear this computer' }
]

/** What this is not, how far it has been reviewed, and the pages that stand behind it. */
export function Footer({ isReviewed }: { isReviewed: boolean }) {
  return (
    <footer className={styles.footer}>
      <div className={styles.inside}>
        <p className={styles.limits}>
          Education only. Not a screening tool. Not legal or coding advice. Not endorsed by the U.S. Department of
          Health and Human Services (HHS).
        </p>
        <p className={styles.edition}>
          Content: {isReviewed ? 'reviewed' : 'draft, not yet clinically reviewed'}.{' '}
          <span className="figures">Version {product.version}.</span>
        </p>
        <nav className={styles.links} aria-label="About this site">
          <ul className="plainlist">
            {links.map((link) => (
              <li key={link.href}>
                <Link href={link.href}>{link.label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

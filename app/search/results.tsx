import { Link } from '#app/_components/link.tsx'
import type { Found } from '#content/search-schema.ts'
import styles from './search.module.css'

/** What was found for some words, as links. */
export function Results({ words, found }: { words: string; found: readonly Found[] }) {
  if (words.trim() === '') return null
  return (
    <section aria-labelledby="found">
      <h2 className={styles.count} id="found" aria-live="polite">
        {countOf(found.length)}
      </h2>
      <ul className={`plainlist ${styles.results}`}>
        {found.map(({ id, kind, title, excerpt, href }) => (
          <li key={id}>
            <p className={styles.kind}>{kind}</p>
            <Link href={href}>{title}</Link>
            {excerpt ? <p>{excerpt}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function countOf(found: number): string {
  if (found === 0) return 'Nothing found. Try fewer or other words.'
  return found === 1 ? '1 found' : `${found} found`
}

import type { Part } from './lay-out.ts'
import styles from './page.module.css'

/** The main headings of a lesson beside its text, where the window has room for them. */
export function Contents({ parts }: { parts: readonly Part[] }) {
  return (
    <nav className={styles.contents} aria-label="In this lesson">
      <ul className="plainlist">
        {parts
          .filter(({ depth }) => depth === 2)
          .map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        <li>
          <a href="#questions">Questions for yourself</a>
        </li>
        <li>
          <a href="#sources">Sources</a>
        </li>
      </ul>
    </nav>
  )
}

import { type Body, bodies } from '#machines/activity/offering.ts'
import { presets } from '#machines/activity/presets.ts'
import styles from './offerings.module.css'
import { markWords } from './words.ts'

/** What is known of a body in general, each fact with how well; nothing where there is no accreditor. */
export function Common({ body }: { body: Body }) {
  const { notes } = presets[body]
  if (notes.length === 0) return null
  return (
    <aside className={styles.common} aria-label={`Common for ${bodies[body]}`}>
      <p>
        <b>Common for this body; check with your accreditor.</b> The form below begins with it, and all of it can be
        changed.
      </p>
      <ul>
        {notes.map(({ text, mark }) => (
          <li key={text}>
            {text} <span className={styles.mark}>({markWords[mark]})</span>
          </li>
        ))}
      </ul>
    </aside>
  )
}

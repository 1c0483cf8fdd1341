import { Button } from '#app/_components/button.tsx'
import type { ActView } from '#machines/scenario/view.ts'
import styles from './acts.module.css'

const submitWords = { 'first-impression': 'Keep this thought', choice: 'Do this', words: 'Say this' } as const

/** One of several full sentences: a private thought, something to do, or words to say. */
export function Choose({ act }: { act: Extract<ActView, { kind: 'choose' }> }) {
  return (
    <div className={styles.act}>
      <fieldset className={act.of === 'words' ? `${styles.options} ${styles.words}` : styles.options}>
        <legend className={styles.prompt}>{act.prompt}</legend>
        {act.of === 'first-impression' && (
          <p className={styles.aside}>You will see your answer again in the debrief, and nowhere else.</p>
        )}
        {act.options.map((option) => (
          <label key={option.id} className={styles.option}>
            <input type="radio" name="choice" value={option.id} required />
            <span>{option.text}</span>
          </label>
        ))}
      </fieldset>
      <Button>{submitWords[act.of]}</Button>
    </div>
  )
}

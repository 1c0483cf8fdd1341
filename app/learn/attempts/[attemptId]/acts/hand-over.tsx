import { Button } from '#app/_components/button.tsx'
import type { ActView } from '#machines/scenario/view.ts'
import styles from './acts.module.css'

/** At most three sentences to a colleague who takes over. */
export function HandOver({ act }: { act: Extract<ActView, { kind: 'hand-over' }> }) {
  return (
    <div className={styles.act}>
      <fieldset className={`${styles.options} ${styles.words}`}>
        <legend className={styles.prompt}>{act.prompt}</legend>
        <p className={styles.aside}>To: {act.to}. Pick one to three sentences.</p>
        {act.sentences.map((sentence) => (
          <label key={sentence.id} className={styles.option}>
            <input type="checkbox" name="sentence" value={sentence.id} />
            <span>{sentence.text}</span>
          </label>
        ))}
      </fieldset>
      <Button>Hand over with these words</Button>
    </div>
  )
}

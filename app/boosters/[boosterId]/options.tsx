import type { Booster } from '#content/booster-schema.ts'
import styles from '../../_components/question.module.css'

/** What one could say or do. Style sheets alone open the reason for what is chosen; nothing is sent. */
export function Options({ booster: { prompt, options } }: { booster: Pick<Booster, 'prompt' | 'options'> }) {
  return (
    <>
      <p>Choose to see the reason. Nothing is sent, kept or counted, and you may choose again.</p>
      <fieldset className={styles.question}>
        <legend>{prompt}</legend>
        {options.map((option) => (
          <div className={styles.option} key={option.id}>
            <label className={styles.choice}>
              <input type="radio" name="answer" value={option.id} />
              <span>{option.text}</span>
            </label>
            <div role="status">
              <p className={styles.reason}>
                <b>{option.better ? 'This fits best.' : 'Another fits better.'}</b> {option.why}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
    </>
  )
}

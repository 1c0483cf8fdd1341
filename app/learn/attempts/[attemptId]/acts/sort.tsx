import { Button } from '#app/_components/button.tsx'
import type { ActView } from '#machines/scenario/view.ts'
import { bins, binWords } from '../words.ts'
import styles from './acts.module.css'
import rows from './sort.module.css'

/** Each marked phrase goes into one of three bins. */
export function Sort({ act }: { act: Extract<ActView, { kind: 'sort' }> }) {
  return (
    <div className={styles.act}>
      <fieldset>
        <legend className={styles.prompt}>What does each phrase you marked mean for this visit?</legend>
        <div className={rows.rows}>
          {act.marked.map(({ cue, phrase }) => (
            <fieldset key={cue} className={rows.row}>
              <legend>{phrase}</legend>
              <div className={rows.bins}>
                {bins.map((bin) => (
                  <label key={bin}>
                    <input type="radio" name={`bin.${cue}`} value={bin} required />
                    <span>{binWords[bin]}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </fieldset>
      <Button>Sort them this way</Button>
    </div>
  )
}

import { classes } from '#app/_components/classes.ts'
import type { SceneView } from '#machines/scenario/view.ts'
import styles from './rail.module.css'
import { minutesWords, phaseWords } from './words.ts'

/** The six steps of a visit and where the learner stands, with about how long is left. */
export function Rail({ steps, minutesLeft }: { steps: SceneView['steps']; minutesLeft: number | null }) {
  const at = steps.findIndex((step) => step.state === 'current')
  const here = steps[at]
  const left = minutesWords(minutesLeft)
  return (
    <div className={styles.rail}>
      <p className={styles.here}>
        <b>{here ? `${phaseWords[here.phase]}, step ${at + 1} of ${steps.length}` : phaseWords.intro}</b>
        {left && <span>{left}</span>}
      </p>
      <ol aria-label="The six steps" className={classes('plainlist', styles.steps)}>
        {steps.map((step) => (
          <li key={step.phase} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            <span className={styles.mark} aria-hidden="true" />
            <span className={styles.name}>
              {phaseWords[step.phase]}
              {step.state === 'done' && <span className="unseen"> (done)</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

import { Button } from '#app/_components/button.tsx'
import type { ActView } from '#machines/scenario/view.ts'
import styles from './acts.module.css'
import steps from './order.module.css'

/** Steps to put in order, each with a position to choose. */
export function Order({ act }: { act: Extract<ActView, { kind: 'order' }> }) {
  const places = act.steps.map((_, place) => String(place + 1))
  return (
    <div className={styles.act}>
      <fieldset>
        <legend className={styles.prompt}>{act.prompt}</legend>
        <p className={styles.aside}>Give each step its own place, from 1 to {places.length}.</p>
        <div className={steps.steps}>
          {act.steps.map((step) => (
            <div key={step.id} className={steps.step}>
              <select id={`position-${step.id}`} name={`position.${step.id}`} defaultValue="" required>
                <option value="" disabled>
                  Place
                </option>
                {places.map((place) => (
                  <option key={place} value={place}>
                    {place}
                  </option>
                ))}
              </select>
              <label htmlFor={`position-${step.id}`}>{step.text}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Button>Do it in this order</Button>
    </div>
  )
}

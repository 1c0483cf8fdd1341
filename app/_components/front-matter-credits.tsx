import { hundredthsText } from '#machines/activity/amount.ts'
import { bodies } from '#machines/activity/offering.ts'
import { professionLabel } from '#machines/activity/professions.ts'
import type { OpenOffering } from '#machines/activity/version.ts'
import { Day } from './day.tsx'
import styles from './front-matter.module.css'

/** The credits of an activity: for whom, how much, on which conditions, and under which sentence. */
export function Credits({ offerings }: { offerings: readonly OpenOffering[] }) {
  if (offerings.length === 0) return <p>No credit is offered.</p>
  return (
    <ul className={`plainlist ${styles.credits}`}>
      {offerings.map((offering) => (
        <li key={offering.id}>
          <h3>{offering.label}</h3>
          <p>
            {offering.body === 'none'
              ? 'No accreditor: it shows that you finished.'
              : `${bodies[offering.body]}. ${amountWords(offering)}`}
          </p>
          {offering.statementText ? <p className={styles.statement}>{offering.statementText}</p> : null}
          <p>
            <b>For:</b> {offering.professions.map(professionLabel).join(' · ')}
          </p>
          <p>
            <b>Asked for:</b> {conditions(offering).join('; ')}.
          </p>
          <p>
            For what is begun from <Day date={offering.validFrom} /> on and finished by <Day date={offering.validTo} />
            {offering.activityNumber ? `. Activity number ${offering.activityNumber}` : ''}
            {offering.providerNumber ? `. Provider number ${offering.providerNumber}` : ''}.
          </p>
        </li>
      ))}
    </ul>
  )
}

function amountWords({ maxHundredths, stepHundredths, unit, isPartialAllowed }: OpenOffering): string {
  if (maxHundredths === null || stepHundredths === null) return ''
  const most = `${hundredthsText(maxHundredths)} ${unit}`
  return isPartialAllowed ? `Up to ${most}, in steps of ${hundredthsText(stepHundredths)}.` : `${most}.`
}

function conditions({ minScore, maxAttempts, needsEvaluation, idsRequired }: OpenOffering): string[] {
  const tries =
    maxAttempts === null
      ? ', as often as you need'
      : `, in at most ${maxAttempts} ${maxAttempts === 1 ? 'try' : 'tries'}`
  return [
    'every step of the course',
    ...(minScore > 0 ? [`${minScore} percent in the second test${tries}`] : []),
    ...(needsEvaluation ? ['the evaluation, which is kept without your name'] : []),
    'your own statement that you took part',
    ...(idsRequired.length > 0 ? ['what the accreditor’s roster needs of you, asked when you claim'] : [])
  ]
}

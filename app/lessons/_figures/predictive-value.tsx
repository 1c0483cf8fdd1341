import type { Study } from '#content/figures-schema.ts'
import { getFigures } from '#server/learning/figures/queries.ts'
import { Button } from '../../_components/button.tsx'
import { Notice } from '../../_components/notice.tsx'
import { Table } from '../../_components/table.tsx'
import shared from './figure.module.css'
import { PeopleDrawing } from './people-drawing.tsx'
import styles from './predictive-value.module.css'
import { type Prediction, predict, readScreen, type Screen } from './predictive-value.ts'
import { Grounded } from './statement.tsx'

export type Search = Record<string, string | string[] | undefined>

/** What a positive screen means among a thousand people, for numbers of the reader's choice; a plain form. */
export function PredictiveValue({ search }: { search: Search }) {
  const { studies } = getFigures().screening
  const asked = readScreen(search)
  const screen = asked ?? studies[0]
  if (!screen) return null
  const prediction = predict(screen)
  const wasRefused = asked === undefined && 'prevalence' in search
  return (
    <section className={shared.figure} id="figure-predictive-value" aria-labelledby="figure-predictive-value-title">
      <h3 id="figure-predictive-value-title">What a positive means: 1,000 people</h3>
      <p>
        Sensitivity and specificity belong to a tool. What a positive means depends as much on how many people in front
        of you have been trafficked.
      </p>
      {wasRefused ? (
        <Notice title="Write three numbers from 0 to 100" tone="attention">
          <p>What follows is the first published example.</p>
        </Notice>
      ) : null}
      <Numbers screen={screen} />
      <InWords screen={screen} prediction={prediction} />
      <PeopleDrawing prediction={prediction} />
      <Counts prediction={prediction} />
      <Examples studies={studies} />
    </section>
  )
}

function Numbers({ screen }: { screen: Screen }) {
  const fields = [
    { name: 'prevalence', label: 'Prevalence, percent', value: screen.prevalence },
    { name: 'sensitivity', label: 'Sensitivity, percent', value: screen.sensitivity },
    { name: 'specificity', label: 'Specificity, percent', value: screen.specificity }
  ]
  const key = fields.map(({ value }) => value).join(' ')
  return (
    <form
      className={styles.form}
      action="#figure-predictive-value"
      aria-label="Work it out for other numbers"
      key={key}
    >
      {fields.map(({ name, label, value }) => (
        <label className={styles.number} key={name}>
          <span>{label}</span>
          <input type="number" name={name} min={0} max={100} step="any" required defaultValue={value} />
        </label>
      ))}
      <Button tone="plain">Work it out</Button>
    </form>
  )
}

function InWords({ screen, prediction }: { screen: Screen; prediction: Prediction }) {
  const { truePositive, falsePositive, falseNegative, trueNegative, positiveValue, negativeValue } = prediction
  const positives = truePositive + falsePositive
  const negatives = falseNegative + trueNegative
  return (
    <div className={styles.words}>
      <p className={styles.result}>
        {positiveValue === undefined ? (
          'With these numbers nobody screens positive.'
        ) : (
          <>
            Of 1,000 people, about {positives} screen positive, and about {truePositive} of those have been trafficked:{' '}
            <b>a positive is right {rounded(positiveValue)} percent of the time.</b>
          </>
        )}
      </p>
      <p>
        {negativeValue === undefined ? (
          'Nobody screens negative.'
        ) : (
          <>
            About {negatives} screen negative. That is right {rounded(negativeValue)} percent of the time, where{' '}
            {rounded(100 - screen.prevalence)} percent would be right without asking anyone. It misses about
            {falseNegative}.
          </>
        )}
      </p>
      <p>{meaningOf(positiveValue)} The next step is a conversation about what this person needs.</p>
    </div>
  )
}

function meaningOf(positiveValue: number | undefined): string {
  if (positiveValue === undefined || positiveValue >= 50) {
    return 'Even here a positive is not a diagnosis, not a reason for security, and no ground for a “confirmed” code.'
  }
  return 'Most positives are people who have not been trafficked. A positive is not a diagnosis, not a reason for security, and no ground for a “confirmed” code.'
}

function Counts({ prediction }: { prediction: Prediction }) {
  const { truePositive, falsePositive, falseNegative, trueNegative } = prediction
  const row = (key: string, positive: number, negative: number) => ({
    key,
    cells: [key, positive, negative, positive + negative]
  })
  return (
    <Table
      caption="The same 1,000 people as numbers"
      head={['Of 1,000 people', 'Screen positive', 'Screen negative', 'Together']}
      rows={[
        row('Have been trafficked', truePositive, falseNegative),
        row('Have not been', falsePositive, trueNegative),
        row('Together', truePositive + falsePositive, falseNegative + trueNegative)
      ]}
    />
  )
}

function Examples({ studies }: { studies: readonly Study[] }) {
  return (
    <div className={styles.examples}>
      <h4>Published numbers to put in</h4>
      <ul>
        {studies.map((study) => (
          <li key={study.id}>
            <a href={addressOf(study)}>
              {study.name}: {study.prevalence}, {study.sensitivity} and {study.specificity} percent
            </a>
            . <Grounded statement={study.people} />
          </li>
        ))}
      </ul>
      <p className={shared.note}>
        How many have been trafficked is not known for your patients. The share in a study is that of its own people,
        often chosen because they came with a high-risk complaint.
      </p>
    </div>
  )
}

function addressOf({ prevalence, sensitivity, specificity }: Study): string {
  return `?prevalence=${prevalence}&sensitivity=${sensitivity}&specificity=${specificity}#figure-predictive-value`
}

function rounded(percent: number): string {
  return percent.toFixed(1).replace(/\.0$/, '')
}

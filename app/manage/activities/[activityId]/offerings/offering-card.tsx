import { Button } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { bodies, type CreditOffering } from '#machines/activity/offering.ts'
import type { Statement } from '#server/credit/statements/queries.ts'
import { listProfessions } from '#server/learning/reference/queries.ts'
import styles from './offerings.module.css'
import { amountWords, formatWords, identifierWords } from './words.ts'

type OfferingCardProps = {
  offering: CreditOffering
  seen: string
  path: string
  statements: readonly Statement[]
  isFirst: boolean
  isLast: boolean
}

/** One credit in short, with what can be done with it. */
export function OfferingCard({ offering, seen, path, statements, isFirst, isLast }: OfferingCardProps) {
  return (
    <li className={styles.card} id={offering.id}>
      <h2>{offering.label}</h2>
      <dl className={styles.facts}>
        {factsOf(offering).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>Statement</dt>
          <dd>
            <StatementLine offering={offering} statements={statements} />
          </dd>
        </div>
        <div>
          <dt>Begun and finished between</dt>
          <dd>
            <Day date={offering.validFrom} /> and <Day date={offering.validTo} />
          </dd>
        </div>
      </dl>
      <div className={styles.acts}>
        <Link href={path}>Change</Link>
        {isFirst ? null : <Move path={path} by="-1" label={`Move ${offering.label} up`} />}
        {isLast ? null : <Move path={path} by="1" label={`Move ${offering.label} down`} />}
        <details>
          <summary>Remove</summary>
          <form action={`${path}/remove`} method="post">
            <input type="hidden" name="seen" value={seen} />
            <p>Versions that are open keep this credit, and so do those who claimed it.</p>
            <Button tone="plain">Remove this credit</Button>
          </form>
        </details>
      </div>
    </li>
  )
}

function factsOf(offering: CreditOffering): [string, string][] {
  const { body, minScore, maxAttempts, needsEvaluation, deliveryFormat, idsRequired } = offering
  const all = listProfessions()
  const whom = all.filter(({ id }) => offering.professions.includes(id)).map(({ label }) => label)
  const attempts = maxAttempts === null ? 'any number of attempts' : `at most ${maxAttempts} attempts`
  return [
    ['Body', bodies[body]],
    ['Amount', amountWords(offering)],
    ['Professions', whom.length === all.length ? 'All' : whom.join(', ')],
    ['Second test', `${minScore} percent, ${attempts}`],
    ['Evaluation', needsEvaluation ? 'Needed' : 'Offered, not needed'],
    ['Format', formatWords[deliveryFormat]],
    ['Roster needs', idsRequired.map((kind) => identifierWords[kind]).join(', ') || 'Nothing more'],
    ['Numbers', numbersOf(offering)]
  ]
}

function numbersOf({ activityNumber, providerNumber }: CreditOffering): string {
  const known = [activityNumber && `activity ${activityNumber}`, providerNumber && `provider ${providerNumber}`]
  return known.filter(Boolean).join(', ') || 'None given'
}

function StatementLine({
  offering: { body, statement },
  statements
}: Pick<OfferingCardProps, 'offering' | 'statements'>) {
  if (statement === null) return body === 'none' ? 'None needed' : 'Not chosen yet'
  const [newest] = statements.find(({ id }) => id === statement.id)?.versions ?? []
  const isOld = newest !== undefined && newest.version > statement.version
  return (
    <>
      <Link href={`/manage/statements#${statement.id}`}>Version {statement.version}</Link>
      {isOld ? `. There are newer words, version ${newest.version}: choose them under Change to show them.` : ''}
    </>
  )
}

function Move({ path, by, label }: { path: string; by: '-1' | '1'; label: string }) {
  return (
    <form action={`${path}/move`} method="post">
      <input type="hidden" name="by" value={by} />
      <button type="submit" aria-label={label} className={styles.move}>
        {by === '-1' ? 'Up' : 'Down'}
      </button>
    </form>
  )
}

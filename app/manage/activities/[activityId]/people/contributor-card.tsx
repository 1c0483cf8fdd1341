import { Button } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { lookBackFrom } from '#machines/activity/contributor-rules.ts'
import type { Contributor } from '#machines/activity/draft.ts'
import { listProfessions } from '#server/learning/reference/queries.ts'
import styles from './people.module.css'
import { disclosureWords, roleWords } from './words.ts'

type ContributorCardProps = { contributor: Contributor; seen: string; path: string; isFirst: boolean; isLast: boolean }

/** One person of an activity in short, with what they disclosed and what can be done. */
export function ContributorCard({ contributor, seen, path, isFirst, isLast }: ContributorCardProps) {
  const { id, name, credentials, employer, profession, roles } = contributor
  const label = listProfessions().find((each) => each.id === profession)?.label
  return (
    <li className={styles.card} id={id}>
      <h2>
        {name}
        {credentials ? `, ${credentials}` : ''}
      </h2>
      <p className={styles.about}>
        {roles.map((role) => roleWords[role]).join(', ')}. {[label, employer].filter(Boolean).join(', ')}
      </p>
      <Disclosure contributor={contributor} />
      <div className={styles.acts}>
        <Link href={path}>Change</Link>
        {isFirst ? null : <Move path={path} by="-1" label={`Move ${name} up`} />}
        {isLast ? null : <Move path={path} by="1" label={`Move ${name} down`} />}
        <details>
          <summary>Remove</summary>
          <form action={`${path}/remove`} method="post">
            <input type="hidden" name="seen" value={seen} />
            <p>Versions that are open keep this person.</p>
            <Button tone="plain">Remove this person</Button>
          </form>
        </details>
      </div>
    </li>
  )
}

function Disclosure({ contributor }: { contributor: Contributor }) {
  const { disclosure, collectedOn, assessedBy, relationships } = contributor
  if (disclosure === 'missing') return <p>Disclosure: {disclosureWords.missing.toLowerCase()}.</p>
  return (
    <>
      <p>
        {disclosureWords[disclosure]}, collected on <Day date={collectedOn} /> for the time since{' '}
        <Day date={lookBackFrom(collectedOn)} />. {assessedBy ? `Assessed by ${assessedBy}.` : 'Not assessed yet.'}
      </p>
      {relationships.length > 0 ? (
        <ul>
          {relationships.map(({ company, nature, isRelevant, mitigation }) => (
            <li key={`${company} ${nature}`}>
              {company}: {nature}. {relevanceOf(isRelevant, mitigation)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function relevanceOf(isRelevant: boolean, mitigation: string): string {
  const judged = isRelevant ? 'Relevant' : 'Not relevant'
  if (mitigation !== '') return `${judged}; mitigated: ${mitigation}`
  return isRelevant ? `${judged}; not mitigated yet` : judged
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

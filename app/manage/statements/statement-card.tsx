import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { placeholdersIn } from '#machines/activity/statement.ts'
import type { StatementUse } from '#server/credit/statements/list-uses.ts'
import type { Statement, StatementVersion } from '#server/credit/statements/queries.ts'
import styles from './statements.module.css'

/** One statement: its newest words, the ones before, and which credits show it. */
export function StatementCard({ statement, uses }: { statement: Statement; uses: readonly StatementUse[] }) {
  const [newest, ...older] = statement.versions
  const names = placeholdersIn(newest.text)
  return (
    <article className={styles.card} id={statement.id}>
      <blockquote className={styles.words}>{newest.text}</blockquote>
      <p className={styles.about}>
        Version {newest.version}, kept on <Day date={newest.createdAt.slice(0, 10)} />.{' '}
        {names.length > 0 ? `Filled in: ${names.map((name) => `{${name}}`).join(', ')}.` : 'Nothing is filled in.'}
      </p>
      <Uses uses={uses} newest={newest.version} />
      {older.length > 0 ? <Older versions={older} /> : null}
      <p>
        <Link href={`/manage/statements/${statement.id}`}>Change the words</Link>
      </p>
    </article>
  )
}

/** Which credits show a statement, and in which version where it is not the newest. */
export function Uses({ uses, newest }: { uses: readonly StatementUse[]; newest: number }) {
  if (uses.length === 0) return <p className={styles.about}>No credit shows it yet.</p>
  return (
    <ul className={styles.uses}>
      {uses.map(({ activityId, activityTitle, offeringLabel, version }) => (
        <li key={`${activityId} ${offeringLabel}`}>
          <Link href={`/manage/activities/${activityId}/offerings`}>{activityTitle}</Link>: {offeringLabel}
          {version < newest ? `, still with version ${version}: choose the new words there to show them` : ''}
        </li>
      ))}
    </ul>
  )
}

function Older({ versions }: { versions: readonly StatementVersion[] }) {
  return (
    <details>
      <summary>Earlier words</summary>
      {versions.map(({ version, text, createdAt }) => (
        <div className={styles.older} key={version}>
          <p className={styles.about}>
            Version {version}, kept on <Day date={createdAt.slice(0, 10)} />
          </p>
          <blockquote className={styles.words}>{text}</blockquote>
        </div>
      ))}
    </details>
  )
}

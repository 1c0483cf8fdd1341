import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { type AuditFilter, type AuditLine, listAudit, listAuditWords } from '#server/people/audit/list-audit.ts'
import { record } from '#server/record/db/client.ts'
import { addressOf } from '../_parts/listing.ts'
import { Listing } from '../_parts/listing.tsx'
import { requireOffice } from '../_parts/office.ts'
import { Empty, OfficePage } from '../_parts/office-page.tsx'
import styles from './audit.module.css'
import { FilterForm } from './filter-form.tsx'
import { fieldsOf, filterIn, inWords } from './filter-in.ts'

export const metadata: Metadata = { title: 'Audit' }

const path = '/manage/audit'
const head = [
  { key: 'at', label: 'When (UTC)' },
  { key: 'act', label: 'What' },
  { key: 'who', label: 'Who' },
  { key: 'subject', label: 'To what' },
  { key: 'reason', label: 'Why and how' }
]

/** The append-only log of one organization, the newest lines first. */
export default async function AuditPage({ searchParams }: PageProps<'/manage/audit'>) {
  const search = await searchParams
  const { person, organization } = await requireOffice('audit.read', path)
  const filter = filterIn(organization.id, search)
  const before =
    typeof search.before === 'string' && /^\d{1,15}$/.test(search.before) ? Number(search.before) : undefined
  const { lines, next } = await listAudit(record(), { actor: person, filter, before })
  const words = await listAuditWords(record(), { actor: person, organizationId: organization.id })
  return (
    <OfficePage
      title="Audit"
      notice={search.notice}
      lede="Who did what here, and why. Lines are only added; each is sealed with the one before it."
      acts={<FileForm filter={filter} />}
    >
      <FilterForm filter={filter} {...words} />
      {lines.length > 0 ? (
        <Listing caption="Lines of the audit log" path={path} search={search} head={head} rows={lines.map(rowOf)} />
      ) : (
        <Nothing isFiltered={fieldsOf(filter).length > 0 || before !== undefined} />
      )}
      <Pages next={next} isFirst={before === undefined} search={search} />
    </OfficePage>
  )
}

function FileForm({ filter }: { filter: AuditFilter }) {
  return (
    <form action="/manage/audit/file" method="post">
      <input type="hidden" name="organization" value={filter.organizationId} />
      {fieldsOf(filter).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <Button tone="plain">Download as CSV</Button>
    </form>
  )
}

function rowOf(line: AuditLine) {
  const { seq, at, act, subjectKind, subjectId, reason } = line
  return {
    key: String(seq),
    cells: [
      <time dateTime={at} key="at">
        {at.slice(0, 10)} {at.slice(11, 19)}
        <span className={styles.small}>Line {seq}</span>
      </time>,
      inWords(act),
      <Who line={line} key="who" />,
      <span key="subject">
        {inWords(subjectKind)}
        <span className={styles.small}>{subjectId}</span>
      </span>,
      <span className={styles.long} key="reason">
        {reason ?? ''}
        <span className={styles.small}>{detailsInWords(line.details)}</span>
      </span>
    ]
  }
}

function Who({ line: { actorId, actorName, actorEmail } }: { line: AuditLine }) {
  if (actorId === null) return 'The server'
  if (actorEmail === null)
    return (
      <span>
        An account that is gone<span className={styles.small}>{actorId}</span>
      </span>
    )
  return (
    <span className={styles.long}>
      {actorName || actorEmail}
      {actorName ? <span className={styles.small}>{actorEmail}</span> : null}
    </span>
  )
}

function detailsInWords(details: string): string {
  const parsed: unknown = JSON.parse(details)
  if (typeof parsed !== 'object' || parsed === null) return ''
  return Object.entries(parsed)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${inWords(name)}: ${value}`)
    .join(' · ')
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered)
    return (
      <Empty title="No line fits">
        <p>
          Change what is asked for, or <Link href={path}>show all</Link>.
        </p>
      </Empty>
    )
  return (
    <Empty title="Nothing has been done here yet">
      <p>Changes of activities, statements, people, certificates and reports stand here from the first one on.</p>
    </Empty>
  )
}

type PagesProps = { next: number | undefined; isFirst: boolean; search: Record<string, string | string[] | undefined> }

function Pages({ next, isFirst, search }: PagesProps) {
  if (isFirst && next === undefined) return null
  return (
    <nav className={styles.pages} aria-label="Pages">
      {isFirst ? null : <Link href={addressOf(path, search, { before: undefined })}>Back to the newest</Link>}
      {next === undefined ? null : <Link href={addressOf(path, search, { before: String(next) })}>Older lines</Link>}
    </nav>
  )
}

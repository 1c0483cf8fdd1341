import type { Metadata } from 'next'
import { Badge } from '#app/_components/badge.tsx'
import { Button } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { inGroups } from '#server/credit/certificates/code.ts'
import { type CertificateFilter, listCertificates } from '#server/credit/certificates/list-certificates.ts'
import type { Certificate } from '#server/credit/certificates/queries.ts'
import { statusWords } from '#server/credit/certificates/transcript.ts'
import { fullName } from '#server/credit/certificates/words.ts'
import { record } from '#server/record/db/client.ts'
import { LineField } from '../_parts/fields.tsx'
import { addressOf, filterIn } from '../_parts/listing.ts'
import { Filter, Listing } from '../_parts/listing.tsx'
import { requireOffice } from '../_parts/office.ts'
import { Empty, OfficePage } from '../_parts/office-page.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Certificates' }

const path = '/manage/certificates'
const head = [
  { key: 'name', label: 'Issued to' },
  { key: 'activity', label: 'Activity' },
  { key: 'completed', label: 'Completed' },
  { key: 'code', label: 'Certificate' },
  { key: 'status', label: 'Status' }
]

/** Every certificate of the office, the newest first. */
export default async function CertificatesPage({ searchParams }: PageProps<'/manage/certificates'>) {
  const search = await searchParams
  const { organization } = await requireOffice('certificate.void', path)
  const filter = filterOf(organization.id, search)
  const after = typeof search.after === 'string' ? search.after : undefined
  const { certificates, next } = await listCertificates(record(), filter, after)
  return (
    <OfficePage
      title="Certificates"
      notice={search.notice}
      lede="Look one up, void it, or issue it again under a corrected name."
    >
      <search>
        <form className={styles.search} action={path} method="get">
          <LineField name="q" label="Name, activity or code" longest={100} value={filter.text} />
          {filter.status ? <input type="hidden" name="status" value={filter.status} /> : null}
          <Button tone="plain">Search</Button>
        </form>
      </search>
      <Filter
        label="Status"
        name="status"
        path={path}
        search={{ ...search, after: undefined }}
        options={statusOptions}
      />
      {certificates.length > 0 ? (
        <Listing caption="Certificates" path={path} search={search} head={head} rows={certificates.map(rowOf)} />
      ) : (
        <Nothing isFiltered={filter.text !== '' || filter.status !== undefined} />
      )}
      <Pages next={next} isFirst={after === undefined} search={search} />
    </OfficePage>
  )
}

const statusOptions = Object.entries(statusWords).map(([value, label]) => ({ value, label }))

type Search = Record<string, string | string[] | undefined>

function filterOf(organizationId: string, search: Search): CertificateFilter & { text: string } {
  const status = filterIn(search, 'status', ['valid', 'voided', 'replaced'] as const)
  const text = typeof search.q === 'string' ? search.q.trim().slice(0, 100) : ''
  return { organizationId, status, text }
}

function rowOf({ id, code, status, snapshot }: Certificate) {
  const printed = inGroups(code)
  return {
    key: id,
    cells: [
      <Link href={`${path}/${id}`} key="name">
        {snapshot ? fullName(snapshot.person) : 'Not as it was issued'}
      </Link>,
      snapshot?.activity.title ?? '',
      snapshot ? <Day date={snapshot.completedOn} key="day" /> : '',
      <span className={styles.code} key="code">
        {printed}
      </span>,
      <Badge tone={status === 'valid' && snapshot ? 'done' : 'risk'} key="status">
        {snapshot ? statusWords[status] : 'Changed'}
      </Badge>
    ]
  }
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered)
    return (
      <Empty title="No certificate fits">
        Change the search, or <Link href={path}>show all</Link>.
      </Empty>
    )
  return (
    <Empty title="No certificate has been issued yet">
      <p>
        They stand here once learners claim the credit of an open activity.{' '}
        <Link href="/manage/activities">Open one first</Link>.
      </p>
    </Empty>
  )
}

function Pages({ next, isFirst, search }: { next: string | undefined; isFirst: boolean; search: Search }) {
  if (isFirst && !next) return null
  return (
    <nav className={styles.pages} aria-label="Pages">
      {isFirst ? null : <Link href={addressOf(path, search, { after: undefined })}>Back to the newest</Link>}
      {next ? <Link href={addressOf(path, search, { after: next })}>Older certificates</Link> : null}
    </nav>
  )
}

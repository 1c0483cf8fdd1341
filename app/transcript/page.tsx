import type { Metadata } from 'next'
import { Badge } from '#app/_components/badge.tsx'
import { FileLink } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { CodeNotice } from '#app/_components/notice.tsx'
import { Page, PageHeading } from '#app/_components/page.tsx'
import { PrintButton } from '#app/_components/print-button.tsx'
import { Table } from '#app/_components/table.tsx'
import { listOwnCertificates } from '#server/credit/certificates/queries.ts'
import { statusWords, type TranscriptRow, transcriptOf } from '#server/credit/certificates/transcript.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Transcript', robots: { index: false, follow: false } }

/** Everything that a person was issued here, of every provider. */
export default async function TranscriptPage({ searchParams }: PageProps<'/transcript'>) {
  const { notice } = await searchParams
  const person = await requirePerson('/transcript')
  const rows = transcriptOf(await listOwnCertificates(record(), person.userId))
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading flush title="Transcript" lede="Every certificate that was issued to you here, the newest first." />
      <div className={styles.body}>
        {rows.length === 0 ? (
          <p>
            No certificate has been issued to you yet. <Link href="/activities">Take an activity</Link>, claim what it
            offers, and it stands here.
          </p>
        ) : (
          <Rows rows={rows} />
        )}
      </div>
    </Page>
  )
}

function Rows({ rows }: { rows: readonly TranscriptRow[] }) {
  return (
    <>
      <Table
        caption="Certificates"
        head={['Activity', 'Completed', 'Provider', 'Credit', 'Format', 'Certificate']}
        rows={rows.map((row) => ({ key: `${row.certificateId} ${row.type}`, cells: cellsOf(row) }))}
      />
      <div className={styles.acts}>
        <FileLink href="/transcript/file?as=pdf">Download as PDF</FileLink>
        <FileLink href="/transcript/file?as=csv" tone="plain">
          Download as CSV
        </FileLink>
        <PrintButton>Print this page</PrintButton>
      </div>
    </>
  )
}

function cellsOf({
  certificateId,
  completedOn,
  title,
  provider,
  type,
  amount,
  unit,
  format,
  code,
  ...row
}: TranscriptRow) {
  const credit = type.toLowerCase().includes(unit.toLowerCase()) ? type : `${unit}, ${type}`
  return [
    <>
      {title}
      {row.isDemonstration ? <span className={styles.soft}> (demonstration, accredited by nobody)</span> : null}
    </>,
    <Day date={completedOn} key="day" />,
    provider,
    amount === '' ? type : `${amount} ${credit}`,
    format,
    <div className={styles.certificate} key="certificate">
      <Link href={`/certificates/${certificateId}`}>{code}</Link>
      <Badge tone={row.status === 'valid' ? 'done' : 'risk'}>{statusWords[row.status]}</Badge>
    </div>
  ]
}

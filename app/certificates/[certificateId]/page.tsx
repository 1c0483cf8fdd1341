import type { Metadata } from 'next'
import { FileLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { CodeNotice, Notice } from '#app/_components/notice.tsx'
import { Page } from '#app/_components/page.tsx'
import { PrintButton } from '#app/_components/print-button.tsx'
import { inGroups } from '#server/credit/certificates/code.ts'
import type { Certificate } from '#server/credit/certificates/queries.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { missingIdentifiers } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import styles from './page.module.css'
import { Sheet } from './sheet.tsx'
import { certificateFor } from './visit.ts'

export const metadata: Metadata = { title: 'Certificate', robots: { index: false, follow: false } }

/** A certificate to read, print or download; on paper only the sheet itself is left. */
export default async function CertificatePage({ params, searchParams }: PageProps<'/certificates/[certificateId]'>) {
  const { certificateId } = await params
  const { notice } = await searchParams
  const person = await requirePerson(`/certificates/${encodeURIComponent(certificateId)}`)
  const certificate = await certificateFor(person, certificateId)
  const isOwn = certificate.userId === person.userId
  const hasLicense = isOwn && (await missingIdentifiers(record(), person.userId, ['license'])).length === 0
  const { snapshot, status } = certificate
  return (
    <Page>
      <div className={styles.page}>
        <div className={styles.around}>
          <p>
            {isOwn ? (
              <Link href="/transcript">Your transcript</Link>
            ) : (
              <Link href="/manage/certificates">Certificates</Link>
            )}
          </p>
          <CodeNotice code={snapshot ? notice : 'certificate_tampered'} />
          {snapshot ? <Standing certificate={certificate} /> : null}
          {snapshot ? <Acts certificate={certificate} hasLicense={hasLicense} /> : null}
        </div>
        {snapshot ? <Sheet snapshot={snapshot} mark={markOf(status)} /> : null}
      </div>
    </Page>
  )
}

function Standing({ certificate: { status } }: { certificate: Certificate }) {
  if (status === 'valid') return null
  return (
    <Notice title="This certificate no longer counts" tone="risk">
      <p>{status === 'replaced' ? replacedText : voidedText}</p>
    </Notice>
  )
}

const voidedText = 'The provider has voided it, and whoever verifies it reads so. Ask the provider why.'
const replacedText = 'The provider has voided it and issued another in its place. The new one stands in the transcript.'

function Acts({ certificate: { id, code }, hasLicense }: { certificate: Certificate; hasLicense: boolean }) {
  return (
    <>
      <div className={styles.acts}>
        <FileLink href={`/certificates/${id}/file`}>Download as PDF</FileLink>
        <PrintButton>Print this page</PrintButton>
        <Link href={`/verify/${inGroups(code)}`}>See what others see who verify it</Link>
      </div>
      {hasLicense ? (
        <p className={styles.hint}>
          Your license number is not on it.{' '}
          <a href={`/certificates/${id}/file?with=license`}>Download a copy with it</a> where a board asks for that.
        </p>
      ) : null}
    </>
  )
}

function markOf(status: Certificate['status']): string | null {
  return {
    valid: null,
    voided: 'VOIDED: this certificate no longer counts.',
    replaced: 'VOIDED AND REPLACED: this certificate no longer counts.'
  }[status]
}

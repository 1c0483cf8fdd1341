import type { Metadata } from 'next'
import { Badge } from '#app/_components/badge.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { CodeNotice } from '#app/_components/notice.tsx'
import { inGroups } from '#server/credit/certificates/code.ts'
import { type Certificate, getCertificate, listOfClaim, namesOf } from '#server/credit/certificates/queries.ts'
import { statusWords } from '#server/credit/certificates/transcript.ts'
import { fullName } from '#server/credit/certificates/words.ts'
import { AppError } from '#server/errors.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { type Office, requireOffice } from '../../_parts/office.ts'
import { OfficePage, OfficeSection } from '../../_parts/office-page.tsx'
import styles from '../page.module.css'
import { ActForms } from './act-forms.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'

export const metadata: Metadata = { title: 'Certificate' }

/** One certificate as the office sees it: what it says, what became of it, and what can be done about it. */
export default async function OneCertificatePage({
  params,
  searchParams
}: PageProps<'/manage/certificates/[certificateId]'>) {
  const { certificateId } = await params
  const { notice } = await searchParams
  const office = await requireOffice('certificate.void', `/manage/certificates/${encodeURIComponent(certificateId)}`)
  const certificate = await find(office, certificateId)
  const { id, status, snapshot } = certificate
  const chain = await listOfClaim(record(), certificate.claimId)
  const profile = await findProfile(record(), certificate.userId)
  const nameToday = profile ? fullName({ ...profile, credentials: profile.credentials ?? '' }) : undefined
  return (
    <OfficePage
      title={snapshot ? fullName(snapshot.person) : inGroups(certificate.code)}
      over={<Link href="/manage/certificates">Certificates</Link>}
      lede={
        <>
          <span className={styles.code}>{inGroups(certificate.code)}</span>{' '}
          <Badge tone={status === 'valid' ? 'done' : 'risk'}>{statusWords[status]}</Badge>
        </>
      }
      notice={notice}
    >
      {snapshot ? null : <CodeNotice code="certificate_tampered" />}
      <OfficeSection id="says" title="What it says">
        {snapshot ? <Facts snapshot={snapshot} /> : null}
        <p className={styles.links}>
          {snapshot ? <Link href={`/certificates/${id}`}>The certificate as it is printed</Link> : null}
          <Link href={`/verify/${inGroups(certificate.code)}`}>What others see who verify it</Link>
          <Link href={`/manage/check?certificate=${inGroups(certificate.code)}`}>Check it against the record</Link>
        </p>
      </OfficeSection>
      <OfficeSection id="history" title="History">
        <History chain={chain} shown={id} names={await namesOf(record(), chain)} />
      </OfficeSection>
      <ActForms certificate={certificate} nameToday={nameToday} />
    </OfficePage>
  )
}

async function find({ person, organization }: Office, certificateId: string): Promise<Certificate> {
  try {
    const certificate = await getCertificate(record(), { actor: person, certificateId })
    return certificate.organizationId === organization.id ? certificate : missing()
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return missing()
    throw error
  }
}

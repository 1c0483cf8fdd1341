import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { type CertificateCheck, checkCertificate } from '#server/credit/reports/check-certificate.ts'
import { AppError } from '#server/errors.ts'
import type { Person } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { LineField } from '../_parts/fields.tsx'
import { requireOffice } from '../_parts/office.ts'
import { OfficePage } from '../_parts/office-page.tsx'
import styles from './check.module.css'
import { Checked } from './checked.tsx'

export const metadata: Metadata = { title: 'Check' }

/** One certificate on one screen: what it stands on, and whether its logs still come to the same. */
export default async function CheckPage({ searchParams }: PageProps<'/manage/check'>) {
  const { certificate, notice } = await searchParams
  const { person, organization } = await requireOffice('attempt.replay', '/manage/check')
  const typed = typeof certificate === 'string' ? certificate.trim() : ''
  const found = typed === '' ? {} : await lookUp(person, organization.id, typed)
  return (
    <OfficePage
      title="Check a certificate"
      notice={found.fault ?? notice}
      lede="Everything that one certificate stands on, computed again from its logs. Each look is noted in the audit log."
    >
      <form className={styles.form} action="/manage/check">
        <LineField
          name="certificate"
          label="Code of the certificate"
          hint="As it is printed, with or without hyphens; or a record id from a completion report."
          value={typed}
          longest={100}
        />
        <Button>Check</Button>
      </form>
      {found.check ? <Checked check={found.check} /> : null}
    </OfficePage>
  )
}

async function lookUp(
  actor: Person,
  organizationId: string,
  certificate: string
): Promise<{ check?: CertificateCheck; fault?: string }> {
  try {
    return { check: await checkCertificate(record(), { actor, organizationId, certificate, now: new Date() }) }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { fault: error.code }
    throw error
  }
}

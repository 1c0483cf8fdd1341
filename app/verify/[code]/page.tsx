import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Day } from '#app/_components/day.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { Page, PageHeading } from '#app/_components/page.tsx'
import { hundredthsText } from '#machines/activity/amount.ts'
import { type Verified, verifyCode } from '#server/credit/certificates/verify-code.ts'
import { creditWords } from '#server/credit/certificates/words.ts'
import { record } from '#server/record/db/client.ts'
import { addressIn } from '#server/requests.ts'
import { CodeForm } from '../code-form.tsx'
import styles from '../page.module.css'

export const metadata: Metadata = { title: 'Verify a certificate', robots: { index: false, follow: false } }

/** What anybody who holds the code of a certificate is told. Whatever was typed, the page and its status are the same. */
export default async function VerifiedPage({ params }: PageProps<'/verify/[code]'>) {
  const { code } = await params
  const address = addressIn(await headers())
  const result = await verifyCode(record(), { typed: decoded(code), address, now: new Date() })
  return (
    <Page>
      <PageHeading title="Verify a certificate" />
      <div className={styles.body}>
        {result.found === 'certificate' ? <Facts certificate={result} /> : <NotFound why={result.found} />}
        <CodeForm />
      </div>
    </Page>
  )
}

function Facts({ certificate }: { certificate: Verified }) {
  const { title, tone, text } = standing[certificate.status]
  return (
    <>
      {certificate.isDemonstration ? (
        <Notice title="Demonstration: this is not a real certificate" tone="risk">
          <p>It was issued to show how the software works. Nobody accredits it, and it proves nothing.</p>
        </Notice>
      ) : null}
      <div role="status">
        <Notice title={title} tone={tone}>
          <p>{text}</p>
        </Notice>
      </div>
      <FactList certificate={certificate} />
      <p className={styles.hint}>
        Compare this with the paper. Where they differ, the paper is not this certificate: ask the provider.
      </p>
    </>
  )
}

const standing = {
  valid: { title: 'This certificate is valid', tone: 'plain', text: 'The provider issued it and it counts.' },
  voided: {
    title: 'This certificate is voided',
    tone: 'risk',
    text: 'The provider issued it and has voided it since. It no longer counts.'
  },
  replaced: {
    title: 'This certificate is voided and was replaced',
    tone: 'risk',
    text: 'The provider has issued another in its place. Ask its holder for that one.'
  }
} as const

function FactList({ certificate }: { certificate: Verified }) {
  const { name, title, completedOn, credits, provider } = certificate
  return (
    <dl className={styles.facts}>
      <Fact name="Issued to">{name}</Fact>
      <Fact name="Activity">{title}</Fact>
      <Fact name="Completed">
        <Day date={completedOn} />
      </Fact>
      <Fact name="Credit">
        {credits.length === 0
          ? 'Completion; no continuing education credit'
          : credits.map((credit) => `${hundredthsText(credit.amountHundredths)} ${creditWords(credit)}`).join('; ')}
      </Fact>
      <Fact name="Provider">{provider}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NotFound({ why }: { why: 'nothing' | 'tampered' | 'later' }) {
  const { title, text } = notFound[why]
  return (
    <div role="status">
      <Notice title={title} tone="attention">
        <p>{text}</p>
      </Notice>
    </div>
  )
}

const notFound = {
  nothing: {
    title: 'No certificate is found under this code',
    text: 'Check it against the foot of the certificate, sign for sign. If it is right, ask the provider named there.'
  },
  tampered: {
    title: 'This certificate cannot be verified here',
    text: 'What is stored of it is not as it was issued. Contact the provider named on it.'
  },
  later: {
    title: 'Wait a minute and try again',
    text: 'Too many codes that lead to nothing were typed from your network just now. Nothing is locked.'
  }
} as const

function decoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return ''
  }
}

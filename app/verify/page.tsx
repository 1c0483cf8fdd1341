import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Page, PageHeading } from '#app/_components/page.tsx'
import { inGroups, readCode } from '#server/credit/certificates/code.ts'
import { CodeForm } from './code-form.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Verify a certificate', robots: { index: false, follow: false } }

/** Where a code is typed. One with a typing error is told before anything is looked up: the code itself shows it. */
export default async function VerifyPage({ searchParams }: PageProps<'/verify'>) {
  const { code } = await searchParams
  const typed = typeof code === 'string' ? code.trim() : ''
  const read = readCode(typed)
  if (read) redirect(`/verify/${inGroups(read)}`)
  return (
    <Page>
      <PageHeading
        title="Verify a certificate"
        lede="Type the code that stands at the foot of the certificate, or point a phone at its square code."
      />
      <div className={styles.body}>
        <CodeForm typed={typed.slice(0, 40)} fault={typed === '' ? undefined : typingError} />
        <p className={styles.hint}>
          You learn whether the certificate counts, the initials and family name on it, the activity, the day, the
          credit and the provider. Nothing of what you type is kept.
        </p>
      </div>
    </Page>
  )
}

const typingError = 'This code has a typing error. It has 16 letters and digits, and never a vowel, 0, 1, 2, 5 or 8.'

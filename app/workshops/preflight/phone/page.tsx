import type { Metadata } from 'next'
import { newToken } from '#server/record/ids.ts'
import { missing } from '../../../_components/missing.ts'
import styles from '../preflight.module.css'
import { Report } from './report.tsx'

export const metadata: Metadata = { title: 'Test', robots: { index: false } }

/** Opened on a phone, it tells the computer that it was reached. */
export default async function PhoneTestPage({ searchParams }: PageProps<'/workshops/preflight/phone'>) {
  const { t, done } = await searchParams
  if (typeof t !== 'string' || !/^[\w-]{8,16}$/.test(t)) missing()
  return (
    <div className={styles.phone}>
      <h1>This phone reaches the computer</h1>
      <p>Nothing about the phone is kept, and you can close this page once the computer says that it was reached.</p>
      <Report attempt={t} phone={newToken().slice(0, 10)} isTold={done === 'yes'} />
    </div>
  )
}

import type { Metadata } from 'next'
import { countKept, type Kept } from '#server/people/accounts/queries.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { hasPassword } from '#server/people/passkeys/has-password.ts'
import { record } from '#server/record/db/client.ts'
import { yearsOfProof } from '#server/record/keeping.ts'
import { Button } from '../../_components/button.tsx'
import { Link } from '../../_components/link.tsx'
import { CodeNotice, Notice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { TextField } from '../../_components/text-field.tsx'
import styles from '../security/security.module.css'

export const metadata: Metadata = { title: 'Your data' }

/** What is stored of an account: a copy to take along, and the way to have it deleted. */
export default async function DataPage({ searchParams }: PageProps<'/account/data'>) {
  const person = await requirePerson('/account/data')
  const kept = await countKept(record(), person.userId)
  const isWithPassword = await hasPassword(record(), person.userId)
  return (
    <Page>
      <CodeNotice code={(await searchParams).notice} />
      <PageHeading
        over={<Link href="/account">Account</Link>}
        title="Your data"
        lede="Take a copy of everything that is stored of you, or have your account deleted."
      />
      <Section id="copy" title="A copy">
        <p>
          Your account, profile, licenses and numbers in clear, visits and tests with every answer, courses, credits and
          certificates. Not your password, and not what you said in evaluations: nothing leads from that to you. That a
          copy was taken is logged.
        </p>
        <form className={styles.form} method="post" action="/account/data/copy">
          <Presence id="password-copy" isWithPassword={isWithPassword} />
          <Button name="file" value="page">
            Download to read
          </Button>
          <Button name="file" value="json" tone="plain">
            Download for a program (JSON)
          </Button>
        </form>
      </Section>
      <Section id="delete" title="Delete this account">
        <KeptWords kept={kept} />
        <form className={styles.form} method="post" action="/account/data/delete">
          <TextField
            name="address"
            type="email"
            label="The address that you sign in with"
            hint={`Type ${person.email} to confirm.`}
            autoComplete="off"
            required
            maxLength={254}
          />
          <Presence id="password-delete" isWithPassword={isWithPassword} />
          <Button tone="plain">Delete this account for good</Button>
        </form>
      </Section>
    </Page>
  )
}

function KeptWords({ kept }: { kept: Kept }) {
  return (
    <>
      <Notice title={`What stays for ${yearsOfProof} years`}>
        <p>
          Who accredits an office asks it to show, for {yearsOfProof} years, who took part and what was claimed. So
          activities that you finished, claims, certificates and attendance at workshops stay until {yearsOfProof} years
          after, and are then deleted. Certificates keep the name printed on them and can still be verified. Of yours:{' '}
          {countsInWords(kept)}.
        </p>
      </Notice>
      <p>
        Everything else is deleted at once and cannot be brought back: your account and ways to sign in, your name,
        licenses and numbers, visits and tests with their answers, what you read and planned, what is assigned to you,
        your roles, and invitations to your address. The audit log keeps that an account was deleted, by a number and
        without a name. Backups that the office holds lose it when they are replaced.
      </p>
    </>
  )
}

function countsInWords({ finished, claims, certificates, attendance }: Kept): string {
  const counts = [
    { count: finished, one: 'finished activity', many: 'finished activities' },
    { count: claims, one: 'claim', many: 'claims' },
    { count: certificates, one: 'certificate', many: 'certificates' },
    { count: attendance, one: 'attendance at a workshop', many: 'attendances at workshops' }
  ].filter(({ count }) => count > 0)
  if (counts.length === 0) return 'nothing yet'
  return counts.map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`).join(', ')
}

function Presence({ id, isWithPassword }: { id: string; isWithPassword: boolean }) {
  if (!isWithPassword)
    return (
      <p>
        This works within ten minutes of signing in. If it is longer ago,{' '}
        <Link href="/sign-in?next=/account/data">sign in again</Link> first.
      </p>
    )
  return (
    <TextField
      name="password"
      id={id}
      type="password"
      label="Your password now"
      autoComplete="current-password"
      maxLength={128}
      hint="May be left out within ten minutes of signing in."
    />
  )
}

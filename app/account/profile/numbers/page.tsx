import type { Metadata } from 'next'
import { requirePerson } from '#server/people/auth/session.ts'
import { readIdentifiers } from '#server/people/profiles/read-identifiers.ts'
import { record } from '#server/record/db/client.ts'
import { Link } from '../../../_components/link.tsx'
import { Page, PageHeading, Section } from '../../../_components/page.tsx'
import { Table } from '../../../_components/table.tsx'
import { numberWords } from '../number-words.ts'

export const metadata: Metadata = { title: 'Numbers' }

/** One's own licenses and numbers in full; that they were read is logged. */
export default async function NumbersPage() {
  const person = await requirePerson('/account/profile/numbers')
  const reading = { actor: person, userId: person.userId, organizationId: null, purpose: 'own view', now: new Date() }
  const { licenses, ...numbers } = await readIdentifiers(record(), reading)
  const shown = [
    ...licenses.map(({ id, kind, state, number }) => ({ key: id, cells: [`${kind}, ${state}`, number] })),
    ...numberWords.flatMap(({ kind, label }) => row(kind, label, numbers[kind])),
    ...row('birthMonthDay', 'Month and day of birth', numbers.birthMonthDay)
  ]
  return (
    <Page>
      <PageHeading
        over={<Link href="/account/profile">Profile</Link>}
        title="What is kept"
        lede="That you looked at it is in the log, as it is for anybody who may."
      />
      <Section id="numbers" title="Licenses and numbers">
        {shown.length === 0 ? (
          <p>Nothing is kept.</p>
        ) : (
          <Table caption="Licenses and numbers" head={['What', 'Number']} rows={shown} />
        )}
      </Section>
    </Page>
  )
}

function row(key: string, label: string, number: string | null) {
  return number === null ? [] : [{ key, cells: [label, number] }]
}

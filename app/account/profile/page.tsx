import type { Metadata } from 'next'
import { requirePerson } from '#server/people/auth/session.ts'
import { maskIdentifiers } from '#server/people/profiles/mask-identifiers.ts'
import { findProfile, missingIdentifiers } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { ButtonLink } from '../../_components/button.tsx'
import { Link } from '../../_components/link.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { askedForIn, profilePath } from './asked-for.ts'
import { LicenseForm, Licenses } from './licenses.tsx'
import { NameForm } from './name-form.tsx'
import { NumberForm } from './number-form.tsx'

export const metadata: Metadata = { title: 'Profile' }

/** What an account says of itself for certificates; first, where a credit asks for something, that alone. */
export default async function ProfilePage({ searchParams }: PageProps<'/account/profile'>) {
  const { notice, ...address } = await searchParams
  const askedFor = askedForIn(address)
  const person = await requirePerson(profilePath(askedFor))
  const profile = await findProfile(record(), person.userId)
  const missing = await missingIdentifiers(record(), person.userId, askedFor.needs)
  const masked = await maskIdentifiers(record(), { actor: person })
  const isNamed = profile !== undefined && profile.givenName !== '' && profile.familyName !== ''
  const isAsked = askedFor.needs.length > 0
  const numberKinds = isAsked ? missing.filter((kind) => kind !== 'license') : undefined
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        over={<Link href="/account">Account</Link>}
        title={isAsked ? 'For this credit' : 'Profile'}
        lede={
          isAsked
            ? 'The credit you chose has to be reported with what is asked for below. Nothing else is needed.'
            : 'Your name as it stands on your license, and what some credits have to be reported with. Give only what a credit asks for.'
        }
      >
        {isAsked && missing.length === 0 && isNamed ? (
          <p>
            All of it is given. <ButtonLink href={askedFor.next ?? '/account'}>Go on</ButtonLink>
          </p>
        ) : null}
      </PageHeading>
      {isAsked && isNamed ? null : (
        <Section id="name" title="Name and profession">
          <NameForm profile={profile} askedFor={askedFor} />
        </Section>
      )}
      {!isAsked || missing.includes('license') ? (
        <Section id="licenses" title="Licenses" aside={<KeptWords />}>
          <Licenses licenses={masked.licenses} askedFor={askedFor} />
          <LicenseForm askedFor={askedFor} />
        </Section>
      ) : null}
      {numberKinds === undefined || numberKinds.length > 0 ? (
        <Section
          id="numbers"
          title="Numbers"
          aside={isAsked && !missing.includes('license') ? <KeptWords /> : undefined}
        >
          <NumberForm masked={masked} askedFor={askedFor} kinds={numberKinds} />
        </Section>
      ) : null}
      {isAsked ? (
        <Section id="all" title="The rest">
          <p>
            <Link href="/account/profile">Your whole profile</Link>
          </p>
        </Section>
      ) : null}
    </Page>
  )
}

function KeptWords() {
  return (
    <p>
      Licenses and numbers are encrypted. Only the coordinators of your organization can read them, for reporting
      credit, and each reading is logged. They never stand on a certificate.
    </p>
  )
}

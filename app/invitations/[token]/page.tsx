import type { Metadata } from 'next'
import type { Person } from '#server/people/auth/person.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { findInvitation, type Invitation } from '#server/people/invitations/queries.ts'
import { record } from '#server/record/db/client.ts'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { missing } from '../../_components/missing.ts'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { roleWords } from '../../_components/role-words.ts'

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' }

/** Who invites into what, for whoever holds the link; accepting takes the account of the invited address. */
export default async function InvitationPage({ params, searchParams }: PageProps<'/invitations/[token]'>) {
  const [{ token }, { notice }] = await Promise.all([params, searchParams])
  const invitation = await findInvitation(record(), { token, now: new Date() })
  if (!invitation) missing()
  const person = await currentPerson()
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading title={`Invitation to ${invitation.organizationName}`} lede={ledeOf(invitation)} />
      <Section id="accept" title="Your answer">
        {invitation.state === 'waiting' ? (
          <Answer invitation={invitation} token={token} person={person} />
        ) : (
          <p>{closedWords[invitation.state]}</p>
        )}
      </Section>
      <Section id="what" title="What it means">
        <p>
          As {withArticle(roleWords[invitation.role].name)}, somebody {roleWords[invitation.role].may}. Your name and
          address are listed with its people. Managers see what you have done and what is due, never your answers or
          scores.
        </p>
        <p>You can leave at any time: ask an administrator of the organization.</p>
      </Section>
    </Page>
  )
}

const closedWords = {
  expired: 'This invitation has expired. Ask whoever invited you to send it again.',
  revoked: 'This invitation was withdrawn. Ask whoever invited you.',
  accepted: 'This invitation is accepted. Each can be accepted once.'
}

function ledeOf({ inviterName, departmentName, role }: Invitation): string {
  const who = inviterName ?? 'Somebody of the organization'
  return `${who} invites you as ${withArticle(roleWords[role].name)}${departmentName ? `, in ${departmentName}` : ''}.`
}

function withArticle(name: string): string {
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`
}

type AnswerProps = { invitation: Invitation; token: string; person: Person | undefined }

function Answer({ invitation, token, person }: AnswerProps) {
  const next = encodeURIComponent(`/invitations/${token}`)
  const ends = <Day date={invitation.expiresAt.slice(0, 10)} />
  if (!person)
    return (
      <>
        <p>
          It was sent to <strong>{invitation.email}</strong> and is good until {ends}. Sign in with that address, or
          make an account with it.
        </p>
        <p>
          <ButtonLink href={`/sign-in?next=${next}`}>Sign in</ButtonLink>{' '}
          <ButtonLink tone="plain" href={`/sign-in/new?next=${next}`}>
            Make an account
          </ButtonLink>
        </p>
      </>
    )
  if (person.email !== invitation.email)
    return (
      <>
        <p>
          It was sent to <strong>{invitation.email}</strong>, and you are signed in as {person.email}. Sign in with the
          first, or ask for an invitation to the second.
        </p>
        <ButtonLink href={`/sign-in?next=${next}`}>Sign in with the other address</ButtonLink>
      </>
    )
  return (
    <form className="flow" method="post" action={`/invitations/${token}/accept`}>
      <p>
        You are signed in as {person.email}. The invitation is good until {ends}.
      </p>
      <Button>Join {invitation.organizationName}</Button>
    </form>
  )
}

import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { requirePerson } from '#server/people/auth/session.ts'
import { listSessions, type OpenSession } from '#server/people/sessions/queries.ts'
import { record } from '#server/record/db/client.ts'
import { BegunAt } from '../../_components/begun-at.tsx'
import { Button } from '../../_components/button.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { Table } from '../../_components/table.tsx'

export const metadata: Metadata = { title: 'Where you are signed in' }

type Props = { searchParams: Promise<{ notice?: string | string[] }> }

/** Every browser somebody is signed in with, each with a way to end it. */
export default async function SessionsPage({ searchParams }: Props) {
  const person = await requirePerson('/account/sessions')
  const sessions = await listSessions(record(), { userId: person.userId, now: new Date() })
  return (
    <Page>
      <CodeNotice code={(await searchParams).notice} />
      <PageHeading
        over={<Link href="/account">Account</Link>}
        title="Where you are signed in"
        lede="A browser that you do not know? End it here, and then change your password."
      />
      <Section id="browsers" title="Browsers" wide>
        <Table
          caption="Browsers you are signed in with"
          head={['Browser', 'Signed in', 'Last used', 'End it']}
          rows={sessions.map((session) => ({
            key: session.id,
            cells: cellsOf(session, session.id === person.sessionId)
          }))}
        />
      </Section>
      <Section id="everywhere" title="Everywhere at once">
        <p>Ends every sign-in, this one too. Nothing you did is lost.</p>
        <form method="post" action="/account/sessions/end-all">
          <Button tone="plain">Sign out everywhere</Button>
        </form>
      </Section>
    </Page>
  )
}

function cellsOf({ id, browser, since, lastSeenAt, isShared }: OpenSession, isHere: boolean) {
  const marks = [isHere && 'this one', isShared && 'shared'].filter((mark) => mark !== false)
  return [
    marks.length > 0 ? `${browser} (${marks.join(', ')})` : browser,
    <BegunAt key="since" moment={since} />,
    <BegunAt key="last" moment={lastSeenAt} />,
    <form key="end" method="post" action={`/account/sessions/${id}/end`}>
      <Button tone="plain">{isHere ? 'Sign out here' : `End ${browser}`}</Button>
    </form>
  ]
}

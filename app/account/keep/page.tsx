import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { requirePerson } from '#server/people/auth/session.ts'
import { learnerCookie } from '#server/people/learners/cookie.ts'
import { findKeptHere, type KeptHere } from '#server/people/learners/find-kept-here.ts'
import { record } from '#server/record/db/client.ts'
import { Button } from '../../_components/button.tsx'
import { Link } from '../../_components/link.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { sameSitePath } from '../../_components/same-site-path.ts'

export const metadata: Metadata = { title: 'Done on this computer' }

/** Offers to take what was done on this computer without an account into the account, to leave it, or to clear it. */
export default async function KeepPage({ searchParams }: PageProps<'/account/keep'>) {
  const { notice, next } = await searchParams
  const onward = next === undefined ? '/account' : sameSitePath(next)
  await requirePerson(`/account/keep?next=${encodeURIComponent(onward)}`)
  const token = (await cookies()).get(learnerCookie)?.value
  const here = await findKeptHere(record(), token)
  if (!here && next !== undefined) redirect(onward)
  if (!here) return <NothingHere />
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        over={<Link href="/account">Account</Link>}
        title="Was this you?"
        lede="Something was done on this computer without an account. It is yours to keep only if it was you who did it."
      />
      <Section id="what" title="What was done">
        <ul>
          {wordsFor(here).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>
          It counts as practice. Credit counts only what is done with your account after you have read what an activity
          says of itself. Where the same case or test is unfinished in both, the one you answered last is kept.
        </p>
      </Section>
      <Section id="choose" title="Your choice">
        <form className="flow" method="post" action={`/account/keep/choose?next=${encodeURIComponent(onward)}`}>
          <p>
            <Button name="choice" value="keep">
              Keep it in my account
            </Button>
          </p>
          <p>
            <Button name="choice" value="leave" tone="plain">
              Leave it here
            </Button>
          </p>
          <p>
            <Button name="choice" value="clear" tone="plain">
              Clear it
            </Button>
          </p>
          <p>
            Left here, it stays with this browser for whoever uses it without an account. Cleared, it is deleted with
            every answer, and that cannot be undone.
          </p>
        </form>
      </Section>
    </Page>
  )
}

function NothingHere() {
  return (
    <Page>
      <PageHeading
        over={<Link href="/account">Account</Link>}
        title="Done on this computer"
        lede="Nothing was done in this browser without an account. What you do while you are signed in is in your account."
      />
    </Page>
  )
}

function wordsFor({ visits, tests, lessons, courses }: KeptHere): string[] {
  const counted: [number, string, string][] = [
    [visits, 'visit to a case', 'visits to cases'],
    [tests, 'test', 'tests'],
    [lessons, 'lesson marked as read', 'lessons marked as read'],
    [courses, 'course begun', 'courses begun']
  ]
  const words = counted.flatMap(([count, one, more]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : more}`]))
  return words.length > 0 ? words : ['Boosters planned']
}

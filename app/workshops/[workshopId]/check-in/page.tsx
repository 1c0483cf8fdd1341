import type { Metadata } from 'next'
import { AppError } from '#server/errors.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { findOpenDay } from '#server/workshop/attendance/day.ts'
import { listMyDays } from '#server/workshop/attendance/my-days.ts'
import { Link } from '../../../_components/link.tsx'
import { missing } from '../../../_components/missing.ts'
import { CodeNotice } from '../../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../../_components/page.tsx'
import { EndForm, StartForm } from './code-forms.tsx'
import { MyDays } from './my-days.tsx'

export const metadata: Metadata = { title: 'Check in', robots: { index: false } }

/** The door for those who want credit: by name, and apart from the room. */
export default async function CheckInPage({ params, searchParams }: PageProps<'/workshops/[workshopId]/check-in'>) {
  const [{ workshopId }, { notice, code, as }] = await Promise.all([params, searchParams])
  const now = new Date()
  const day = await findOpenDay(record(), { workshopId, now }).catch(leadOn)
  const person = await currentPerson()
  const days = person ? await listMyDays(record(), { workshopId, person, now }) : []
  const isIn = days.some(({ state }) => state === 'in')
  const path = `/workshops/${workshopId}/check-in`
  const typed = typeof code === 'string' ? code : ''
  const isEnd = as === 'end'
  const canLeave = day !== undefined && day.endOpensAt !== null && (isIn || !person)
  return (
    <Page>
      <PageHeading
        title="Check in"
        lede="For credit, or to be on the list of those who came. Whoever wants neither needs nothing here."
      >
        <CodeNotice code={notice} />
        <p>
          Here you say who you are and when you were there. Your answers in the room are kept apart from it: no name,
          number, address or time joins the two.
        </p>
      </PageHeading>
      {canLeave && isEnd ? <EndForm path={path} typed={typed} isKnown={isIn} /> : null}
      <MyDays days={days} path={path} />
      {day && !isIn ? <StartForm path={path} typed={isEnd ? '' : typed} hasAccount={person !== undefined} /> : null}
      {canLeave && !isEnd ? <EndForm path={path} typed="" isKnown={isIn} /> : null}
      {day ? null : (
        <Section id="closed" title="Not open now">
          <p>
            Check-in opens shortly before the workshop and closes after it. Were you there?{' '}
            {person ? (
              'What is recorded of you stands above, if anything is.'
            ) : (
              <>
                <Link href={`/sign-in?next=${encodeURIComponent(path)}`}>Sign in</Link> with the address you gave, and
                take your credit here.
              </>
            )}
          </p>
        </Section>
      )}
    </Page>
  )
}

function leadOn(error: unknown): never {
  if (error instanceof AppError && error.code === 'workshop_not_found') missing()
  throw error
}

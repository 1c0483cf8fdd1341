import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { AppError } from '#server/errors.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { noAccount } from '#server/workshop/attendance/check-in.ts'
import { activityOf, type Day, getOpenDay } from '#server/workshop/attendance/day.ts'
import { entryIn } from '#server/workshop/attendance/entry.ts'
import { FrontMatter } from '../../../../_components/front-matter.tsx'
import { Link } from '../../../../_components/link.tsx'
import { missing } from '../../../../_components/missing.ts'
import { CodeNotice } from '../../../../_components/notice.tsx'
import { Page, PageHeading } from '../../../../_components/page.tsx'
import { ConfirmForm } from './confirm-form.tsx'

export const metadata: Metadata = { title: 'Check in', robots: { index: false } }

/** What everybody reads before they are checked in: the front matter of the activity, with what its people disclosed. */
export default async function BeforePage({
  params,
  searchParams
}: PageProps<'/workshops/[workshopId]/check-in/before'>) {
  const [{ workshopId }, { notice }] = await Promise.all([params, searchParams])
  const path = `/workshops/${workshopId}/check-in`
  const now = new Date()
  const day = await getOpenDay(record(), { workshopId, now }).catch((error) => leadBack(error, path))
  const entry = entryIn((await headers()).get('cookie'), { workshopId, now })
  if (entry?.heldOn !== day.heldOn) redirect(`${path}?notice=check_in_code_first`)
  const activity = await activityOf(record(), day)
  const person = (await currentPerson()) ?? null
  return (
    <Page>
      <PageHeading
        over={<Link href={path}>Check in</Link>}
        title={activity.draft.title || activity.course.title}
        lede="The code is taken. Read this page and confirm at its end: you are there from the minute of the code."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <FrontMatter activity={activity} />
      <ConfirmForm
        action={`${path}/confirm`}
        showing={showingOf(day, { userId: person?.userId ?? noAccount, now })}
        person={person}
        profile={person ? await findProfile(record(), person.userId) : undefined}
      />
    </Page>
  )
}

// To the minute, like everything of this door.
function showingOf({ activityId, activityVersion: version }: Day, { userId, now }: { userId: string; now: Date }) {
  return signShowing({ userId, activityId, version, shownAt: momentOf(minuteOf(now.toISOString())) })
}

function leadBack(error: unknown, path: string): never {
  if (error instanceof AppError && error.code === 'workshop_not_found') missing()
  if (error instanceof AppError) redirect(`${path}?notice=${error.code}`)
  throw error
}

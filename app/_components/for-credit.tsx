import { listWaysWith } from '#server/credit/participations/ways.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { Link } from './link.tsx'

type Content = { kind: 'course' | 'lesson' | 'case'; id: string }

/** Tells somebody who takes a course, lesson or case for credit the way back to their activity; nobody else anything. */
export async function ForCredit({ content }: { content: Content }) {
  const person = await currentPerson()
  if (!person) return null
  const [way] = await listWaysWith(record(), { userId: person.userId, content })
  if (!way) return null
  return (
    <p>
      {way.isDone ? 'This counts for your credit.' : 'You take this for credit.'}{' '}
      <Link href={`/activities/${way.activityId}`}>Back to your activity</Link>
    </p>
  )
}

/** @returns whether somebody signed in still has to do a lesson for credit, also where they did it before. */
export async function isLeftForCredit(content: Content): Promise<boolean> {
  const person = await currentPerson()
  if (!person) return false
  return (await listWaysWith(record(), { userId: person.userId, content })).some(({ isDone }) => !isDone)
}

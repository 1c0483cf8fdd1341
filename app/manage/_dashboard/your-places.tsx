import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { mayWithin } from '#server/people/auth/chosen-organization.ts'
import type { Act } from '#server/people/auth/permissions.ts'
import type { Person } from '#server/people/auth/person.ts'
import { OfficeSection } from '../_parts/office-page.tsx'

const places: readonly { href: string; name: string; text: string; act: Act }[] = [
  {
    href: '/manage/reviews',
    name: 'Reviews',
    text: 'Read what is taught, and sign what you have read.',
    act: 'content.read'
  },
  { href: '/team', name: 'Team', text: 'See who of your people is done, due or overdue.', act: 'team.view' },
  {
    href: '/manage/assignments',
    name: 'Assignments',
    text: 'Ask your people to finish an activity by a day.',
    act: 'assignment.edit'
  },
  { href: '/manage/people', name: 'People', text: 'Invite people and say what they may do.', act: 'person.list' },
  { href: '/manage/facility', name: 'Facility card', text: 'Keep who to call where you work.', act: 'facility.edit' },
  { href: '/manage/audit', name: 'Audit', text: 'Read what was done here, and by whom.', act: 'audit.read' }
]

/** What somebody who does not run the office may do in it. */
export function YourPlaces({ person, organizationId }: { person: Person; organizationId: string }) {
  const open = places.filter(({ act }) => mayWithin(person, act, organizationId))
  const proven = { ...person, hasSecondFactor: true }
  const isMoreWithFactor = !person.hasSecondFactor && mayWithin(proven, 'person.list', organizationId)
  return (
    <OfficeSection id="places" title="What you can do here">
      {isMoreWithFactor ? (
        <Notice title="Some of it waits for your second factor" tone="attention">
          <p>
            Your role acts only after a second factor.{' '}
            <Link href="/account/security">Set up or prove a second factor</Link>
          </p>
        </Notice>
      ) : null}
      {open.length > 0 ? (
        <ul>
          {open.map(({ href, name, text }) => (
            <li key={href}>
              <Link href={href}>{name}</Link>: {text}
            </li>
          ))}
        </ul>
      ) : null}
      {open.length === 0 && !isMoreWithFactor ? <p>Nothing waits for you here.</p> : null}
    </OfficeSection>
  )
}

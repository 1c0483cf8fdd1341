import { type Managed, mayWithin } from '#server/people/auth/chosen-organization.ts'
import type { Act, Actor } from '#server/people/auth/permissions.ts'
import styles from './frame.module.css'
import { NavLink } from './nav-link.tsx'

const places: readonly { href: string; name: string; act: Act }[] = [
  { href: '/manage', name: 'Dashboard', act: 'activity.view' },
  { href: '/manage/activities', name: 'Activities', act: 'activity.edit' },
  { href: '/manage/statements', name: 'Statements', act: 'activity.edit' },
  { href: '/manage/reviews', name: 'Reviews', act: 'content.read' },
  { href: '/workshops', name: 'Workshops', act: 'workshop.edit' },
  { href: '/manage/people', name: 'People', act: 'person.list' },
  { href: '/manage/assignments', name: 'Assignments', act: 'assignment.edit' },
  { href: '/team', name: 'Team', act: 'team.view' },
  { href: '/manage/certificates', name: 'Certificates', act: 'certificate.void' },
  { href: '/manage/reports', name: 'Reports', act: 'report.export' },
  { href: '/manage/check', name: 'Check a certificate', act: 'attempt.replay' },
  { href: '/manage/facility', name: 'Facility card', act: 'facility.edit' },
  { href: '/manage/audit', name: 'Audit', act: 'audit.read' }
]

/** The places that a person may manage in the chosen organization, and the choice of another one. */
export function OfficeNav({
  person,
  managed,
  chosen
}: {
  person: Actor
  managed: readonly Managed[]
  chosen: Managed
}) {
  const open = places.filter(({ act }) => mayWithin(person, act, chosen.id))
  return (
    <nav className={styles.nav} aria-label="Manage">
      <Organization managed={managed} chosen={chosen} />
      <ul className={`plainlist ${styles.places}`}>
        {open.map(({ href, name }) => (
          <li key={href}>
            <NavLink className={styles.place} href={href}>
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Organization({ managed, chosen }: { managed: readonly Managed[]; chosen: Managed }) {
  const shown = <p className={styles.organization}>{chosen.name}</p>
  if (managed.length < 2) return shown
  return (
    <details className={styles.choice}>
      <summary>{chosen.name}</summary>
      <form action="/manage/organization" method="post">
        <label htmlFor="organization">Manage another organization</label>
        <select id="organization" name="organization" defaultValue={chosen.id}>
          {managed.map(({ id, name }) => (
            <option value={id} key={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit">Change</button>
      </form>
    </details>
  )
}

import { listMyAssignments, type MyAssignment } from '#server/people/assignments/queries.ts'
import { record } from '#server/record/db/client.ts'
import { Badge } from '../_components/badge.tsx'
import { Day } from '../_components/day.tsx'
import { Link } from '../_components/link.tsx'

/** What somebody's organizations ask them to finish, and by when. */
export async function Assigned({ userId }: { userId: string }) {
  const assigned = await listMyAssignments(record(), userId, new Date())
  if (assigned.length === 0) return <p>Nothing is assigned to you.</p>
  return (
    <ul className="plainlist flow">
      {assigned.map((each) => (
        <li key={each.id}>
          <Link href={`/activities/${each.activityId}`}>{each.title || 'An activity that is closed'}</Link>{' '}
          <State assignment={each} />
          <br />
          <small>
            For {each.organizationName}, due <Day date={each.dueOn} />
          </small>
        </li>
      ))}
    </ul>
  )
}

function State({ assignment: { isDone, isOverdue } }: { assignment: MyAssignment }) {
  if (isDone) return <Badge tone="done">Done</Badge>
  return isOverdue ? <Badge tone="attention">Overdue</Badge> : <Badge>Due</Badge>
}

import { Day } from '#app/_components/day.tsx'
import { roleWords } from '#app/_components/role-words.ts'
import type { WaitingInvitation } from '#server/people/invitations/queries.ts'
import { Listing } from '../_parts/listing.tsx'
import { Empty } from '../_parts/office-page.tsx'
import styles from './people.module.css'

const path = '/manage/people'
const head = [
  { key: 'email', label: 'E-mail' },
  { key: 'role', label: 'Role' },
  { key: 'department', label: 'Department' },
  { key: 'until', label: 'Good until' },
  { key: 'act', label: 'Edit' }
]

type WaitingListProps = { waiting: readonly WaitingInvitation[]; organizationId: string }

/** Invitations that nobody has accepted, each to be sent again or withdrawn. */
export function WaitingList({ waiting, organizationId }: WaitingListProps) {
  if (waiting.length === 0)
    return (
      <Empty title="Nobody is invited just now">
        <p>Invite people by their addresses. They join with an account of their own.</p>
      </Empty>
    )
  return (
    <Listing
      caption="Invitations that are not accepted"
      path={path}
      search={{}}
      head={head}
      rows={waiting.map((invitation) => ({
        key: invitation.id,
        cells: [
          invitation.email,
          roleWords[invitation.role].name,
          invitation.departmentName ?? 'None',
          <Until invitation={invitation} key="until" />,
          <Acts invitation={invitation} organizationId={organizationId} key="act" />
        ]
      }))}
    />
  )
}

function Until({ invitation: { expiresAt, isExpired } }: { invitation: WaitingInvitation }) {
  return (
    <>
      {isExpired ? 'Expired ' : ''}
      <Day date={expiresAt.slice(0, 10)} />
    </>
  )
}

function Acts({ invitation, organizationId }: { invitation: WaitingInvitation; organizationId: string }) {
  const to = <span className="unseen"> to {invitation.email}</span>
  return (
    <form className={styles.acts} method="post" action={`${path}/invitations/${invitation.id}`}>
      <input type="hidden" name="organization" value={organizationId} />
      <button className={styles.act} type="submit" name="act" value="again">
        Send again{to}
      </button>
      <button className={styles.act} type="submit" name="act" value="withdraw">
        Withdraw<span className="unseen"> the invitation{to}</span>
      </button>
    </form>
  )
}

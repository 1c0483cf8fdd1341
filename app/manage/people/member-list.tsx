import { Link } from '#app/_components/link.tsx'
import { rolesInWords, roleWords } from '#app/_components/role-words.ts'
import type { Department, Member } from '#server/people/organizations/queries.ts'
import { filterIn, inOrder, orderIn, type Sortable } from '../_parts/listing.ts'
import { Filter, Listing } from '../_parts/listing.tsx'
import { Empty, OfficeSection } from '../_parts/office-page.tsx'

type Search = Readonly<Record<string, string | string[] | undefined>>

const path = '/manage/people'
const none = 'none'

const columns: readonly Sortable<Member>[] = [
  { key: 'name', label: 'Name', by: ({ name }) => name },
  { key: 'email', label: 'E-mail', by: ({ email }) => email },
  { key: 'roles', label: 'Roles', by: ({ roles }) => rolesInWords(roles) },
  { key: 'department', label: 'Department', by: ({ departmentName }) => departmentName ?? '' }
]

type MemberListProps = {
  members: readonly Member[]
  departments: readonly Department[]
  search: Search
  isAdmin: boolean
}

/** The people of an organization, filtered and sorted as the page's address says. */
export function MemberList({ members, departments, search, isAdmin }: MemberListProps) {
  const held = Object.keys(roleWords).filter((role) => members.some(({ roles }) => roles.some((it) => it === role)))
  const role = filterIn(search, 'role', held)
  const department = filterIn(search, 'department', [none, ...departments.map(({ id }) => id)])
  const shown = members
    .filter(({ roles }) => role === undefined || roles.some((it) => it === role))
    .filter(({ departmentId }) => department === undefined || (departmentId ?? none) === department)
  const order = orderIn(search, columns, { key: 'name', isDown: false })
  return (
    <OfficeSection id="members" title={countWords(shown.length, members.length)}>
      <Filter
        label="Role"
        name="role"
        path={path}
        search={search}
        options={Object.entries(roleWords).flatMap(([value, { name }]) =>
          held.includes(value) ? [{ value, label: `${name} (${countOf(members, value)})` }] : []
        )}
      />
      {departments.length > 0 ? (
        <Filter
          label="Department"
          name="department"
          path={path}
          search={search}
          options={[
            ...departments.map(({ id, name, people }) => ({ value: id, label: `${name} (${people})` })),
            { value: none, label: 'None' }
          ]}
        />
      ) : null}
      {shown.length === 0 ? (
        <Empty title="Nobody fits these filters">
          <p>
            <Link href={path}>Show everyone</Link>
          </p>
        </Empty>
      ) : (
        <Listing
          caption="People of the organization"
          path={path}
          search={search}
          order={order}
          head={[
            ...columns.map(({ key, label }) => ({ key, label, isSortable: true })),
            ...(isAdmin ? [{ key: 'act', label: 'Edit' }] : [])
          ]}
          rows={inOrder(shown, columns, order).map((member) => ({
            key: member.userId,
            cells: [
              member.name,
              member.email,
              <Roles member={member} key="roles" />,
              member.departmentName ?? 'None',
              ...(isAdmin
                ? [
                    <Link href={`${path}/members/${member.userId}`} key="act">
                      Change<span className="unseen"> the roles of {member.name}</span>
                    </Link>
                  ]
                : [])
            ]
          }))}
        />
      )}
    </OfficeSection>
  )
}

function Roles({ member: { roles, hasSecondFactor } }: { member: Member }) {
  const isIdle = roles.some((role) => role === 'admin' || role === 'coordinator') && !hasSecondFactor
  return (
    <>
      {rolesInWords(roles)}
      {isIdle ? <small> (no second factor yet)</small> : null}
    </>
  )
}

function countOf(members: readonly Member[], role: string): number {
  return members.filter(({ roles }) => roles.some((it) => it === role)).length
}

function countWords(shown: number, all: number): string {
  const people = all === 1 ? '1 person' : `${all} people`
  return shown === all ? people : `${shown} of ${people}`
}

import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { roleWords } from '#app/_components/role-words.ts'
import { can } from '#server/people/auth/permissions.ts'
import { invitationDays, mostAddresses } from '#server/people/invitations/invite.ts'
import { listDepartments } from '#server/people/organizations/queries.ts'
import { record } from '#server/record/db/client.ts'
import { FormEnd, OfficeForm, RadioFields, TextField } from '../../_parts/fields.tsx'
import { requireOffice } from '../../_parts/office.ts'
import { typedAt } from '../../_parts/office-door.ts'
import { OfficePage } from '../../_parts/office-page.tsx'
import { leftOutPath } from './left-out.ts'

export const metadata: Metadata = { title: 'Invite people' }

const path = '/manage/people/invite'

/** Takes addresses, one or many, and what they are invited to be. */
export default async function InvitePage({ searchParams }: PageProps<'/manage/people/invite'>) {
  const search = await searchParams
  const { person, organization } = await requireOffice('person.invite', path)
  const isAdmin = can(person, 'membership.change', { organizationId: organization.id })
  const departments = await listDepartments(record(), organization.id)
  const typed = typedAt(person, path, search.notice) ?? typedAt(person, leftOutPath, search.notice)
  const roles = Object.entries(roleWords).filter(([role]) => isAdmin || (role !== 'admin' && role !== 'coordinator'))
  return (
    <OfficePage
      title="Invite people"
      notice={search.notice}
      over={<Link href="/manage/people">People</Link>}
      lede={`Each address gets a link that is good for ${invitationDays} days and for that address alone.`}
    >
      <LeftOut search={search} />
      <OfficeForm action={`${path}/send`}>
        <input type="hidden" name="organization" value={organization.id} />
        <TextField
          name="addresses"
          label="E-mail addresses"
          hint={`One a line, or with commas between; at most ${mostAddresses} at a time. You can paste them from a message or a table.`}
          longest={60_000}
          rows={6}
          value={typed?.get('addresses')?.[0]}
        />
        <RadioFields
          name="role"
          legend="Invited as"
          options={roles.map(([value, { name, may }]) => ({ value, label: name, hint: may }))}
          chosen={typed?.get('role')?.[0] ?? 'learner'}
        />
        <SelectField
          name="department"
          label="Department"
          hint="A manager invited into one sees that department alone; without one, the whole organization."
          options={[{ value: '', label: 'None' }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
          chosen={typed?.get('department')?.[0] ?? ''}
        />
        <FormEnd>
          <Button>Send the invitations</Button>
          <Link href="/manage/people">Leave without sending</Link>
        </FormEnd>
      </OfficeForm>
    </OfficePage>
  )
}

function LeftOut({ search }: { search: Record<string, string | string[] | undefined> }) {
  const counted = [
    [search.wrong, 'could not be read as an address and stands below'],
    [search.members, 'belongs to the organization already'],
    [search.waiting, 'is invited already; send it again from the list']
  ] as const
  const shown = counted.filter(([count]) => typeof count === 'string' && /^[1-9]\d{0,3}$/.test(count))
  if (shown.length === 0) return null
  return (
    <Notice title="Left out">
      <ul>
        {shown.map(([count, words]) => (
          <li key={words}>
            {count}: {words}.
          </li>
        ))}
      </ul>
    </Notice>
  )
}

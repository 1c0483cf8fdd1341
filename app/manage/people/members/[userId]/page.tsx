import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { CheckField, SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { roleWords } from '#app/_components/role-words.ts'
import { standingText } from '#server/people/organizations/change-membership.ts'
import { listDepartments, listMembers } from '#server/people/organizations/queries.ts'
import { record } from '#server/record/db/client.ts'
import { CheckFields, FormEnd, OfficeForm } from '../../../_parts/fields.tsx'
import { requireOffice } from '../../../_parts/office.ts'
import { OfficePage, OfficeSection } from '../../../_parts/office-page.tsx'

export const metadata: Metadata = { title: 'Person' }

/** What one person is in the organization: their roles and their department, to change or to end. */
export default async function MemberPage({ params, searchParams }: PageProps<'/manage/people/members/[userId]'>) {
  const [{ userId }, { notice }] = await Promise.all([params, searchParams])
  const path = `/manage/people/members/${encodeURIComponent(userId)}`
  const { person, organization } = await requireOffice('membership.change', path)
  const organizationId = organization.id
  const members = await listMembers(record(), { actor: person, organizationId })
  const member = members.find((each) => each.userId === userId)
  if (!member) missing()
  const departments = await listDepartments(record(), organizationId)
  return (
    <OfficePage
      title={member.name}
      notice={notice}
      over={<Link href="/manage/people">People</Link>}
      lede={`${member.email}, in ${organization.name}`}
    >
      <OfficeForm action={`${path}/change`}>
        <input type="hidden" name="organization" value={organizationId} />
        <input type="hidden" name="seen" value={standingText(member)} />
        <CheckFields
          name="role"
          legend="Roles"
          hint="Somebody may hold several. At least one stays; to end them all, remove the person below."
          options={Object.entries(roleWords).map(([value, { name, may }]) => ({ value, label: name, hint: may }))}
          chosen={member.roles}
        />
        <SelectField
          name="department"
          label="Department"
          options={[{ value: '', label: 'None' }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
          chosen={member.departmentId ?? ''}
        />
        <SelectField
          name="manages"
          label="As a manager they see"
          options={[
            { value: 'department', label: 'Their department' },
            { value: 'all', label: 'The whole organization' }
          ]}
          chosen={member.managesAll ? 'all' : 'department'}
        />
        <FormEnd>
          <Button>Save the roles</Button>
          <Link href="/manage/people">Leave without saving</Link>
        </FormEnd>
      </OfficeForm>
      <OfficeSection
        id="remove"
        title="Remove from the organization"
        hint="They lose their roles here at once, and what is assigned to them here is withdrawn. Their account, their claims and the certificates they hold stay. The removal is in the audit log; to undo it, invite them again."
      >
        <form className="flow" method="post" action={`${path}/remove`}>
          <input type="hidden" name="organization" value={organizationId} />
          <CheckField name="sure" value="yes" label={`Yes, remove ${member.name}`} />
          <p>
            <Button tone="plain">Remove from the organization</Button>
          </p>
        </form>
      </OfficeSection>
    </OfficePage>
  )
}

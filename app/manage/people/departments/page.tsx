import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { can } from '#server/people/auth/permissions.ts'
import { type Department, listDepartments } from '#server/people/organizations/queries.ts'
import { record } from '#server/record/db/client.ts'
import { requireOffice } from '../../_parts/office.ts'
import { Empty, OfficePage, OfficeSection } from '../../_parts/office-page.tsx'
import styles from '../people.module.css'

export const metadata: Metadata = { title: 'Departments' }

const path = '/manage/people/departments'

/** The parts of an organization, to add, rename and remove, and the organization's own name. */
export default async function DepartmentsPage({ searchParams }: PageProps<'/manage/people/departments'>) {
  const { notice } = await searchParams
  const { person, organization } = await requireOffice('department.edit', path)
  const departments = await listDepartments(record(), organization.id)
  const canRename =
    can(person, 'organization.edit', { organizationId: organization.id }) && !organization.isDemonstration
  return (
    <OfficePage
      title="Departments"
      notice={notice}
      over={<Link href="/manage/people">People</Link>}
      lede="People are invited into a department, activities are assigned to one, and its manager sees who is done."
    >
      <OfficeSection id="add" title="Add a department">
        <NameForm organizationId={organization.id} act="add" label="Name of the department" button="Add" />
      </OfficeSection>
      <OfficeSection
        id="departments"
        title={`Departments (${departments.length})`}
        hint="Removing one keeps its people, without a department; whoever managed it alone becomes a learner. What was assigned to it is deleted."
      >
        {departments.length === 0 ? (
          <Empty title="No departments yet">
            <p>A small organization does well without them.</p>
          </Empty>
        ) : null}
        {departments.map((department) => (
          <One department={department} organizationId={organization.id} key={department.id} />
        ))}
      </OfficeSection>
      {canRename ? (
        <OfficeSection
          id="name"
          title="Name of the organization"
          hint="It stands on invitations, and on activities and certificates from now on. What was issued keeps its name."
        >
          <form className={styles.inline} method="post" action="/manage/people/rename">
            <input type="hidden" name="organization" value={organization.id} />
            <TextField
              name="name"
              id="organization-name"
              label="Name"
              defaultValue={organization.name}
              required
              maxLength={200}
            />
            <Button tone="plain">Rename</Button>
          </form>
        </OfficeSection>
      ) : null}
    </OfficePage>
  )
}

function One({ department: { id, name, people }, organizationId }: { department: Department; organizationId: string }) {
  return (
    <NameForm
      organizationId={organizationId}
      departmentId={id}
      act="rename"
      name={name}
      label={`${name}, ${people === 1 ? '1 person' : `${people} people`}`}
      button="Rename"
    />
  )
}

type NameFormProps = {
  organizationId: string
  departmentId?: string
  act: 'add' | 'rename'
  name?: string
  label: string
  button: string
}

function NameForm({ organizationId, departmentId = '', act, name, label, button }: NameFormProps) {
  return (
    <form className={styles.inline} method="post" action={`${path}/save`}>
      <input type="hidden" name="organization" value={organizationId} />
      <input type="hidden" name="department" value={departmentId} />
      <TextField name="name" id={`name-${departmentId}`} label={label} defaultValue={name} required maxLength={200} />
      <Button name="act" value={act} tone={act === 'add' ? 'action' : 'plain'}>
        {button}
      </Button>
      {departmentId ? (
        <Button name="act" value="remove" tone="plain">
          Remove<span className="unseen"> {name}</span>
        </Button>
      ) : null}
    </form>
  )
}

import type { Metadata } from 'next'
import { Button, ButtonLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { can } from '#server/people/auth/permissions.ts'
import { listWaiting } from '#server/people/invitations/queries.ts'
import { hasDemonstration } from '#server/people/organizations/add-demonstration.ts'
import { listDepartments, listMembers } from '#server/people/organizations/queries.ts'
import { record } from '#server/record/db/client.ts'
import { requireOffice } from '../_parts/office.ts'
import { OfficePage, OfficeSection } from '../_parts/office-page.tsx'
import { MemberList } from './member-list.tsx'
import { WaitingList } from './waiting-list.tsx'

export const metadata: Metadata = { title: 'People' }

const path = '/manage/people'

/** Everyone of an organization with their roles, and who is invited. */
export default async function PeoplePage({ searchParams }: PageProps<'/manage/people'>) {
  const search = await searchParams
  const { person, organization } = await requireOffice('person.list', path)
  const organizationId = organization.id
  const members = await listMembers(record(), { actor: person, organizationId })
  const departments = await listDepartments(record(), organizationId)
  const waiting = await listWaiting(record(), { actor: person, organizationId, now: new Date() })
  const isAdmin = can(person, 'organization.edit', { organizationId })
  return (
    <OfficePage
      title="People"
      notice={search.notice}
      lede={organization.name}
      acts={
        <>
          <ButtonLink href={`${path}/invite`}>Invite people</ButtonLink>
          <ButtonLink tone="plain" href={`${path}/departments`}>
            Departments
          </ButtonLink>
        </>
      }
    >
      <MemberList members={members} departments={departments} search={search} isAdmin={isAdmin} />
      <OfficeSection
        id="waiting"
        title={`Invited (${waiting.length})`}
        hint="Addresses that have not accepted yet. Sending again makes a new link; the one before then opens nothing."
      >
        <WaitingList waiting={waiting} organizationId={organizationId} />
      </OfficeSection>
      {isAdmin && !(await hasDemonstration(record())) ? <Demonstration organizationId={organizationId} /> : null}
      {isAdmin ? (
        <p>
          What changes here is in the <Link href="/manage/audit">audit log</Link>.
        </p>
      ) : null}
    </OfficePage>
  )
}

function Demonstration({ organizationId }: { organizationId: string }) {
  return (
    <OfficeSection
      id="demonstration"
      title="Demonstration"
      hint="A fictional hospital to look around in. Nobody accredits it, its name says so, and what it issues is worth nothing."
    >
      <form method="post" action={`${path}/demonstration`}>
        <input type="hidden" name="organization" value={organizationId} />
        <Button tone="plain">Add the demonstration organization</Button>
      </form>
    </OfficeSection>
  )
}

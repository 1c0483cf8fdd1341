import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import {
  chosenOrganization,
  listManaged,
  type Managed,
  mayWithin,
  organizationCookie
} from '#server/people/auth/chosen-organization.ts'
import type { Act, Actor } from '#server/people/auth/permissions.ts'
import type { Person } from '#server/people/auth/person.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'

/** Who asks for a managing page, and the organization it is about. */
export type Office = { person: Person; organization: Managed }

/**
 * @param act what the page is for; whoever may not do it in the chosen organization is led to a page that says why
 * @param returnTo the page's own path, to come back to after signing in
 */
export async function requireOffice(act: Act, returnTo: string): Promise<Office> {
  const person = await requirePerson(returnTo)
  const managed = await listManaged(record(), person)
  const organization = chosenOrganization(managed, (await cookies()).get(organizationCookie)?.value)
  if (organization && mayWithin(person, act, organization.id)) return { person, organization }
  redirect(`/manage/not-allowed?notice=${whyNot(person, act, organization)}`)
}

function whyNot(person: Actor, act: Act, organization: Managed | undefined): 'not_allowed' | 'second_factor_needed' {
  const proven = { ...person, hasSecondFactor: true }
  return organization && mayWithin(proven, act, organization.id) ? 'second_factor_needed' : 'not_allowed'
}

import { cookies } from 'next/headers'
import { env } from '#server/env.ts'
import { facilityFor } from '#server/learning/facility/queries.ts'
import type { Facility } from '#server/learning/reference/queries.ts'
import { organizationCookie } from '#server/people/auth/chosen-organization.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'

/** @returns the facility card of whoever asks for a page: their organization's, else the installation's. Pages only. */
export async function facilityHere(): Promise<Facility> {
  const chosen = (await cookies()).get(organizationCookie)?.value
  const person = await currentPerson()
  const organizationIds = person?.memberships.map((membership) => membership.organizationId) ?? []
  return facilityFor(record(), env().dataDir, { organizationIds, chosen })
}

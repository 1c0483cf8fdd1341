import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newId } from '#server/record/ids.ts'
import { aContributor, anOffering } from './activities.ts'
import { aCertificate } from './certificates.ts'
import { aDepartment, aPerson } from './people.ts'

/** The id of one thing of each kind that belongs to an organization. */
export type OfficeIds = {
  organizationId: string
  departmentId: string
  /** A member with a claim and a certificate. */
  userId: string
  activityId: string
  offeringId: string
  contributorId: string
  statementId: string
  signOffId: string
  participationId: string
  claimId: string
  certificateId: string
  code: string
  assignmentId: string
  invitationId: string
  workshopId: string
}

/** What the documents of every office of these tests say, as a form that showed them sends it back. */
export const seenOffering = hashOf(JSON.stringify(anOffering({ statement: null })))
export const seenContributor = hashOf(JSON.stringify(aContributor()))

const at = '2026-11-01T08:00:00.000Z'

/** Writes an organization that has one of everything. */
export async function anOffice(db: Db): Promise<OfficeIds> {
  const { person, activity, claimId, certificateId, code } = await aCertificate(db)
  const organizationId = activity.organization.id
  const { activityId } = activity
  const { userId } = person
  const { participationId } = await db
    .selectFrom('claim')
    .select('participationId')
    .where('id', '=', claimId)
    .executeTakeFirstOrThrow()
  const departmentId = await aDepartment(db, organizationId)
  const own = { organizationId, departmentId, userId, activityId }
  const beside = await writeBeside(db, own)
  return { ...own, ...beside, participationId, claimId, certificateId, code }
}

/** @returns ids of the same form that name nothing. */
export function noOffice(office: OfficeIds): OfficeIds {
  const { code, ...ids } = office
  // Every id of an office is a text, and stays one.
  const made = Object.fromEntries(Object.keys(ids).map((name) => [name, newId()])) as Omit<OfficeIds, 'code'>
  return { ...made, code: [...code].toReversed().join('') }
}

type Own = Pick<OfficeIds, 'organizationId' | 'departmentId' | 'userId' | 'activityId'>

async function writeBeside(db: Db, { organizationId, departmentId, userId, activityId }: Own) {
  const ids = {
    offeringId: newId(),
    contributorId: newId(),
    statementId: newId(),
    signOffId: newId(),
    assignmentId: newId(),
    invitationId: newId(),
    workshopId: newId()
  }
  const offering = { id: ids.offeringId, document: JSON.stringify(anOffering({ statement: null })) }
  const contributor = { id: ids.contributorId, document: JSON.stringify(aContributor()) }
  await db
    .insertInto('creditOffering')
    .values({ ...offering, activityId, position: 1 })
    .execute()
  await db
    .insertInto('contributor')
    .values({ ...contributor, activityId, position: 1 })
    .execute()
  const statement = { organizationId, version: 1, body: 'ancc', text: 'A sentence.', createdAt: at, createdBy: null }
  await db
    .insertInto('statement')
    .values({ id: ids.statementId, ...statement })
    .execute()
  const content = { contentKind: 'course', contentId: 'core', contentVersion: 1, contentHash: 'h' } as const
  const reader = { reviewerId: null, reviewerName: 'Ada Example', reviewerCredentials: 'MD', signedOn: '2026-10-01' }
  const kept = { capacity: 'clinician', note: null, recordedBy: userId, recordedAt: at } as const
  await db
    .insertInto('signOff')
    .values({ id: ids.signOffId, organizationId, ...content, ...reader, ...kept })
    .execute()
  const card = { document: '{}', revision: 1, updatedAt: at, updatedBy: userId }
  await db
    .insertInto('facilityEdit')
    .values({ organizationId, ...card })
    .execute()
  const due = { dueOn: '2027-01-01', createdBy: null, createdAt: at, withdrawnAt: null }
  await db
    .insertInto('assignment')
    .values({ id: ids.assignmentId, organizationId, activityId, departmentId, userId: null, ...due })
    .execute()
  const open = { invitedBy: null, createdAt: at, expiresAt: '2036-01-01T00:00:00.000Z', acceptedAt: null }
  await db
    .insertInto('invitation')
    .values({
      id: ids.invitationId,
      organizationId,
      departmentId,
      email: `${newId().toLowerCase()}@example.org`,
      role: 'learner',
      tokenHash: newId(),
      revokedAt: null,
      ...open
    })
    .execute()
  const prepared = { title: 'A workshop', agenda: '{}', revision: 1, supportPerson: null, createdBy: userId }
  await db
    .insertInto('workshop')
    .values({ id: ids.workshopId, organizationId, activityId, ...prepared, createdAt: at, updatedAt: at })
    .execute()
  return ids
}

/** Somebody who holds every role of an organization, proven by two factors, and none anywhere else. */
export async function everyRoleIn(db: Db, organizationId: string) {
  const roles = ['learner', 'facilitator', 'author', 'reviewer', 'coordinator', 'manager', 'admin'] as const
  const wish = roles.map((role) => [organizationId, role] as const)
  return (await aPerson(db, { roles: wish, hasSecondFactor: true })).person
}

import type { Insertable } from 'kysely'
import type { ActivityVersion, OpenOffering } from '#machines/activity/version.ts'
import type { ClaimEvent } from '#machines/claim/events.ts'
import { type IssuedCertificate, issueCertificate } from '#server/credit/certificates/issue-certificate.ts'
import type { Snapshot } from '#server/credit/certificates/snapshot.ts'
import { recordClaimEvent } from '#server/credit/claims/record-claim-event.ts'
import type { Person } from '#server/people/auth/person.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationTable } from '#server/record/db/schema-credit.ts'
import type { ProfileTable } from '#server/record/db/schema-people.ts'
import { openStream } from '#server/record/events/append.ts'
import { newId } from '#server/record/ids.ts'
import { anOpenActivity, anOpenOffering } from './activities.ts'
import { aPerson } from './people.ts'
import { aParticipation } from './reports.ts'

/** When the certificates of these tests are issued: the evening of November 3 in Chicago, November 4 in UTC. */
export const issuedAt = new Date('2026-11-04T02:30:00.000Z')

/** What a certificate of one and a quarter hours says. */
export function aSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    certificateId: 'certificate-1',
    code: '6C3KW9QT4MXHP7RB',
    verifyUrl: 'https://training.example.org/verify/6C3K-W9QT-4MXH-P7RB',
    language: 'en-US',
    isDemonstration: false,
    person: { givenName: 'Kim', familyName: 'Doe', credentials: 'RN' },
    activity: {
      id: 'activity-1',
      version: 3,
      title: 'Seeing patients alone',
      format: 'enduring',
      place: '',
      number: 'A-01'
    },
    course: { id: 'core', version: 2 },
    completedOn: '2026-11-03',
    timeZone: 'America/Chicago',
    issuedOn: '2026-11-03',
    issuedAt: issuedAt.toISOString(),
    credits: [{ type: 'Contact hours', amountHundredths: 125, unit: 'contact hour' }],
    statements: ['Example Hospital grants 1.25 example hours for this enduring material.'],
    provider: {
      name: 'Example Hospital',
      address: '1 Example Street, Springfield',
      url: 'https://hospital.example.org',
      contact: 'education@hospital.example.org',
      number: '007',
      administrator: 'Ada Example'
    },
    ...changes
  }
}

type Wish = {
  activity?: ActivityVersion
  offering?: OpenOffering
  /** In hundredths; null for a credit without an amount. */
  amount?: number | null
  person?: { person: Person; cookie: string }
  profile?: Partial<Insertable<ProfileTable>>
  participation?: Partial<ParticipationTable>
}

export type MadeClaim = { claimId: string; activity: ActivityVersion; person: Person; cookie: string }

/** Writes somebody with a profile, their way through an open activity, and the log of the claim that they made. */
export async function aMadeClaim(db: Db, wish: Wish = {}): Promise<MadeClaim> {
  const activity = wish.activity ?? (await anOpenActivity(db))
  const organizationId = activity.organization.id
  const { person, cookie } = wish.person ?? (await aPerson(db, { roles: [[organizationId, 'learner']] }))
  await storeProfile(db, person.userId, wish.profile)
  const { offering = anOpenOffering(), amount = 75 } = wish
  const participation = { profession: 'registered-nurse', ...wish.participation }
  const { participationId } = await aParticipation(db, { activity, userId: person.userId, participation })
  const claimId = newId()
  const events = eventsOf(activity, { offering, amount, profession: 'registered-nurse' })
  const logged = events.map((event, index) => ({ seq: index + 1, event, occurredAt: '2026-11-03T22:05:00.000Z' }))
  await openStream(db, { id: claimId, kind: 'claim', events: logged })
  await db
    .insertInto('claim')
    .values({
      id: claimId,
      participationId,
      userId: person.userId,
      organizationId,
      activityId: activity.activityId,
      activityVersion: activity.version,
      offeringId: offering.id,
      state: 'claimed',
      openedAt: '2026-11-03T22:00:00.000Z',
      claimedAt: '2026-11-03T22:05:00.000Z',
      claimedHundredths: amount
    })
    .execute()
  return { claimId, activity, person, cookie }
}

/** Makes a claim and issues its certificate, as the learner's last step does. */
export async function aCertificate(db: Db, wish: Wish = {}): Promise<MadeClaim & IssuedCertificate> {
  const made = await aMadeClaim(db, wish)
  const issued = await issueCertificate(db, { claimId: made.claimId, now: issuedAt })
  const event = { type: 'certificate.issued' as const, certificateId: issued.certificateId }
  await recordClaimEvent(db, made.claimId, event, issuedAt)
  return { ...made, ...issued }
}

/** @returns a coordinator of an organization, signed in with two factors. */
export function aCoordinator(db: Db, organizationId: string): Promise<{ person: Person; cookie: string }> {
  return aPerson(db, { roles: [[organizationId, 'coordinator']], hasSecondFactor: true, name: 'Cora Example' })
}

/** Gives an account the name on its license. */
export async function storeProfile(
  db: Db,
  userId: string,
  changes: Partial<Insertable<ProfileTable>> = {}
): Promise<void> {
  const row = {
    givenName: 'Nguyễn Łukasz',
    familyName: "O'Brien-Đorđević",
    credentials: 'RN',
    profession: 'registered-nurse',
    employeeId: null,
    timeZone: 'America/Chicago',
    consentsToReport: 0,
    sealed: null,
    sealedWith: null,
    updatedAt: '2026-11-01T08:00:00.000Z',
    ...changes
  }
  await db
    .insertInto('profile')
    .values({ ...row, userId })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(row))
    .execute()
}

type Claimed = { offering: OpenOffering; amount: number | null; profession: 'registered-nurse' }

function eventsOf(activity: ActivityVersion, { offering, amount, profession }: Claimed): ClaimEvent[] {
  const on = '2026-11-03'
  return [
    {
      type: 'claim.opened',
      on,
      activity: { id: activity.activityId, version: activity.version, hasTest: true },
      passMark: 80,
      offering,
      profession,
      timeZone: 'America/Chicago',
      acknowledgedOn: '2026-11-02',
      closes: { on: '2029-10-15', by: 'expiry' },
      isEvaluated: true
    },
    { type: 'work.finished', on, test: { id: 'a-test', attempt: 1, scoreHundredths: 8571 } },
    {
      type: 'credit.claimed',
      on,
      amountHundredths: amount,
      minutesReported: 60,
      attestation: activity.draft.attestation,
      identifiers: []
    }
  ]
}

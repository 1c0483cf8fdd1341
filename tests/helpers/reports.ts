import type { Insertable } from 'kysely'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { dayIn } from '#machines/claim/days.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ClaimTable, ParticipationTable } from '#server/record/db/schema-credit.ts'
import type { ProfileTable } from '#server/record/db/schema-people.ts'
import { openStream } from '#server/record/events/append.ts'
import { newId } from '#server/record/ids.ts'

type Wish = {
  activity: ActivityVersion
  userId?: string
  participation?: Partial<ParticipationTable>
  claim?: Partial<ClaimTable>
  /** The codes of its certificates, the first one first; all but the last are voided, and so is the last on wish. */
  certificates?: readonly string[]
  isVoided?: boolean
}

/** Writes an account with the name that its license bears. @returns its id */
export async function aNamedPerson(
  db: Db,
  profile: Partial<Insertable<ProfileTable>> & { email?: string } = {}
): Promise<string> {
  const { email, ...named } = profile
  const id = profile.userId ?? newId()
  const at = '2026-10-01T08:00:00.000Z'
  const address = email ?? `${id.toLowerCase()}@example.org`
  const account = { id, name: '', email: address, emailVerified: 1, image: null, twoFactorEnabled: 0 }
  await db
    .insertInto('user')
    .values({ ...account, createdAt: at, updatedAt: at })
    .execute()
  await db
    .insertInto('profile')
    .values({
      givenName: 'Kim',
      familyName: 'Doe',
      credentials: null,
      profession: 'registered-nurse',
      employeeId: null,
      timeZone: 'America/Chicago',
      consentsToReport: 0,
      sealed: null,
      sealedWith: null,
      updatedAt: at,
      ...named,
      userId: id
    })
    .execute()
  return id
}

/** Writes a nurse's way through an activity, finished, and the hour that they claimed for it. */
export async function aCredit(
  db: Db,
  wish: Wish
): Promise<{ userId: string; claimId: string; participationId: string }> {
  const userId = wish.userId ?? (await aNamedPerson(db))
  const participationId = wish.participation?.id ?? newId()
  const known = await db.selectFrom('participation').select('id').where('id', '=', participationId).executeTakeFirst()
  if (!known) await storeParticipation(db, { ...wish, userId, participationId })
  const claimId = wish.claim?.id ?? newId()
  await storeClaim(db, { ...wish, userId, participationId, claimId })
  await storeCertificates(db, { ...wish, userId, claimId })
  return { userId, claimId, participationId }
}

/** Writes a way through an activity, finished unless told, without a claim. */
export async function aParticipation(db: Db, wish: Wish): Promise<{ userId: string; participationId: string }> {
  const userId = wish.userId ?? (await aNamedPerson(db))
  const participationId = wish.participation?.id ?? newId()
  await storeParticipation(db, { ...wish, userId, participationId })
  return { userId, participationId }
}

type Stored = Wish & { userId: string }

async function storeParticipation(
  db: Db,
  { activity, userId, participationId, participation }: Stored & { participationId: string }
): Promise<void> {
  await db
    .insertInto('participation')
    .values({
      learnerId: null,
      organizationId: activity.organization.id,
      activityId: activity.activityId,
      activityVersion: activity.version,
      profession: 'registered-nurse',
      timeZone: 'America/Chicago',
      shownAt: '2026-11-02T14:00:00.000Z',
      acknowledgedAt: '2026-11-02T14:01:00.000Z',
      finishedAt: '2026-11-03T16:00:00.000Z',
      passedTestId: 'a-test',
      scoreHundredths: 8571,
      testAttempts: 1,
      minutesMeasured: 58,
      minutesReported: 60,
      isEvaluated: 1,
      ...participation,
      id: participationId,
      userId
    })
    .execute()
}

async function storeClaim(
  db: Db,
  { activity, userId, participationId, claimId, claim }: Stored & { participationId: string; claimId: string }
): Promise<void> {
  const { finishedAt, timeZone } = await db
    .selectFrom('participation')
    .select(['finishedAt', 'timeZone'])
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow()
  const at = finishedAt ?? '2026-11-03T16:00:00.000Z'
  const work = { type: 'work.finished', on: dayIn(at, timeZone), test: null }
  const events = [{ seq: 1, event: work, occurredAt: at }]
  await openStream(db, { id: claimId, kind: 'claim', events })
  await db
    .insertInto('claim')
    .values({
      organizationId: activity.organization.id,
      activityId: activity.activityId,
      activityVersion: activity.version,
      offeringId: 'nurses',
      state: 'certificateIssued',
      openedAt: '2026-11-03T16:00:00.000Z',
      claimedAt: '2026-11-03T16:05:00.000Z',
      claimedHundredths: 75,
      ...claim,
      id: claimId,
      participationId,
      userId
    })
    .execute()
}

async function storeCertificates(
  db: Db,
  { activity, userId, claimId, certificates = [], isVoided = false }: Stored & { claimId: string }
): Promise<void> {
  const ids = certificates.map(() => newId())
  for (const [index, code] of certificates.entries()) {
    const isLast = index === certificates.length - 1
    const state = isLast && !isVoided ? 'valid' : 'voided'
    await db
      .insertInto('certificate')
      .values({
        id: ids[index] ?? '',
        code,
        claimId,
        userId,
        organizationId: activity.organization.id,
        activityId: activity.activityId,
        issuedAt: `2026-11-03T16:0${6 + index}:00.000Z`,
        snapshot: '{}',
        snapshotHash: '',
        state,
        replaces: ids[index - 1] ?? null,
        replacedBy: ids[index + 1] ?? null,
        voidedAt: state === 'voided' ? `2026-11-03T16:1${index}:00.000Z` : null,
        voidedBy: null,
        voidReason: state === 'voided' ? 'Name corrected' : null
      })
      .execute()
  }
}

import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { ProfessionId } from '#content/professions.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { isoDate } from '#machines/activity/words.ts'
import { dayIn } from '#machines/claim/days.ts'
import { getActivityVersion } from '#server/credit/activities/queries.ts'
import { readSnapshot } from '#server/credit/certificates/snapshot.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { CertificateTable } from '#server/record/db/schema-credit.ts'
import type { Completion } from './completion-row.ts'

/** Which completions a report is of. Days (YYYY-MM-DD) are those of completion, in each learner's own zone. */
export type CompletionFilter = {
  organizationId: string
  activityId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  departmentId?: string | undefined
  profession?: ProfessionId | undefined
}

/** A completion and whose it is. */
export type FoundCompletion = Completion & { userId: string }

/** `asOf`: what was claimed later is left out, so that a count and the pages after it agree. */
export type Reading = { asOf: Date; size?: number }

/** How many completions are read at a time unless told. */
const pageSize = 1000

type Key = { id: string; userId: string; completedOn: string }
type Keyed = { payload: string | null; claimedAt: string | null; timeZone: string }

/** Reads claimed credits page by page and one person after the other, so that a long report never holds the server. */
export async function* listCompletions(
  db: Db,
  filter: CompletionFilter,
  reading: Reading
): AsyncGenerator<FoundCompletion[]> {
  const versionOf = versionReader(db)
  for await (const keys of matchingKeys(db, filter, reading)) {
    const found = await readCompletions(db, filter.organizationId, keys)
    const page: FoundCompletion[] = []
    for (const row of found) page.push({ ...row, ...(await versionOf(row)) })
    yield page
  }
}

/** @returns how many completions fit a filter. */
export async function countCompletions(db: Db, filter: CompletionFilter, reading: Reading): Promise<number> {
  let count = 0
  for await (const keys of matchingKeys(db, filter, reading)) count += keys.length
  return count
}

async function* matchingKeys(
  db: Db,
  filter: CompletionFilter,
  { asOf, size = pageSize }: Reading
): AsyncGenerator<Key[]> {
  let after: Key | undefined
  while (true) {
    const rows = await keysAfter(db, filter, { asOf, size, after })
    const keys = rows.map((row) => ({ id: row.id, userId: row.userId, completedOn: completedOn(row) }))
    const fitting = keys.filter((key) => isBetween(key.completedOn, filter))
    if (fitting.length > 0) yield fitting
    if (rows.length < size) return
    // One engine answers without ever leaving this turn; whoever else waits comes first between two pages.
    await setImmediate()
    after = keys.at(-1)
  }
}

function isBetween(day: string, { from, to }: CompletionFilter): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

function keysAfter(
  db: Db,
  filter: CompletionFilter,
  { asOf, size, after }: { asOf: Date; size: number; after: Key | undefined }
) {
  const { organizationId, activityId, departmentId, profession } = filter
  return db
    .selectFrom('claim')
    .innerJoin('participation', 'participation.id', 'claim.participationId')
    .leftJoin('event', (join) => join.onRef('event.streamId', '=', 'claim.id').on('event.type', '=', 'work.finished'))
    .select(['claim.id', 'claim.userId', 'claim.claimedAt', 'participation.timeZone', 'event.payload'])
    .where('claim.organizationId', '=', organizationId)
    .where('claim.claimedAt', '<=', asOf.toISOString())
    .$if(activityId !== undefined, (query) => query.where('claim.activityId', '=', activityId ?? ''))
    .$if(profession !== undefined, (query) => query.where('participation.profession', '=', profession ?? ''))
    .$if(departmentId !== undefined, (query) =>
      query.where('claim.userId', 'in', membersOf(db, { organizationId, departmentId: departmentId ?? '' }))
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('claim.userId', '>', after?.userId ?? ''),
          eb.and([eb('claim.userId', '=', after?.userId ?? ''), eb('claim.id', '>', after?.id ?? '')])
        ])
      )
    )
    .orderBy('claim.userId')
    .orderBy('claim.id')
    .limit(size)
    .execute()
}

const finishedSchema = z.object({ on: isoDate })

// The day that the certificate bears stands in the claim's log.
function completedOn({ payload, claimedAt, timeZone }: Keyed): string {
  return payload === null ? dayIn(claimedAt ?? '', timeZone) : finishedSchema.parse(JSON.parse(payload)).on
}

function membersOf(db: Db, { organizationId, departmentId }: { organizationId: string; departmentId: string }) {
  return db
    .selectFrom('membership')
    .select('userId')
    .where('organizationId', '=', organizationId)
    .where('departmentId', '=', departmentId)
}

type FoundRow = Omit<FoundCompletion, 'activity' | 'offering'> & { offeringId: string }

async function readCompletions(db: Db, organizationId: string, keys: readonly Key[]): Promise<FoundRow[]> {
  const rows = await readRows(db, keys)
  const certificates = await currentCertificates(db, keys)
  const departments = await departmentsOf(db, organizationId, keys)
  const days = new Map(keys.map((key) => [key.id, key.completedOn]))
  return rows.map((row) => ({
    completedOn: days.get(row.claimId) ?? '',
    userId: row.userId,
    offeringId: row.offeringId,
    claim: { id: row.claimId, claimedAt: row.claimedAt, claimedHundredths: row.claimedHundredths },
    participation: row,
    attended: attendedOf(row),
    person: personOf(row, certificates.get(row.claimId)),
    certificate: certificates.get(row.claimId),
    facility: row.facility,
    department: departments.get(row.userId) ?? ''
  }))
}

function attendedOf({ workshopId, heldOn, minutesMeasured }: Awaited<ReturnType<typeof readRows>>[number]) {
  if (workshopId === null || heldOn === null) return undefined
  return { workshop: workshopId, on: heldOn, minutes: minutesMeasured }
}

// Where the profile is gone, the name is the one that the certificate bears.
function personOf(row: Awaited<ReturnType<typeof readRows>>[number], certificate?: CertificateTable) {
  const printed = row.familyName === null && certificate ? readSnapshot(certificate)?.person : undefined
  return {
    givenName: row.givenName ?? printed?.givenName ?? '',
    familyName: row.familyName ?? printed?.familyName ?? '',
    email: row.email ?? '',
    credentials: row.credentials ?? printed?.credentials ?? '',
    employeeId: row.employeeId ?? '',
    consentsToReport: row.consentsToReport === 1
  }
}

function readRows(db: Db, keys: readonly Key[]) {
  return db
    .selectFrom('claim')
    .innerJoin('participation', 'participation.id', 'claim.participationId')
    .innerJoin('organization', 'organization.id', 'claim.organizationId')
    .leftJoin('profile', 'profile.userId', 'claim.userId')
    .leftJoin('user', 'user.id', 'claim.userId')
    .leftJoin('attendance', 'attendance.participationId', 'participation.id')
    .select(['claim.id as claimId', 'claim.offeringId', 'claim.claimedAt', 'claim.claimedHundredths', 'claim.userId'])
    .select(['participation.activityId', 'participation.activityVersion', 'participation.profession'])
    .select(['participation.timeZone', 'participation.acknowledgedAt', 'participation.finishedAt'])
    .select(['participation.passedTestId', 'participation.scoreHundredths', 'participation.testAttempts'])
    .select(['participation.minutesReported', 'participation.isEvaluated', 'organization.name as facility'])
    .select(['profile.givenName', 'profile.familyName', 'profile.credentials', 'profile.employeeId'])
    .select(['attendance.workshopId', 'attendance.heldOn', 'participation.minutesMeasured'])
    .select(['profile.consentsToReport', 'user.email'])
    .where('claim.id', 'in', idsOf(keys))
    .orderBy('claim.userId')
    .orderBy('claim.id')
    .execute()
}

// Of a claim's certificates at most one is valid; where none is, the last one tells what became of it.
async function currentCertificates(db: Db, keys: readonly Key[]): Promise<Map<string, CertificateTable>> {
  const rows = await db
    .selectFrom('certificate')
    .selectAll()
    .where('claimId', 'in', idsOf(keys))
    .orderBy('issuedAt')
    .execute()
  const voided = rows.filter(({ state }) => state === 'voided')
  const valid = rows.filter(({ state }) => state === 'valid')
  return new Map([...voided, ...valid].map((row) => [row.claimId, row]))
}

async function departmentsOf(db: Db, organizationId: string, keys: readonly Key[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('department', 'department.id', 'membership.departmentId')
    .select(['membership.userId', 'department.name'])
    .distinct()
    .where('membership.organizationId', '=', organizationId)
    .where(
      'membership.userId',
      'in',
      keys.map(({ userId }) => userId)
    )
    .orderBy('department.name')
    .execute()
  const names = Map.groupBy(rows, ({ userId }) => userId)
  return new Map([...names].map(([userId, found]) => [userId, found.map(({ name }) => name).join('; ')]))
}

function idsOf(keys: readonly Key[]): string[] {
  return keys.map(({ id }) => id)
}

type Versioned = { participation: { activityId: string; activityVersion: number }; offeringId: string }

/** Reads each version of an activity once. */
function versionReader(db: Db): (row: Versioned) => Promise<Pick<Completion, 'activity' | 'offering'>> {
  const known = new Map<string, ActivityVersion>()
  return async ({ participation: { activityId, activityVersion: version }, offeringId }) => {
    const key = `${activityId}@${version}`
    const document = known.get(key) ?? (await getActivityVersion(db, { activityId, version }))
    known.set(key, document)
    const offering = document.offerings.find(({ id }) => id === offeringId)
    if (!offering) throw new AppError('log_corrupt', { where: { activity: activityId, version, offering: offeringId } })
    const { title, format } = document.draft
    return { activity: { title, format }, offering }
  }
}

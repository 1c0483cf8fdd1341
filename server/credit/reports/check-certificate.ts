import { z } from 'zod'
import type { ActivityVersion } from '#machines/activity/version.ts'
import type { ClaimState } from '#machines/claim/machine.ts'
import { claimState, continueClaim, startClaim } from '#machines/claim/standing.ts'
import { getActivityVersion } from '#server/credit/activities/queries.ts'
import { readCode } from '#server/credit/certificates/code.ts'
import { type Certificate, listOfClaim } from '#server/credit/certificates/queries.ts'
import { type LoadedClaim, loadClaim } from '#server/credit/claims/load-claim.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import type { AssessmentTable, Db } from '#server/record/db/schema.ts'
import type { ClaimTable, ParticipationStepTable, ParticipationTable } from '#server/record/db/schema-credit.ts'
import { compareRecord, type Finding, type ReplayedTest } from './compare-record.ts'
import { replaySitting } from './replay-sitting.ts'

/** `certificate` is a code as it is printed, the id of a certificate, or the `record_id` of a report. */
export type CheckCertificate = { actor: Actor; organizationId: string; certificate: string; now: Date }

/**
 * Whether the answers of the test that counted are still there to be replayed. `forgotten`: their time is over.
 * `missing`: it is not, and yet they are gone, as where somebody had their account deleted. `none`: there was no test.
 * `unreadable`: the log does not replay.
 */
export type TestReplay = 'replayed' | 'forgotten' | 'missing' | 'none' | 'unreadable'

/** One state that a claim was in, and since when. */
export type ClaimStep = { event: string; at: string; state: ClaimState }

/** Everything that one certificate stands on, and what its logs come to today. */
export type CertificateCheck = {
  certificates: Certificate[]
  asked: string
  claim: ClaimTable
  participation: ParticipationTable
  activity: ActivityVersion
  contentHash: string
  /** Whether the claim's log replays; where it does not, nothing can be compared. */
  isLogReadable: boolean
  steps: ClaimStep[]
  attestation: { text: string; at: string; minutesReported: number | null } | null
  testReplay: TestReplay
  findings: Finding[]
}

/** How long answers are kept. */
const monthsKept = 24

/**
 * Looks up everything that a certificate stands on, replays its logs, and notes that it was looked at.
 * @throws `not_allowed`, `second_factor_needed`, `certificate_not_found`, also where it is of another organization
 */
export async function checkCertificate(db: Db, wanted: CheckCertificate): Promise<CertificateCheck> {
  const { actor, organizationId, now } = wanted
  requireCan(actor, 'attempt.replay', { organizationId })
  const { claim, certificateId } = await findClaim(db, wanted)
  await appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act: 'certificate.checked',
    subject: { kind: 'claim', id: claim.id },
    details: { certificate: certificateId },
    now
  })
  return checkClaim(db, { claim, asked: certificateId ?? '', now })
}

async function checkClaim(
  db: Db,
  { claim, asked, now }: { claim: ClaimTable; asked: string; now: Date }
): Promise<CertificateCheck> {
  const { participationId, activityId, activityVersion: version } = claim
  const participation = await db
    .selectFrom('participation')
    .selectAll()
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow()
  const activity = await getActivityVersion(db, { activityId, version })
  const certificates = await listOfClaim(db, claim.id)
  const loaded = await readLog(db, claim.id)
  const { replay, test, replayed } = await replayTest(db, loaded, { now })
  const best = await findReplay(db, participation.passedTestId)
  const minutesReported = await minutesReportedOn(db, participationId)
  const stored = {
    participation,
    steps: await stepsOn(db, participationId),
    claim,
    test,
    activity,
    certificates: certificates.map(({ id, status, snapshot }) => ({
      id,
      state: status === 'valid' ? ('valid' as const) : ('voided' as const),
      snapshot
    }))
  }
  return {
    certificates,
    asked,
    claim,
    participation,
    activity,
    contentHash: await contentHashOf(db, claim),
    isLogReadable: loaded !== undefined,
    steps: loaded ? stepsOf(loaded) : [],
    attestation: loaded ? attestationOf(loaded) : null,
    testReplay: replay,
    findings: loaded ? compareRecord(stored, { claim: loaded, test: replayed, best, minutesReported }) : []
  }
}

async function findClaim(
  db: Db,
  { certificate, organizationId }: CheckCertificate
): Promise<{ claim: ClaimTable; certificateId: string | null }> {
  const typed = certificate.trim()
  const code = readCode(typed)
  const row = await db
    .selectFrom('certificate')
    .select(['id', 'claimId'])
    .where('organizationId', '=', organizationId)
    .where((eb) => eb.or([eb('code', '=', code ?? ''), eb('id', '=', typed)]))
    .executeTakeFirst()
  const claim = await db
    .selectFrom('claim')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('id', '=', row?.claimId ?? typed.replace(/^claim-/, ''))
    .executeTakeFirst()
  if (!claim) throw new AppError('certificate_not_found')
  return { claim, certificateId: row?.id ?? null }
}

type Replay = { replay: TestReplay; test: AssessmentTable | undefined; replayed: ReplayedTest | undefined }

async function readLog(db: Db, claimId: string): Promise<LoadedClaim | undefined> {
  try {
    return await loadClaim(db, claimId)
  } catch (error) {
    if (isCorrupt(error)) return undefined
    throw error
  }
}

function isCorrupt(error: unknown): boolean {
  return error instanceof AppError && error.code === 'log_corrupt'
}

async function replayTest(db: Db, loaded: LoadedClaim | undefined, { now }: { now: Date }): Promise<Replay> {
  const { work, opened } = loaded?.snapshot.context ?? {}
  if (!work?.test || !opened) return { replay: 'none', test: undefined, replayed: undefined }
  const streamId = work.test.id
  const test = await db.selectFrom('assessment').selectAll().where('id', '=', streamId).executeTakeFirst()
  try {
    const replayed = await replaySitting(db, streamId)
    if (replayed) return { replay: 'replayed', test, replayed }
    return { replay: isOver(opened.on, now) ? 'forgotten' : 'missing', test, replayed: undefined }
  } catch (error) {
    if (!isCorrupt(error)) throw error
    return { replay: 'unreadable', test, replayed: undefined }
  }
}

async function findReplay(db: Db, testId: string | null): Promise<ReplayedTest | undefined> {
  try {
    return testId === null ? undefined : await replaySitting(db, testId)
  } catch (error) {
    if (isCorrupt(error)) return undefined
    throw error
  }
}

function isOver(day: string, now: Date): boolean {
  const kept = new Date(now)
  kept.setUTCMonth(kept.getUTCMonth() - monthsKept)
  return day <= kept.toISOString().slice(0, 10)
}

function stepsOf({ events: [first, ...later] }: LoadedClaim): ClaimStep[] {
  if (first?.event.type !== 'claim.opened') return []
  let snapshot = startClaim(first.event)
  const steps: ClaimStep[] = [{ event: first.event.type, at: first.occurredAt, state: claimState(snapshot) }]
  for (const { event, occurredAt } of later) {
    snapshot = continueClaim(snapshot, [event]).snapshot
    steps.push({ event: event.type, at: occurredAt, state: claimState(snapshot) })
  }
  return steps
}

function attestationOf({ events }: LoadedClaim): CertificateCheck['attestation'] {
  for (const { event, occurredAt } of events) {
    if (event.type !== 'credit.claimed') continue
    return { text: event.attestation, at: occurredAt, minutesReported: event.minutesReported }
  }
  return null
}

async function contentHashOf(db: Db, { activityId, activityVersion }: ClaimTable): Promise<string> {
  const { contentHash } = await db
    .selectFrom('activityVersion')
    .select('contentHash')
    .where('activityId', '=', activityId)
    .where('version', '=', activityVersion)
    .executeTakeFirstOrThrow()
  return contentHash
}

function stepsOn(db: Db, participationId: string): Promise<ParticipationStepTable[]> {
  return db.selectFrom('participationStep').selectAll().where('participationId', '=', participationId).execute()
}

// A later claim of the same way may say nothing of its minutes; what was said before then stands.
async function minutesReportedOn(db: Db, participationId: string): Promise<number | null> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('claim', 'claim.id', 'event.streamId')
    .select('event.payload')
    .where('claim.participationId', '=', participationId)
    .where('event.type', '=', 'credit.claimed')
    .orderBy('event.occurredAt')
    .execute()
  const said = rows.flatMap(({ payload }) => minutesSchema.parse(JSON.parse(payload)).minutesReported ?? [])
  return said.at(-1) ?? null
}

const minutesSchema = z.object({ minutesReported: z.int().nullable() })

import { describe, expect, test } from 'vitest'
import { forgetOldCredit } from '#server/credit/participations/forget-old-credit.ts'
import { forgetOnce } from '#server/forget-daily.ts'
import { forgetOldAttempts } from '#server/learning/attempts/forget-old-attempts.ts'
import { forgetOldCompletions } from '#server/learning/attempts/forget-old-completions.ts'
import { forgetOldInvitations } from '#server/people/invitations/forget-old-invitations.ts'
import { learnerOf } from '#server/people/learners/learner-of.ts'
import { forgetExpiredSessions } from '#server/people/sessions/forget-expired-sessions.ts'
import { verifyAudit } from '#server/record/audit/verify-audit.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { TableName } from '#server/record/db/tables.ts'
import { newId } from '#server/record/ids.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { anAssessment, aTestHandedIn } from '#tests/helpers/assessments.ts'
import { anAttempt, answerAll, night } from '#tests/helpers/attempts.ts'
import { aCertificate, aMadeClaim } from '#tests/helpers/certificates.ts'
import { type Engine, engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'
import { aParticipation } from '#tests/helpers/reports.ts'
import { wholeRun } from '#tests/helpers/runs.ts'

const credit = ['participation', 'claim', 'certificate'] as const
const proof = { participations: 1, claims: 1, certificates: 1 }
const nothing = { participations: 0, claims: 0, certificates: 0 }

async function countsOf(db: Db, tables: readonly TableName[]): Promise<Record<string, number>> {
  const counted = tables.map(async (table) => [table, (await db.selectFrom(table).selectAll().execute()).length])
  return Object.fromEntries(await Promise.all(counted))
}

function forgottenLines(db: Db) {
  return db
    .selectFrom('auditEvent')
    .select(['organizationId', 'actorId', 'subjectKind', 'subjectId', 'details', 'at'])
    .where('act', '=', 'record.forgotten')
    .orderBy('seq')
    .execute()
}

function justBefore(at: string): Date {
  return new Date(Date.parse(at) - 1)
}

async function setTimes(db: Db, { finishedAt, claimedAt }: { finishedAt: string | null; claimedAt: string | null }) {
  await db.updateTable('participation').set({ finishedAt }).execute()
  await db
    .updateTable('claim')
    .set({ openedAt: claimedAt ?? '2026-01-01T00:00:00.000Z', claimedAt })
    .execute()
}

describe.each(engines)('%s', (engine: Engine) => {
  const record = useRecord(engine)

  test.each([
    ['a plain day', '2026-11-03T22:05:00.000Z', '2032-11-03T22:05:00.000Z'],
    ['a leap day, until March 1', '2028-02-29T10:00:00.000Z', '2034-03-01T10:00:00.000Z'],
    ['the last moment of a year', '2026-12-31T23:59:59.999Z', '2032-12-31T23:59:59.999Z']
  ])('a credit of %s is kept six years, to the millisecond', async (_, claimedAt, boundary) => {
    const { activity } = await aCertificate(record.db)
    await setTimes(record.db, { finishedAt: claimedAt, claimedAt })
    // A leap day has no boundary at its own time of day: it is kept through February 28.
    const last = claimedAt.includes('-02-29') ? new Date('2034-02-28T23:59:59.999Z') : justBefore(boundary)
    expect(await forgetOldCredit(record.db, { now: last })).toEqual(nothing)
    expect(await countsOf(record.db, credit)).toEqual({ participation: 1, claim: 1, certificate: 1 })
    expect(await forgottenLines(record.db)).toEqual([])
    expect(await forgetOldCredit(record.db, { now: new Date(boundary) })).toEqual(proof)
    expect(await countsOf(record.db, [...credit, 'stream', 'event', 'participationStep'])).toEqual({
      participation: 0,
      claim: 0,
      certificate: 0,
      stream: 0,
      event: 0,
      participationStep: 0
    })
    expect(await forgottenLines(record.db)).toEqual([
      {
        organizationId: activity.organization.id,
        actorId: null,
        subjectKind: 'retention',
        subjectId: 'credit',
        details: JSON.stringify(proof),
        at: boundary
      }
    ])
    expect(await verifyAudit(record.db)).toMatchObject({ isWhole: true })
  })

  test('on a leap day nothing of March 1 goes a day too soon', async () => {
    await aCertificate(record.db)
    await setTimes(record.db, { finishedAt: '2022-03-01T08:00:00.000Z', claimedAt: '2022-03-01T08:00:00.000Z' })
    expect(await forgetOldCredit(record.db, { now: new Date('2028-02-29T23:59:59.999Z') })).toEqual(nothing)
    expect(await forgetOldCredit(record.db, { now: new Date('2028-03-01T08:00:00.000Z') })).toEqual(proof)
  })

  test('a credit claimed later is kept six years from the claim, with what it rests on', async () => {
    await aCertificate(record.db)
    await setTimes(record.db, { finishedAt: '2026-01-01T00:00:00.000Z', claimedAt: '2026-06-01T00:00:00.000Z' })
    expect(await forgetOldCredit(record.db, { now: justBefore('2032-06-01T00:00:00.000Z') })).toEqual(nothing)
    expect(await forgetOldCredit(record.db, { now: new Date('2032-06-01T00:00:00.000Z') })).toEqual(proof)
  })

  test('a claim that was opened and never made goes with its completion', async () => {
    await aMadeClaim(record.db)
    await setTimes(record.db, { finishedAt: '2026-02-01T00:00:00.000Z', claimedAt: null })
    const last = await forgetOldCredit(record.db, { now: justBefore('2032-02-01T00:00:00.000Z') })
    expect(last).toEqual(nothing)
    const gone = await forgetOldCredit(record.db, { now: new Date('2032-02-01T00:00:00.000Z') })
    expect(gone).toEqual({ participations: 1, claims: 1, certificates: 0 })
  })

  test('a way that was never finished goes after two years, once its answers are gone', async () => {
    const activity = await anOpenActivity(record.db)
    const { person } = await aPerson(record.db)
    const { id: learnerId } = await learnerOf(record.db, person.userId, night)
    await aTestHandedIn(record.db, { learnerId })
    const acknowledgedAt = '2026-02-28T12:00:00.000Z'
    const participation = { learnerId, acknowledgedAt, finishedAt: null, passedTestId: null }
    await aParticipation(record.db, { activity, userId: person.userId, participation })
    const due = new Date('2028-02-29T12:00:00.000Z')
    expect(await forgetOldCredit(record.db, { now: due })).toEqual(nothing)
    await record.db.deleteFrom('stream').execute()
    expect(await forgetOldCredit(record.db, { now: justBefore('2028-02-28T12:00:00.000Z') })).toEqual(nothing)
    expect(await forgetOldCredit(record.db, { now: due })).toEqual({ ...nothing, participations: 1 })
  })

  test('answers of an account are kept two years after the last one; the score and the day stay', async () => {
    const { person } = await aPerson(record.db)
    const { id: learnerId } = await learnerOf(record.db, person.userId, night)
    const { assessmentId } = await aTestHandedIn(record.db, { learnerId })
    const started = await anAttempt(record.db, { learnerId })
    await answerAll(record.db, started, wholeRun)
    const finishedAt = '2026-03-01T04:00:00.000Z'
    const participation = { learnerId, finishedAt, passedTestId: assessmentId, scoreHundredths: 8750 }
    await aParticipation(record.db, { activity: await anOpenActivity(record.db), userId: person.userId, participation })
    const { last } = await record.db
      .selectFrom('event')
      .select(({ fn }) => fn.max('occurredAt').as('last'))
      .executeTakeFirstOrThrow()
    const boundary = last.replace('2026', '2028')
    const most = await forgetOldAttempts(record.db, { now: justBefore(boundary) })
    expect(most.attempts).toBe(0)
    expect(await forgetOldAttempts(record.db, { now: new Date(boundary) })).toMatchObject({ attempts: 1, learners: 0 })
    expect(await countsOf(record.db, ['stream', 'attempt', 'assessment', 'learner', 'participation'])).toEqual({
      stream: 0,
      attempt: 0,
      assessment: 0,
      learner: 1,
      participation: 1
    })
    const left = await record.db
      .selectFrom('participation')
      .select(['finishedAt', 'passedTestId', 'scoreHundredths'])
      .executeTakeFirstOrThrow()
    expect(left).toEqual({ finishedAt, passedTestId: assessmentId, scoreHundredths: 8750 })
  })

  test('answers without an account go after 180 days and those of an account stay', async () => {
    const { person } = await aPerson(record.db)
    const { id: learnerId } = await learnerOf(record.db, person.userId, night)
    await anAssessment(record.db, { learnerId })
    await anAssessment(record.db)
    const now = new Date(night.getTime() + 200 * 86_400_000)
    expect(await forgetOldAttempts(record.db, { now })).toEqual({ attempts: 0, assessments: 1, learners: 1 })
    expect(await countsOf(record.db, ['assessment', 'learner'])).toEqual({ assessment: 1, learner: 1 })
    expect((await forgottenLines(record.db)).map(({ details }) => details)).toEqual([
      '{"attempts":0,"assessments":1,"learners":1}'
    ])
  })

  test('the log of a claim is never taken for old answers', async () => {
    await aCertificate(record.db)
    const before = await countsOf(record.db, ['stream', 'event'])
    await forgetOldAttempts(record.db, { now: new Date('2031-01-01T00:00:00.000Z') })
    expect(await countsOf(record.db, ['stream', 'event'])).toEqual(before)
  })

  test('that a case was finished is kept six years', async () => {
    const row = { learnerId: null, scenarioId: 'sc01', version: 1, minutes: 9, outcome: '{}' }
    for (const completedAt of ['2028-02-28T23:59:59.999Z', '2028-02-29T12:00:00.000Z', '2028-03-02T00:00:00.000Z'])
      await record.db
        .insertInto('completion')
        .values({ ...row, id: newId(), attemptId: newId(), completedAt })
        .execute()
    const on = (at: string) => forgetOldCompletions(record.db, { now: new Date(at) })
    expect(await on('2034-02-28T23:59:59.998Z')).toEqual({ completions: 0 })
    expect(await on('2034-02-28T23:59:59.999Z')).toEqual({ completions: 1 })
    expect(await on('2034-03-01T12:00:00.000Z')).toEqual({ completions: 1 })
    expect(await on('2034-03-01T23:59:59.999Z')).toEqual({ completions: 0 })
  })

  test('an invitation is kept 90 days after it ran out', async () => {
    const organizationId = await anOrganization(record.db)
    const nobody = { departmentId: null, invitedBy: null, acceptedAt: null, revokedAt: null }
    await record.db
      .insertInto('invitation')
      .values({
        ...nobody,
        id: newId(),
        organizationId,
        email: 'kim@example.org',
        role: 'learner',
        tokenHash: newId(),
        createdAt: '2027-11-01T00:00:00.000Z',
        expiresAt: '2027-12-01T00:00:00.000Z'
      })
      .execute()
    // The leap day of 2028 is one of the ninety.
    const boundary = '2028-02-29T00:00:00.000Z'
    expect(await forgetOldInvitations(record.db, { now: justBefore(boundary) })).toEqual({ invitations: 0 })
    expect(await forgetOldInvitations(record.db, { now: new Date(boundary) })).toEqual({ invitations: 1 })
    expect(await countsOf(record.db, ['invitation', 'auditEvent'])).toEqual({ invitation: 0, auditEvent: 1 })
  })

  test('sessions and links go when they run out, and counters after a day', async () => {
    const now = new Date('2026-11-24T09:00:00.000Z')
    await aPerson(record.db, { now })
    const at = '2026-11-24T09:10:00.000Z'
    await record.db
      .insertInto('verification')
      .values({ id: 'v', identifier: 'i', value: 'x', expiresAt: at, createdAt: at, updatedAt: at })
      .execute()
    await record.db
      .insertInto('rateLimit')
      .values({ id: 'r', key: 'k', count: 1, lastRequest: now.getTime() })
      .execute()
    const on = (time: string) => forgetExpiredSessions(record.db, { now: new Date(time) })
    expect(await on('2026-11-24T09:09:59.999Z')).toEqual({ sessions: 0, verifications: 0, rateLimits: 0 })
    expect(await on(at)).toEqual({ sessions: 0, verifications: 1, rateLimits: 0 })
    expect(await on('2026-11-25T08:59:59.999Z')).toEqual({ sessions: 0, verifications: 0, rateLimits: 0 })
    expect(await on('2026-11-25T09:00:00.000Z')).toEqual({ sessions: 0, verifications: 0, rateLimits: 1 })
    expect(await on('2026-12-24T09:00:00.000Z')).toEqual({ sessions: 1, verifications: 0, rateLimits: 0 })
  })

  test('of several servers one does the day’s work, and another the next day’s', async () => {
    await openConnections(record.db)
    const ask = (at: string) => forgetOnce(record.db, { now: new Date(at) })
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask('2026-11-24T09:00:00.000Z')))
    const done = asked.filter((each) => each !== undefined)
    expect(done).toEqual([
      expect.objectContaining({ sessions: 0, invitations: 0, attempts: 0, completions: 0, ...nothing })
    ])
    expect(Object.values(done[0] ?? {}).every((count) => count === 0)).toBe(true)
    expect(await ask('2026-11-24T20:00:00.000Z')).toBeUndefined()
    expect(await ask('2026-11-25T09:00:00.000Z')).toBeDefined()
    expect(await ask('2026-11-25T09:00:00.000Z')).toBeUndefined()
  })
})

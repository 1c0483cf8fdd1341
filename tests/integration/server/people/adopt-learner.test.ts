import { beforeEach, describe, expect, test } from 'vitest'
import { forgetOldAttempts } from '#server/learning/attempts/forget-old-attempts.ts'
import { startBoosters } from '#server/learning/boosters/start-boosters.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { adoptLearner, leaveLearner } from '#server/people/learners/adopt-learner.ts'
import { afterSignIn } from '#server/people/learners/after-sign-in.ts'
import { findKeptHere } from '#server/people/learners/find-kept-here.ts'
import { learnerOf } from '#server/people/learners/learner-of.ts'
import { findLearner, learnerBehind } from '#server/people/learners/queries.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { anAssessment, aTestHandedIn } from '#tests/helpers/assessments.ts'
import { anAttempt, answerAll, aServed, later, night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'
import { aParticipation } from '#tests/helpers/reports.ts'
import { wholeRun } from '#tests/helpers/runs.ts'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  let here: { id: string; token: string }
  beforeEach(async () => {
    here = await addLearner(record.db, { isShared: false, now: night })
  })

  const anAccount = async () => {
    const { person, cookie } = await aPerson(record.db)
    return { person, cookie, learnerId: (await learnerOf(record.db, person.userId, night)).id }
  }
  const adopt = (actor: Awaited<ReturnType<typeof anAccount>>['person'], token: string | undefined = here.token) =>
    adoptLearner(record.db, { actor, token, now: later(60) })
  const attempts = () =>
    record.db.selectFrom('attempt').select(['id', 'learnerId', 'kind']).orderBy('startedAt').orderBy('id').execute()

  test('what was done moves into the account, and the cookie names nobody', async () => {
    const { person, learnerId, cookie } = await anAccount()
    const visit = await anAttempt(record.db, { learnerId: here.id })
    const handedIn = await aTestHandedIn(record.db, { learnerId: here.id })
    await startBoosters(record.db, { token: here.token, isShared: false, now: night })
    expect(await adopt(person)).toBe(true)
    expect(await attempts()).toEqual([{ id: visit.attemptId, learnerId, kind: 'first' }])
    expect(await record.db.selectFrom('assessment').select(['id', 'learnerId']).execute()).toEqual([
      { id: handedIn.assessmentId, learnerId }
    ])
    expect(await record.db.selectFrom('boosterPlan').selectAll().execute()).toEqual([
      { learnerId, startedOn: '2026-03-01' }
    ])
    expect(await findLearner(record.db, here.token)).toBeUndefined()
    const request = new Request('http://localhost', { headers: { cookie: `${cookie}; attune-learner=${here.token}` } })
    expect(await learnerBehind(record.db, request)).toEqual({ id: learnerId, isShared: false })
    expect(await record.db.selectFrom('auditEvent').select(['act', 'subjectId', 'details']).execute()).toEqual([
      { act: 'learner.adopted', subjectId: person.userId, details: '{}' }
    ])
  })

  test('two presses at once, and another account, take it once', async () => {
    const [one, other] = [await anAccount(), await anAccount()]
    await anAttempt(record.db, { learnerId: here.id })
    await openConnections(record.db)
    const taken = await Promise.all([adopt(one.person), adopt(one.person), adopt(other.person)])
    expect(taken.toSorted()).toEqual([false, false, true])
    const owners = (await attempts()).map(({ learnerId }) => learnerId)
    expect([one.learnerId, other.learnerId]).toContain(owners[0])
    expect(owners).toHaveLength(1)
  })

  test('of two first visits to a case the earlier stays the first', async () => {
    const { person, learnerId } = await anAccount()
    const served = aServed()
    const mine = await anAttempt(record.db, { learnerId, served, now: later(10) })
    await record.db
      .updateTable('attempt')
      .set({ endedAt: later(20).toISOString() })
      .execute()
    const theirs = await anAttempt(record.db, { learnerId: here.id, served, now: later(0) })
    await adopt(person)
    expect(await attempts()).toEqual([
      { id: theirs.attemptId, learnerId, kind: 'first' },
      { id: mine.attemptId, learnerId, kind: 'repeat' }
    ])
  })

  test.each([
    ['here', 5, 10],
    ['in the account', 10, 5]
  ] as const)(
    'of two unfinished visits to a case the one answered last, %s, stays',
    async (where, mineAt, theirsAt) => {
      const { person, learnerId } = await anAccount()
      const served = aServed()
      const mine = await anAttempt(record.db, { learnerId, served, now: later(0) })
      const theirs = await anAttempt(record.db, { learnerId: here.id, served, now: later(0) })
      await answerAll(record.db, mine, wholeRun.slice(0, 1), { from: later(mineAt) })
      await answerAll(record.db, theirs, wholeRun.slice(0, 1), { from: later(theirsAt) })
      await adopt(person)
      const stays = where === 'here' ? theirs : mine
      expect(await attempts()).toEqual([{ id: stays.attemptId, learnerId, kind: 'first' }])
      expect(await record.db.selectFrom('stream').select('id').execute()).toEqual([{ id: stays.attemptId }])
    }
  )

  test('of two unfinished tests the one answered last stays', async () => {
    const { person, learnerId } = await anAccount()
    await anAssessment(record.db, { learnerId, now: later(0) })
    const theirs = await anAssessment(record.db, { learnerId: here.id, now: later(5) })
    await adopt(person)
    expect(await record.db.selectFrom('assessment').select(['id', 'learnerId']).execute()).toEqual([
      { id: theirs.assessmentId, learnerId }
    ])
  })

  test('of two marks on a lesson the later stays, and a course of the account stands', async () => {
    const { person, learnerId } = await anAccount()
    const mark = (id: string, lessonId: string, minute: number) => ({
      learnerId: id,
      lessonId,
      version: 1,
      readAt: later(minute).toISOString()
    })
    const course = (id: string, role: string, isEvaluated: number) => {
      return { learnerId: id, courseId: 'core', version: 1, role, startedAt: night.toISOString(), isEvaluated }
    }
    await record.db
      .insertInto('lessonReading')
      .values([
        mark(learnerId, 'one', 1),
        mark(here.id, 'one', 2),
        mark(learnerId, 'two', 4),
        mark(here.id, 'two', 3),
        mark(here.id, 'three', 5)
      ])
      .execute()
    await record.db
      .insertInto('enrollment')
      .values([course(learnerId, 'physician', 0), course(here.id, 'registered-nurse', 1)])
      .execute()
    await adopt(person)
    const marks = await record.db.selectFrom('lessonReading').selectAll().orderBy('readAt').execute()
    expect(marks).toEqual([mark(learnerId, 'one', 2), mark(learnerId, 'two', 4), mark(learnerId, 'three', 5)])
    expect(await record.db.selectFrom('enrollment').selectAll().execute()).toEqual([course(learnerId, 'physician', 1)])
  })

  test('what was done here after front matter was acknowledged stays here', async () => {
    const { person, learnerId } = await anAccount()
    const activity = await anOpenActivity(record.db)
    const participation = { acknowledgedAt: later(30).toISOString(), finishedAt: null }
    await aParticipation(record.db, { activity, userId: person.userId, participation })
    const before = await anAttempt(record.db, { learnerId: here.id, now: later(10) })
    const after = await anAssessment(record.db, { learnerId: here.id, now: later(40) })
    await adopt(person)
    expect(await attempts()).toEqual([{ id: before.attemptId, learnerId, kind: 'first' }])
    expect(await record.db.selectFrom('assessment').select(['id', 'learnerId']).execute()).toEqual([
      { id: after.assessmentId, learnerId: here.id }
    ])
    expect(await findKeptHere(record.db, here.token)).toMatchObject({ tests: 1, visits: 0, wasLeft: true })
  })

  test('it is offered after signing in, once, until it is left here', async () => {
    const cookieHeader = `attune-learner=${here.token}`
    const stop = () => afterSignIn(record.db, { cookieHeader, next: '/courses?role=physician' })
    expect(await stop()).toBe('/courses?role=physician')
    await anAttempt(record.db, { learnerId: here.id })
    expect(await stop()).toBe('/account/keep?next=%2Fcourses%3Frole%3Dphysician')
    await leaveLearner(record.db, { token: here.token, now: later(1) })
    expect(await stop()).toBe('/courses?role=physician')
    expect(await findLearner(record.db, here.token)).toEqual({ id: here.id, isShared: false })
    expect(await afterSignIn(record.db, { cookieHeader: null, next: '/' })).toBe('/')
  })

  test('nobody without a cookie, or with one that is forgotten, takes anything', async () => {
    const { person } = await anAccount()
    expect(await adoptLearner(record.db, { actor: person, token: undefined, now: night })).toBe(false)
    expect(await adopt(person, 'x'.repeat(43))).toBe(false)
    expect(await findKeptHere(record.db, undefined)).toBeUndefined()
  })

  test('an account is not forgotten with the cookies', async () => {
    const { learnerId } = await anAccount()
    const mine = await anAttempt(record.db, { learnerId })
    await anAttempt(record.db, { learnerId: here.id })
    await forgetOldAttempts(record.db, { now: later(200 * 24 * 60) })
    expect(await attempts()).toEqual([{ id: mine.attemptId, learnerId, kind: 'first' }])
    expect(await record.db.selectFrom('learner').select('id').execute()).toEqual([{ id: learnerId }])
  })

  test('an account has one learner, made once also by two requests at once', async () => {
    const { person } = await aPerson(record.db, { roles: [[await anOrganization(record.db), 'learner']] })
    await openConnections(record.db)
    const made = await Promise.all([0, 1, 2].map(() => learnerOf(record.db, person.userId, night)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
})

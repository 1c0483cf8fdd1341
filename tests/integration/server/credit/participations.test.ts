import { beforeEach, describe, expect, test } from 'vitest'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { acknowledge } from '#server/credit/participations/acknowledge.ts'
import { beginCreditTest } from '#server/credit/participations/begin-credit-test.ts'
import { listMyActivities } from '#server/credit/participations/my-activities.ts'
import { getMyActivity } from '#server/credit/participations/my-activity.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { type Teaching, teachingHere } from '#server/credit/participations/teaching.ts'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
import { beginTest } from '#server/learning/courses/begin-test.ts'
import { findReading } from '#server/learning/lessons/queries.ts'
import { learnerOf } from '#server/people/learners/learner-of.ts'
import { anOpenOffering } from '#tests/helpers/activities.ts'
import { answerTest } from '#tests/helpers/assessments.ts'
import {
  aCreditActivity,
  aMember,
  begin,
  doParts,
  doTest,
  noon,
  type Participant,
  statesIn,
  wayOf
} from '#tests/helpers/credit.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aPerson } from '#tests/helpers/people.ts'

const hours = anOpenOffering({ needsEvaluation: false })
const dates = { release: '2026-10-01', lastReview: '2026-10-15', expiry: '2026-11-30' }
/** In Chicago the last minute of November 30, and the first of December. */
const lastMinute = new Date('2026-12-01T05:59:59.000Z')
const tooLate = new Date('2026-12-01T06:00:00.000Z')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  let activity: ActivityVersion
  let nurse: Participant
  beforeEach(async () => {
    activity = await aCreditActivity(record.db, { offerings: [hours] }, { dates })
    nurse = await aMember(record.db, activity)
  })

  const look = (now = noon, teaching?: Teaching) =>
    getMyActivity(record.db, {
      actor: nurse.person,
      activityId: activity.activityId,
      now,
      ...(teaching && { teaching })
    })
  const faults = async (now = noon, teaching?: Teaching) =>
    Object.fromEntries(((await look(now, teaching)).underWay?.credits ?? []).map((it) => [it.offering.id, it.fault]))
  const steps = async (now = noon, teaching?: Teaching) => {
    const { underWay } = await look(now, teaching)
    return underWay && statesIn(underWay.work)
  }
  const ways = () => record.db.selectFrom('participation').selectAll().execute()

  describe('the front matter', () => {
    test('is acknowledged with the version and the moment it was shown, and begins the course', async () => {
      expect((await look()).before).toMatchObject({ fault: undefined, version: { version: 1 } })
      const id = await begin(record.db, nurse, activity)
      expect(await wayOf(record.db, nurse, activity)).toEqual({
        id,
        userId: nurse.person.userId,
        learnerId: expect.stringMatching(/^[\w-]{22}$/),
        organizationId: activity.organization.id,
        activityId: activity.activityId,
        activityVersion: 1,
        profession: 'registered-nurse',
        timeZone: 'America/Chicago',
        shownAt: '2026-11-24T17:59:00.000Z',
        acknowledgedAt: '2026-11-24T18:00:00.000Z',
        finishedAt: null,
        passedTestId: null,
        scoreHundredths: null,
        testAttempts: 0,
        minutesMeasured: null,
        minutesReported: null,
        isEvaluated: 0
      })
      expect(await record.db.selectFrom('enrollment').select(['courseId', 'role']).execute()).toEqual([
        { courseId: 'core', role: 'registered-nurse' }
      ])
    })

    test('acknowledged twice at once begins one way', async () => {
      await openConnections(record.db)
      const ids = await Promise.all([1, 2, 3].map(() => begin(record.db, nurse, activity)))
      expect(new Set(ids).size).toBe(1)
      expect(await ways()).toHaveLength(1)
    })

    test.each([
      ['made up', () => 'today~signature'],
      ['empty', () => ''],
      ['of another version', (whose: Showing) => signShowing({ ...whose, version: 2 })],
      ['of another activity', (whose: Showing) => signShowing({ ...whose, activityId: 'other' })],
      ['shown to somebody else', (whose: Showing) => signShowing({ ...whose, userId: 'other' })],
      ['of the day before', (whose: Showing) => signShowing({ ...whose, shownAt: '2026-11-23T17:59:59.000Z' })],
      ['of a moment to come', (whose: Showing) => signShowing({ ...whose, shownAt: '2026-11-24T18:00:01.000Z' })],
      ['with another moment', (whose: Showing) => signShowing(whose).replace('T17', 'T18')]
    ])('is not acknowledged by a showing that is %s', async (_, showing) => {
      const { activityId } = activity
      const { userId } = nurse.person
      const whose = { userId, activityId, version: 1, shownAt: '2026-11-24T17:30:00.000Z' }
      const given = { actor: nurse.person, activityId, profession: 'registered-nurse' as const, now: noon }
      await expect(
        acknowledge(record.db, { ...given, timeZone: 'UTC', showing: showing(whose) })
      ).rejects.toMatchObject({ code: 'front_matter_unread' })
      expect(await ways()).toEqual([])
    })

    test('before it no test is begun and no credit asked for', async () => {
      const whose = { actor: nurse.person, activityId: activity.activityId, now: noon }
      await expect(beginCreditTest(record.db, { ...whose, form: 'pre' })).rejects.toMatchObject({
        code: 'front_matter_unread'
      })
      await expect(openClaim(record.db, { ...whose, offeringId: 'nurses' })).rejects.toMatchObject({
        code: 'front_matter_unread'
      })
    })

    test('is not there for a person of another organization', async () => {
      const { person } = await aPerson(record.db)
      const whose = { actor: person, activityId: activity.activityId, now: noon }
      await expect(getMyActivity(record.db, whose)).rejects.toMatchObject({ code: 'activity_not_found' })
      await expect(begin(record.db, { person, cookie: '' }, activity)).rejects.toMatchObject({
        code: 'activity_not_found'
      })
      expect(await listMyActivities(record.db, { actor: person, now: noon })).toEqual([])
    })

    test.each([
      ['a second before its release', '2026-10-01T04:59:59.000Z', 'activity_not_released'],
      ['at its release', '2026-10-01T05:00:00.000Z', undefined],
      ['in its last minute', lastMinute.toISOString(), undefined],
      ['after it', tooLate.toISOString(), 'activity_expired']
    ])('%s, by the clock of whoever reads it', async (_, at, fault) => {
      const now = new Date(at)
      expect((await look(now)).before?.fault).toBe(fault)
      const begun = begin(record.db, nurse, activity, { now })
      if (fault) await expect(begun).rejects.toMatchObject({ code: fault })
      else expect(await begun).toMatch(/^[\w-]{22}$/)
    })

    test('days of grace are not for those who begin after the last day', async () => {
      activity = await aCreditActivity(record.db, { offerings: [hours] }, { dates, graceDays: 30 })
      nurse = await aMember(record.db, activity)
      await expect(begin(record.db, nurse, activity, { now: tooLate })).rejects.toMatchObject({
        code: 'activity_expired'
      })
    })

    test('of a closed activity is not acknowledged', async () => {
      await close()
      expect((await look()).before?.fault).toBe('activity_closed')
      await expect(begin(record.db, nurse, activity)).rejects.toMatchObject({ code: 'activity_closed' })
    })

    test('of content that was withdrawn, or changed since it was opened, is not acknowledged', async () => {
      await expect(
        begin(record.db, nurse, activity, { teaching: withLesson({ status: 'withdrawn', withdrawn: because }) })
      ).rejects.toMatchObject({ code: 'content_withdrawn' })
      await expect(begin(record.db, nurse, activity, { teaching: withLesson({ version: 99 }) })).rejects.toMatchObject({
        code: 'content_revised'
      })
    })
  })

  describe('what is done', () => {
    test('counts from the front matter on, also what was done before, done again', async () => {
      await learnerOf(record.db, nurse.person.userId, noon)
      const before = new Date('2026-11-20T10:00:00.000Z')
      await doParts(record.db, nurse, { now: before })
      await begin(record.db, nurse, activity)
      expect(await steps()).toEqual({
        'first-test': 'open',
        nature: 'open',
        notice: 'open',
        'first-visit': 'open',
        talk: 'open',
        'own-visit': 'open',
        respond: 'open',
        'third-visit': 'open',
        record: 'open',
        'second-test': 'waiting',
        evaluation: 'waiting'
      })
      await doParts(record.db, nurse, { but: ['sc14'] })
      expect(await steps()).toMatchObject({
        nature: 'done',
        record: 'done',
        'third-visit': 'open',
        'second-test': 'waiting'
      })
      const { learnerId } = await wayOf(record.db, nurse, activity)
      // The day of the first reading stays what the learner's own progress shows.
      expect(await findReading(record.db, { learnerId: learnerId ?? '', lessonId: 'what-it-is' })).toMatchObject({
        readAt: before.toISOString()
      })
      await doParts(record.db, nurse)
      expect(await steps()).toMatchObject({ 'third-visit': 'done', 'second-test': 'open', 'first-test': 'left-out' })
    })

    test('again does not move the day it was finished', async () => {
      await begin(record.db, nurse, activity)
      await doParts(record.db, nurse)
      await doTest(record.db, nurse, activity)
      await doParts(record.db, nurse, { now: tooLate })
      expect(await wayOf(record.db, nurse, activity)).toMatchObject({ finishedAt: noon.toISOString() })
      expect(await faults(tooLate)).toEqual({ nurses: undefined })
    })

    test('in a course without credit does not count: its test is another', async () => {
      await begin(record.db, nurse, activity)
      await doParts(record.db, nurse)
      const { learnerId } = await wayOf(record.db, nurse, activity)
      const learner = { id: learnerId ?? '' }
      const own = await beginTest(record.db, teachingHere().courses, {
        courseId: 'core',
        learner,
        form: 'post',
        now: noon
      })
      const forCredit = await beginCreditTest(record.db, whose('post'))
      expect(forCredit).not.toBe(own)
      const started = { assessmentId: own, learnerId: learner.id }
      await submitAssessment(record.db, { ...started, seenSeq: await answerTest(record.db, started), now: noon })
      expect(await wayOf(record.db, nurse, activity)).toMatchObject({ testAttempts: 0, finishedAt: null })
      expect(await faults()).toEqual({ nurses: 'work_unfinished' })
    })

    test('is measured in minutes without breaks, and nobody fails by it', async () => {
      await begin(record.db, nurse, activity)
      await doParts(record.db, nurse, { now: new Date('2026-11-24T18:07:30.000Z') })
      await doTest(record.db, nurse, activity, { now: new Date('2026-11-24T20:00:00.000Z') })
      expect(await wayOf(record.db, nurse, activity)).toMatchObject({ minutesMeasured: 17, minutesReported: null })
      expect(await faults()).toEqual({ nurses: undefined })
    })

    test('in a case of another profession counts as well', async () => {
      await begin(record.db, nurse, activity)
      await doParts(record.db, nurse)
      await record.db.updateTable('participation').set({ profession: 'physician' }).execute()
      expect(await steps()).toMatchObject({ 'own-visit': 'done' })
    })
  })

  test('the list says where somebody stands in each activity', async () => {
    const other = await aCreditActivity(record.db, { organization: activity.organization }, { title: 'Another', dates })
    await begin(record.db, nurse, activity)
    const list = async (now: Date) =>
      (await listMyActivities(record.db, { actor: nurse.person, now })).map(({ title, state, daysLeft }) => [
        title,
        state,
        daysLeft
      ])
    expect(await list(noon)).toEqual([
      ['Seeing patients alone', 'under-way', 6],
      ['Another', 'open', 6]
    ])
    expect(await list(tooLate)).toEqual([
      ['Seeing patients alone', 'over', undefined],
      ['Another', 'over', undefined]
    ])
    expect(other.version).toBe(1)
  })

  function whose(form: 'pre' | 'post') {
    return { actor: nurse.person, activityId: activity.activityId, form, now: noon }
  }

  async function close() {
    const closedAt = noon.toISOString()
    const { activityId } = activity
    await record.db
      .updateTable('activity')
      .set({ state: 'closed', openVersion: null })
      .where('id', '=', activityId)
      .execute()
    await record.db.updateTable('activityVersion').set({ closedAt }).where('activityId', '=', activityId).execute()
  }
})

type Showing = Parameters<typeof signShowing>[0]
const because = { on: '2026-11-25', because: 'A sentence in it was wrong.' }

/** What is taught here, with the lesson `what-it-is` otherwise than it is. */
function withLesson(changes: object): Teaching {
  const here = teachingHere()
  const lessons = here.lessons.map((it) =>
    it.lesson.id === 'what-it-is' ? { ...it, lesson: { ...it.lesson, ...changes } } : it
  )
  return { ...here, lessons }
}

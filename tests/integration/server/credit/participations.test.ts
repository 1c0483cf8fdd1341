import { beforeEach, describe, expect, test } from 'vitest'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { acknowledge } from '#server/credit/participations/acknowledge.ts'
import { beginCreditTest } from '#server/credit/participations/begin-credit-test.ts'
import { markActivityEvaluated } from '#server/credit/participations/mark-evaluated.ts'
import { listMyActivities } from '#server/credit/participations/my-activities.ts'
import { getMyActivity } from '#server/credit/participations/my-activity.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { type Teaching, teachingHere } from '#server/credit/participations/teaching.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
import { beginTest } from '#server/learning/courses/begin-test.ts'
import { findReading } from '#server/learning/lessons/queries.ts'
import { learnerOf } from '#server/people/learners/learner-of.ts'
import { aCompletion, anOpenOffering } from '#tests/helpers/activities.ts'
import { answerTest } from '#tests/helpers/assessments.ts'
import {
  aCreditActivity,
  aLaterVersion,
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

  describe('the test', () => {
    const ready = async () => {
      await begin(record.db, nurse, activity)
      await doParts(record.db, nurse)
    }

    test('waits for what comes before it', async () => {
      await begin(record.db, nurse, activity)
      await expect(beginCreditTest(record.db, whose('post'))).rejects.toMatchObject({ code: 'step_waits' })
    })

    test('is taken up, not begun again, and takes the activity’s pass mark', async () => {
      activity = await aCreditActivity(record.db, { offerings: [hours], test: { items: 7, passMark: 95 } }, { dates })
      nurse = await aMember(record.db, activity)
      await ready()
      const assessmentId = await beginCreditTest(record.db, whose('post'))
      expect(await beginCreditTest(record.db, whose('post'))).toBe(assessmentId)
      const { learnerId } = await wayOf(record.db, nurse, activity)
      const { snapshot } = await getSitting(record.db, { assessmentId, learnerId: learnerId ?? '' })
      expect(snapshot.context.started).toMatchObject({ passMark: 95, course: { id: 'core' } })
    })

    test('failed as often as its credit allows ends that credit, and asks other questions each time', async () => {
      const completion = { ...aCompletion({ needsEvaluation: false }), statementText: '' }
      const offerings = [anOpenOffering({ maxAttempts: 2, needsEvaluation: false }), completion]
      activity = await aCreditActivity(record.db, { offerings }, { dates })
      nurse = await aMember(record.db, activity)
      await ready()
      const first = await doTest(record.db, nurse, activity, { isRight: false })
      expect(await faults()).toEqual({ nurses: 'work_unfinished', completion: 'work_unfinished' })
      const second = await doTest(record.db, nurse, activity, { isRight: false })
      expect(await faults()).toEqual({ nurses: 'attempts_used_up', completion: 'work_unfinished' })
      expect(await sameQuestions(first, second)).toEqual([])
      await doTest(record.db, nurse, activity)
      expect(await faults()).toEqual({ nurses: 'attempts_used_up', completion: undefined })
      expect(await wayOf(record.db, nurse, activity)).toMatchObject({ testAttempts: 3, scoreHundredths: 10_000 })
      await expect(openClaim(record.db, { ...whose('post'), offeringId: 'nurses' })).rejects.toMatchObject({
        code: 'attempts_used_up'
      })
    })

    test('failed as often as every credit allows is not begun again', async () => {
      activity = await aCreditActivity(record.db, { offerings: [{ ...hours, maxAttempts: 1 }] }, { dates })
      nurse = await aMember(record.db, activity)
      await ready()
      await doTest(record.db, nurse, activity, { isRight: false })
      await expect(beginCreditTest(record.db, whose('post'))).rejects.toMatchObject({ code: 'attempts_used_up' })
    })

    test('that is good enough for one credit may be taken again for one that asks for more', async () => {
      const offerings = [hours, anOpenOffering({ id: 'more', minScore: 100, needsEvaluation: false })]
      activity = await aCreditActivity(record.db, { offerings, test: { items: 7, passMark: 50 } }, { dates })
      nurse = await aMember(record.db, activity)
      await ready()
      const testId = await doTest(record.db, nurse, activity)
      await record.db
        .updateTable('participationStep')
        .set({ scoreHundredths: 8500 })
        .where('contentId', '=', testId)
        .execute()
      expect(await faults()).toEqual({ nurses: undefined, more: 'score_too_low' })
      await doTest(record.db, nurse, activity)
      expect(await faults()).toEqual({ nurses: undefined, more: undefined })
      await expect(beginCreditTest(record.db, whose('post'))).rejects.toMatchObject({ code: 'step_waits' })
    })

    test('may be taken by whom no credit is for', async () => {
      nurse = await aMember(record.db, activity, { profession: 'dentist' })
      await begin(record.db, nurse, activity, { profession: 'dentist' })
      await doParts(record.db, nurse)
      for (const scenarioId of ['sc03'])
        await record.db
          .updateTable('participationStep')
          .set({ contentId: scenarioId })
          .where('contentId', '=', 'sc15')
          .execute()
      await doTest(record.db, nurse, activity)
      expect(await wayOf(record.db, nurse, activity)).toMatchObject({ finishedAt: noon.toISOString() })
      expect(await faults()).toEqual({ nurses: 'profession_not_eligible' })
    })
  })

  describe('the last day', () => {
    const readyOn = async (graceDays = 0) => {
      activity = await aCreditActivity(record.db, { offerings: [hours] }, { dates, graceDays })
      nurse = await aMember(record.db, activity)
      await begin(record.db, nurse, activity)
      await doParts(record.db, nurse)
    }

    test('ends at midnight where the learner is: finished in its last second counts, and is claimed later', async () => {
      await readyOn()
      await doTest(record.db, nurse, activity, { now: lastMinute })
      expect(await faults(tooLate)).toEqual({ nurses: undefined })
      const claimId = await openClaim(record.db, { ...whose('post'), offeringId: 'nurses', now: tooLate })
      const opened = await record.db.selectFrom('event').select('payload').where('streamId', '=', claimId).execute()
      expect(opened.map(({ payload }) => JSON.parse(payload).on)).toEqual(['2026-12-01', '2026-11-30'])
    })

    test('is another in another zone: the same moment is late in New York', async () => {
      activity = await aCreditActivity(record.db, { offerings: [hours] }, { dates })
      nurse = await aMember(record.db, activity)
      await begin(record.db, nurse, activity, { timeZone: 'America/New_York' })
      await doParts(record.db, nurse)
      const hour = new Date('2026-12-01T04:59:59.000Z')
      expect(await faults(hour)).toEqual({ nurses: 'work_unfinished' })
      expect(await faults(lastMinute)).toEqual({ nurses: 'expired_midway' })
    })

    test('once over, a test begun before it earns nothing', async () => {
      await readyOn()
      const assessmentId = await beginCreditTest(record.db, { ...whose('post'), now: lastMinute })
      const { learnerId } = await wayOf(record.db, nurse, activity)
      const started = { assessmentId, learnerId: learnerId ?? '' }
      const seenSeq = await answerTest(record.db, started, { now: tooLate })
      await submitAssessment(record.db, { ...started, seenSeq, now: tooLate })
      expect(await faults(tooLate)).toEqual({ nurses: 'expired_midway' })
      await expect(
        openClaim(record.db, { ...whose('post'), offeringId: 'nurses', now: tooLate })
      ).rejects.toMatchObject({ code: 'expired_midway' })
      expect(await record.db.selectFrom('claim').selectAll().execute()).toEqual([])
    })

    test('once over, no test is begun', async () => {
      await readyOn()
      await expect(beginCreditTest(record.db, { ...whose('post'), now: tooLate })).rejects.toMatchObject({
        code: 'expired_midway'
      })
    })

    test.each([
      ['2026-12-02T05:59:59.000Z', undefined],
      ['2026-12-02T06:00:00.000Z', 'expired_midway']
    ])('with one day of grace, finished at %s: %j', async (at, fault) => {
      await readyOn(1)
      expect((await faults(new Date(at))).nurses).toBe(fault ?? 'work_unfinished')
      if (!fault) await doTest(record.db, nurse, activity, { now: new Date(at) })
      expect((await faults(new Date(at))).nurses).toBe(fault)
    })

    test('is warned of from fourteen days before', async () => {
      await readyOn()
      const days = async (at: string) => (await look(new Date(at))).underWay?.daysLeft
      expect(await days('2026-11-16T05:59:59.000Z')).toBeUndefined()
      expect(await days('2026-11-16T06:00:00.000Z')).toBe(14)
      expect(await days(lastMinute.toISOString())).toBe(0)
      expect(await days(tooLate.toISOString())).toBeUndefined()
    })
  })

  describe('what happens meanwhile', () => {
    const finish = async () => {
      await begin(record.db, nurse, activity)
      await doParts(record.db, nurse)
      await doTest(record.db, nurse, activity)
    }
    const dayAfter = new Date('2026-11-26T18:00:00.000Z')

    test('a closed activity: what was finished before stays claimable', async () => {
      await finish()
      await close()
      expect(await faults(dayAfter)).toEqual({ nurses: undefined })
    })

    test('a closed activity: what was not finished earns nothing', async () => {
      await begin(record.db, nurse, activity)
      await close()
      expect(await faults(dayAfter)).toEqual({ nurses: 'activity_closed' })
    })

    test('withdrawn content: what was finished before stays claimable', async () => {
      await finish()
      const teaching = withLesson({ status: 'withdrawn', withdrawn: because })
      expect(await faults(dayAfter, teaching)).toEqual({ nurses: undefined })
      expect(await openClaim(record.db, { ...whose('post'), offeringId: 'nurses', now: dayAfter, teaching })).toMatch(
        /^[\w-]{22}$/
      )
    })

    test('withdrawn content: what was not finished earns nothing', async () => {
      await begin(record.db, nurse, activity)
      const teaching = withLesson({ status: 'withdrawn', withdrawn: because })
      expect(await faults(noon, teaching)).toEqual({ nurses: 'content_withdrawn' })
      expect(await faults(dayAfter, teaching)).toEqual({ nurses: 'content_withdrawn' })
      expect(await steps(noon, teaching)).toMatchObject({ nature: 'withdrawn' })
    })

    test('revised content counts once the office has opened it', async () => {
      await begin(record.db, nurse, activity)
      const teaching = withLesson({ version: 2 })
      expect(await faults(noon, teaching)).toEqual({ nurses: 'content_revised' })
      const contents = activity.contents.map((it) => (it.id === 'what-it-is' ? { ...it, version: 2 } : it))
      await aLaterVersion(record.db, activity, { contents })
      expect(await faults(noon, teaching)).toEqual({ nurses: 'work_unfinished' })
      await doParts(record.db, nurse, { teaching })
      expect((await look(noon, teaching)).underWay?.work.readyAt).toBe(noon.toISOString())
      expect(await wayOf(record.db, nurse, activity)).toMatchObject({ activityVersion: 1 })
    })

    test('a new version: who began goes on with the one they acknowledged', async () => {
      await begin(record.db, nurse, activity)
      const next = await aLaterVersion(record.db, activity)
      expect((await look(dayAfter)).before).toBeUndefined()
      await begin(record.db, nurse, next, { now: dayAfter })
      expect((await ways()).map(({ activityVersion }) => activityVersion)).toEqual([1])
    })

    test('a new version: once the old one is over, the new one is begun anew', async () => {
      await begin(record.db, nurse, activity)
      const next = await aLaterVersion(record.db, activity, {
        draft: { ...activity.draft, dates: { ...dates, expiry: '2027-11-30' } }
      })
      expect((await look(tooLate)).before).toMatchObject({ fault: undefined, version: { version: 2 } })
      await begin(record.db, nurse, next, { now: tooLate })
      expect(await wayOf(record.db, nurse, activity)).toMatchObject({ activityVersion: 2 })
      expect(await steps(tooLate)).toMatchObject({ nature: 'open' })
    })

    test('the evaluation is given once, after all else', async () => {
      await begin(record.db, nurse, activity)
      const { id: participationId } = await wayOf(record.db, nurse, activity)
      const mark = () => markActivityEvaluated(record.db, { participationId })
      await expect(mark()).rejects.toMatchObject({ code: 'work_unfinished' })
      await doParts(record.db, nurse)
      await doTest(record.db, nurse, activity)
      await mark()
      expect(await steps()).toMatchObject({ evaluation: 'done' })
      await expect(mark()).rejects.toMatchObject({ code: 'evaluation_given' })
      expect(await record.db.selectFrom('enrollment').select('isEvaluated').execute()).toEqual([{ isEvaluated: 1 }])
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

  async function sameQuestions(...ids: string[]) {
    const { learnerId } = await wayOf(record.db, nurse, activity)
    const papers = await Promise.all(
      ids.map(async (assessmentId) => {
        const { snapshot } = await getSitting(record.db, { assessmentId, learnerId: learnerId ?? '' })
        return snapshot.context.started.paper.map(({ id }) => id)
      })
    )
    return (papers[0] ?? []).filter((id) => papers[1]?.includes(id))
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

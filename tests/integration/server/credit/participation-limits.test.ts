import { beforeEach, describe, expect, test } from 'vitest'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { beginCreditTest } from '#server/credit/participations/begin-credit-test.ts'
import { markActivityEvaluated } from '#server/credit/participations/mark-evaluated.ts'
import { getMyActivity } from '#server/credit/participations/my-activity.ts'
import { type Teaching, teachingHere } from '#server/credit/participations/teaching.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
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
import { engines, useRecord } from '#tests/helpers/db.ts'

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

const because = { on: '2026-11-25', because: 'A sentence in it was wrong.' }

/** What is taught here, with the lesson `what-it-is` otherwise than it is. */
function withLesson(changes: object): Teaching {
  const here = teachingHere()
  const lessons = here.lessons.map((it) =>
    it.lesson.id === 'what-it-is' ? { ...it, lesson: { ...it.lesson, ...changes } } : it
  )
  return { ...here, lessons }
}

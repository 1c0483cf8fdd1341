import { describe, expect, test } from 'vitest'
import type { LearnerAnswered } from '#machines/assessment/events.ts'
import { getAssessment, getSitting, listMyAssessments, listSeen } from '#server/learning/assessments/queries.ts'
import { recordTestAnswer } from '#server/learning/assessments/record-test-answer.ts'
import { startAssessment } from '#server/learning/assessments/start-assessment.ts'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
import { inTransaction } from '#server/record/db/client.ts'
import { appendEvent } from '#server/record/events/append.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { aCourse, anAssessment, answerTest, aTestHandedIn, type StartedTest } from '#tests/helpers/assessments.ts'
import { aLearner, later, night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aBank, aTest } from '#tests/helpers/items.ts'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  const paperOf = async (started: StartedTest) => (await getSitting(record.db, started)).snapshot.context.started.paper
  const answersOf = async (started: StartedTest) => (await getSitting(record.db, started)).snapshot.context.answers
  const storedTypes = async ({ assessmentId }: StartedTest) =>
    (
      await record.db.selectFrom('event').select('type').where('streamId', '=', assessmentId).orderBy('seq').execute()
    ).map(({ type }) => type)

  /** The answer to a question by its place, counted from 0, with one of its options by place. */
  async function answerTo(started: StartedTest, place: number, option = 0): Promise<LearnerAnswered> {
    const question = (await paperOf(started))[place]
    const picked = question?.options[option]
    if (!question || !picked) throw new Error('There is no such option')
    return { type: 'learner.answered', item: question.id, options: [picked.id] }
  }
  const give = (started: StartedTest, seenSeq: number, event: LearnerAnswered) =>
    recordTestAnswer(record.db, { ...started, seenSeq, event, now: later(seenSeq) })
  const handIn = (started: StartedTest, seenSeq: number) =>
    submitAssessment(record.db, { ...started, seenSeq, now: later(60) })

  describe('beginning a test', () => {
    test('stores what was drawn, whole, with what holds for it', async () => {
      const started = await anAssessment(record.db)
      const { assessment, seq, snapshot } = await getSitting(record.db, started)
      expect(assessment).toEqual({
        id: started.assessmentId,
        participationId: null,
        courseId: 'a-course',
        courseVersion: 1,
        form: 'post',
        startedAt: night.toISOString(),
        submittedAt: null,
        passed: null,
        lastSeq: 1
      })
      expect(seq).toBe(1)
      const { seed, paper, ...rest } = snapshot.context.started
      expect(rest).toEqual({
        type: 'assessment.started',
        course: { id: 'a-course', version: 1 },
        form: 'post',
        passMark: 80
      })
      expect(seed).toMatch(/^[\w-]{22}$/)
      for (const { pair, side, id, objective, ...question } of paper) {
        const drawn = aBank().find((it) => it.id === pair)
        expect([id, objective, question]).toEqual([`${pair}-${side}`, drawn?.objective, drawn?.[side]])
      }
    })

    test('a first test has no pass mark', async () => {
      const started = await anAssessment(record.db, { form: 'pre' })
      expect((await getSitting(record.db, started)).snapshot.context.started.passMark).toBeNull()
    })

    test('begun again it is taken up, also by a double click; another course, form or learner has its own', async () => {
      const learnerId = await aLearner(record.db)
      await openConnections(record.db)
      const both = await Promise.all([anAssessment(record.db, { learnerId }), anAssessment(record.db, { learnerId })])
      expect(both[0]).toEqual(both[1])
      const [first] = both
      await give(first, 1, await answerTo(first, 0))
      expect(await anAssessment(record.db, { learnerId, now: later(9) })).toEqual(first)
      await anAssessment(record.db, { learnerId, form: 'pre' })
      await anAssessment(record.db, { learnerId, course: { ...aCourse, id: 'another-course' } })
      await anAssessment(record.db)
      const streams = await record.db.selectFrom('stream').select(['kind', 'lastSeq']).orderBy('lastSeq').execute()
      expect(streams).toEqual([1, 1, 1, 2].map((lastSeq) => ({ kind: 'assessment', lastSeq })))
    })

    test('a second test asks the other sides, a third other pairs', async () => {
      const learnerId = await aLearner(record.db)
      const takes = [
        await aTestHandedIn(record.db, { learnerId, form: 'pre' }),
        await aTestHandedIn(record.db, { learnerId, now: later(5), isRight: false }),
        await aTestHandedIn(record.db, { learnerId, now: later(10) })
      ]
      const papers = await Promise.all(takes.map(paperOf))
      const [pre, post, again] = papers.map((paper) => paper.map(({ pair }) => pair).toSorted())
      expect(post).toEqual(pre)
      expect(again?.filter((pair) => pre?.includes(pair))).toEqual([])
      expect(new Set(papers.flat().map(({ id }) => id)).size).toBe(9)
      const mine = await listMyAssessments(record.db, { learnerId })
      expect(mine.map(({ id, form, passed }) => [id, form, passed])).toEqual([
        [takes[2]?.assessmentId, 'post', true],
        [takes[1]?.assessmentId, 'post', false],
        [takes[0]?.assessmentId, 'pre', null]
      ])
      expect(await listSeen(record.db, { learnerId })).toEqual(
        papers.map((paper, index) => ({
          courseId: 'a-course',
          form: index === 0 ? 'pre' : 'post',
          drawn: paper.map(({ pair, side }) => ({ pairId: pair, side }))
        }))
      )
    })

    test('a bank that cannot fill it is a fault that names the objective, and stores nothing', async () => {
      const learnerId = await aLearner(record.db)
      const test = aTest({ blueprint: [{ objective: 'asking', items: 5 }] })
      const start = { course: { ...aCourse, test }, form: 'pre' as const, learnerId, now: night, bank: aBank() }
      await expect(startAssessment(record.db, start)).rejects.toMatchObject({
        code: 'bank_too_small',
        status: 500,
        where: { course: 'a-course', objective: 'asking', wanted: 5, found: 4 }
      })
      expect(await record.db.selectFrom('stream').selectAll().execute()).toEqual([])
    })
  })

  describe('an answer', () => {
    test('is stored as it was given, and changed by a later one', async () => {
      const started = await anAssessment(record.db)
      const first = await answerTo(started, 0)
      const second = await answerTo(started, 0, 1)
      expect(await give(started, 1, first)).toEqual({ status: 'recorded', seq: 2 })
      expect(await give(started, 2, second)).toEqual({ status: 'recorded', seq: 3 })
      expect(await answersOf(started)).toEqual({ [first.item]: second.options })
    })

    test('by a double click, or sent again later, counts once', async () => {
      const started = await anAssessment(record.db)
      await openConnections(record.db)
      const first = await answerTo(started, 0)
      const both = await Promise.all([give(started, 1, first), give(started, 1, first)])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['recorded', 'repeated'])
      await give(started, 2, await answerTo(started, 1))
      expect(await give(started, 1, first)).toEqual({ status: 'repeated', seq: 3 })
      expect(await storedTypes(started)).toEqual(['assessment.started', 'learner.answered', 'learner.answered'])
    })

    test('in two tabs on two questions, both count', async () => {
      const started = await anAssessment(record.db)
      await openConnections(record.db)
      const events = await Promise.all([0, 1, 2].map((place) => answerTo(started, place)))
      const all = await Promise.all(events.map((event) => give(started, 1, event)))
      expect(all.map(({ status }) => status)).toEqual(['recorded', 'recorded', 'recorded'])
      expect(all.map(({ seq }) => seq).toSorted()).toEqual([2, 3, 4])
      expect(await answersOf(started)).toEqual(Object.fromEntries(events.map(({ item, options }) => [item, options])))
    })

    test('in a second tab on the same question is late, and the first stays', async () => {
      const started = await anAssessment(record.db)
      const first = await answerTo(started, 0)
      await give(started, 1, first)
      await give(started, 2, await answerTo(started, 1))
      expect(await give(started, 1, await answerTo(started, 0, 1))).toEqual({ status: 'stale', seq: 3 })
      expect((await answersOf(started))[first.item]).toEqual(first.options)
    })

    test('after a number nobody has seen stores nothing', async () => {
      const started = await anAssessment(record.db)
      expect(await give(started, 2 ** 31, await answerTo(started, 0))).toEqual({ status: 'stale', seq: 1 })
      expect(await storedTypes(started)).toEqual(['assessment.started'])
    })

    test.each([
      ['a question that is not on the paper', { item: 'nowhere-a', options: ['see-alone'] }],
      ['a name every object has', { item: 'constructor', options: ['constructor'] }]
    ])('to %s is refused', async (_, answer) => {
      const started = await anAssessment(record.db)
      const refused = give(started, 1, { type: 'learner.answered', ...answer })
      await expect(refused).rejects.toMatchObject({ code: 'event_refused', status: 409 })
    })

    test('replays to the same state with nothing remembered, as after a restart', async () => {
      const started = await anAssessment(record.db)
      await answerTest(record.db, started)
      const warm = await getSitting(record.db, started)
      dropWarm()
      const cold = await getSitting(record.db, started)
      expect([cold.seq, JSON.stringify(cold.snapshot)]).toEqual([4, JSON.stringify(warm.snapshot)])
    })

    test('rolled back from outside leaves no trace in what is remembered', async () => {
      const started = await anAssessment(record.db)
      const [first, other] = [await answerTo(started, 0), await answerTo(started, 0, 1)]
      const undone = record.db.transaction().execute(async (db) => {
        await recordTestAnswer(db, { ...started, seenSeq: 1, event: first, now: night })
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      const elsewhere = { streamId: started.assessmentId, seenSeq: 1, event: other, occurredAt: night.toISOString() }
      await inTransaction(record.db, (db) => appendEvent(db, elsewhere))
      expect(await answersOf(started)).toEqual({ [first.item]: other.options })
    })
  })

  describe('handing in', () => {
    test('is refused while a question is open', async () => {
      const started = await anAssessment(record.db)
      await give(started, 1, await answerTo(started, 0))
      await expect(handIn(started, 2)).rejects.toMatchObject({ code: 'assessment_incomplete', status: 409 })
      expect(await getAssessment(record.db, started)).toMatchObject({ submittedAt: null, lastSeq: 2 })
    })

    test.each([
      ['post', true, true],
      ['post', false, false],
      ['pre', true, null]
    ] as const)('a %s-test with answers all right: %s notes %s', async (form, isRight, passed) => {
      const started = await aTestHandedIn(record.db, { form, isRight })
      const { submittedAt, passed: noted } = await getAssessment(record.db, started)
      expect([submittedAt, noted]).toEqual([night.toISOString(), passed])
    })

    test('twice counts once', async () => {
      const started = await anAssessment(record.db)
      const seenSeq = await answerTest(record.db, started)
      await openConnections(record.db)
      const both = await Promise.all([handIn(started, seenSeq), handIn(started, seenSeq)])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['recorded', 'repeated'])
      expect(await handIn(started, seenSeq)).toEqual({ status: 'repeated', seq: 5 })
      expect((await storedTypes(started)).filter((type) => type === 'assessment.submitted')).toHaveLength(1)
    })

    test('a page that did not show the newest answers hands nothing in', async () => {
      const started = await anAssessment(record.db)
      const seenSeq = await answerTest(record.db, started)
      await give(started, seenSeq, await answerTo(started, 0, 1))
      expect(await handIn(started, seenSeq)).toEqual({ status: 'stale', seq: seenSeq + 1 })
      expect(await getAssessment(record.db, started)).toMatchObject({ submittedAt: null })
    })

    test('ends it: an answer that stands is no fault, another one is refused', async () => {
      const started = await aTestHandedIn(record.db)
      const [question] = await paperOf(started)
      const standing = (await answersOf(started))[question?.id ?? ''] ?? []
      const event = { type: 'learner.answered' as const, item: question?.id ?? '', options: [...standing] }
      expect(await give(started, 2, event)).toEqual({ status: 'repeated', seq: 5 })
      const other = { ...event, options: question?.options.slice(-1).map(({ id }) => id) ?? [] }
      await expect(give(started, 5, other)).rejects.toMatchObject({ code: 'assessment_submitted', status: 409 })
    })

    test('an answer and the hand-in at once: either both count, or the hand-in is late', async () => {
      const started = await anAssessment(record.db)
      const seenSeq = await answerTest(record.db, started)
      await openConnections(record.db)
      const other = await answerTo(started, 0, 2)
      const [answer, submission] = await Promise.allSettled([give(started, seenSeq, other), handIn(started, seenSeq)])
      const types = await storedTypes(started)
      if (submission.status === 'fulfilled' && submission.value.status === 'recorded') {
        expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'assessment_submitted' } })
        expect(types.at(-1)).toBe('assessment.submitted')
      } else {
        expect(submission).toMatchObject({ value: { status: 'stale' } })
        expect(types).not.toContain('assessment.submitted')
      }
    })
  })

  describe('a test of somebody else', () => {
    test('does not exist', async () => {
      const { assessmentId } = await anAssessment(record.db)
      const stranger = { assessmentId, learnerId: await aLearner(record.db) }
      const refused = { code: 'assessment_not_found', status: 404 }
      const event = { type: 'learner.answered' as const, item: 'privacy-1-a', options: ['wait'] }
      await expect(getAssessment(record.db, stranger)).rejects.toMatchObject(refused)
      await expect(getSitting(record.db, stranger)).rejects.toMatchObject(refused)
      await expect(give(stranger, 1, event)).rejects.toMatchObject(refused)
      await expect(handIn(stranger, 1)).rejects.toMatchObject(refused)
      expect(await listMyAssessments(record.db, stranger)).toEqual([])
      expect(await listSeen(record.db, stranger)).toEqual([])
    })

    test.each(['', 'no-such-test', '../../etc/passwd', 'a\u0000b', 'x'.repeat(5000)])(
      'nor does one named %j',
      async (assessmentId) => {
        const learnerId = await aLearner(record.db)
        await expect(getAssessment(record.db, { assessmentId, learnerId })).rejects.toMatchObject({
          code: 'assessment_not_found'
        })
      }
    )
  })

  describe('a log at fault is loud, and names stream and number:', () => {
    const at = (streamId: string, seq: number) =>
      record.db.updateTable('event').where('streamId', '=', streamId).where('seq', '=', seq)

    test.each([
      ['a payload that is no JSON', 3, { payload: '{"item":' }],
      ['a part too many', 3, { payload: '{"item":"privacy-1-a","options":["wait"],"x":1}' }],
      ['an event of an attempt', 3, { type: 'learner.continued', payload: '{"scene":"arrival"}' }],
      ['an event the state refuses', 3, { payload: '{"item":"nowhere-a","options":["wait"]}' }],
      ['a paper without questions', 1, { payload: '{"paper":[]}' }]
    ])('%s', async (_, seq, change) => {
      const started = await anAssessment(record.db)
      await answerTest(record.db, started)
      dropWarm()
      await at(started.assessmentId, seq).set(change).execute()
      const where = { stream: started.assessmentId, seq }
      await expect(getSitting(record.db, started)).rejects.toMatchObject({ code: 'log_corrupt', status: 500, where })
    })

    test.each([1, 2, 4])('a missing event %i', async (seq) => {
      const started = await anAssessment(record.db)
      await answerTest(record.db, started)
      dropWarm()
      const { assessmentId: stream } = started
      await record.db.deleteFrom('event').where('streamId', '=', stream).where('seq', '=', seq).execute()
      await expect(getSitting(record.db, started)).rejects.toMatchObject({
        code: 'log_corrupt',
        where: { stream, seq }
      })
    })
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { POST } from '#app/courses/[courseId]/evaluation/send/route.ts'
import { enroll } from '#server/learning/courses/enroll.ts'
import { getStanding } from '#server/learning/courses/queries.ts'
import { findCourse, servedCourses } from '#server/learning/courses/served.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { newId } from '#server/record/ids.ts'
import { night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'

const courseId = 'starter'
const course = findCourse(servedCourses(), courseId)
if (!course) throw new Error('There is no starter course')
const [objective] = course.objectives.map((it) => it.objective)
const page = `/courses/${courseId}`

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(async () => {
    useDoorsOn(record.db)
    await record.db.deleteFrom('evaluation').execute()
  })

  const post = async (body: string, token?: string, id = courseId) =>
    read(await POST(aPost(body, { token }), { params: Promise.resolve({ courseId: id }) }))
  const evaluations = () => record.db.selectFrom('evaluation').selectAll().execute()
  const isEvaluated = async () =>
    (await record.db.selectFrom('enrollment').select('isEvaluated').execute()).map((row) => row.isEvaluated)

  /** Somebody who has begun the course and, unless told, done all that comes before the evaluation. */
  async function aLearnerAtTheEnd({ isDone = true } = {}) {
    const comer = { token: undefined, isShared: false, now: night }
    const { token } = await enroll(record.db, servedCourses(), { ...comer, courseId, role: 'registrar' })
    const learner = await findLearner(record.db, token)
    if (!course || !learner) throw new Error('Nobody has begun')
    if (isDone) {
      const { progress } = await getStanding(record.db, course, learner)
      const done = { learnerId: learner.id, version: 1, readAt: night.toISOString() }
      for (const { part } of progress.steps) {
        if (part.kind === 'lesson')
          await record.db
            .insertInto('lessonReading')
            .values({ ...done, lessonId: part.lesson })
            .execute()
        if (part.kind === 'case')
          await record.db
            .insertInto('summaryReading')
            .values({ ...done, scenarioId: part.scenario })
            .execute()
      }
    }
    if (isDone) await aTestPassed(learner.id)
    return { token, learnerId: learner.id }
  }

  async function aTestPassed(learnerId: string) {
    const [id, at] = [newId(), night.toISOString()]
    await record.db.insertInto('stream').values({ id, kind: 'assessment', lastSeq: 1 }).execute()
    await record.db
      .insertInto('assessment')
      .values({ id, learnerId, courseId, courseVersion: 1, form: 'post', startedAt: at, submittedAt: at, passed: 1 })
      .execute()
  }

  test('what was said is kept apart from who said it, with no time but the quarter', async () => {
    const { token, learnerId } = await aLearnerAtTheEnd()
    const said = [
      `objectives.${objective}=yes&relevance=very&learned=some&bias=biased&biasText=A+brand&intent=yes`,
      'change=Ask+everyone+alone&barriers=time&barriers=law&access=partly&accessText=&minutes=24',
      'before.ask=little&now.ask=fair&now.stop=&respect=yes&topics='
    ].join('&')
    expect(await post(said, token)).toMatchObject({ status: 303, location: page, cookie: null })
    const [row, ...more] = await evaluations()
    expect(more).toEqual([])
    expect({ ...row, answers: JSON.parse(row?.answers ?? '') }).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      courseId,
      courseVersion: course?.version,
      activityId: null,
      shownAs: null,
      quarter: expect.stringMatching(/^20\d\d-Q[1-4]$/),
      answers: {
        objectives: { [objective ?? '']: 'yes' },
        relevance: 'very',
        learned: 'some',
        bias: 'biased',
        biasText: 'A brand',
        intent: 'yes',
        change: 'Ask everyone alone',
        barriers: ['time', 'law'],
        access: 'partly',
        minutes: 24,
        before: { ask: 'little' },
        now: { ask: 'fair' },
        respect: 'yes'
      }
    })
    expect(await isEvaluated()).toEqual([1])
    expect(JSON.stringify(row)).not.toContain(learnerId)
    expect(await post(said, token)).toMatchObject({ location: `${page}?notice=evaluation_given` })
    expect(await evaluations()).toHaveLength(1)
    await forgetLearner(record.db, { learnerId })
    expect(await evaluations()).toEqual([row])
  })

  test('no column of an evaluation leads to a learner', async () => {
    const tables = await record.db.introspection.getTables()
    const columns = tables.find(({ name }) => name === 'evaluation')?.columns.map(({ name }) => name)
    expect(columns?.sort()).toEqual(['activityId', 'answers', 'courseId', 'courseVersion', 'id', 'quarter', 'shownAs'])
  })

  test.each(['as=without', '', 'relevance=&topics=+'])(
    'who says nothing (%s) has finished, and nothing is kept',
    async (body) => {
      const { token } = await aLearnerAtTheEnd()
      expect(await post(body, token)).toMatchObject({ location: page })
      expect(await isEvaluated()).toEqual([1])
      expect(await evaluations()).toEqual([])
    }
  )

  test.each([
    'relevance=perfect',
    'relevance=very&relevance=little',
    'objectives.none-of-ours=yes',
    'objectives=yes',
    'before.after=much',
    'before.ask.now=much',
    '__proto__.ask=much',
    'minutes=-1',
    'minutes=soon',
    'barriers=everything',
    'as=always',
    'name=somebody',
    `topics=${'x'.repeat(501)}`
  ])('a form that says %s is refused whole', async (body) => {
    const { token } = await aLearnerAtTheEnd()
    expect(await post(body, token)).toMatchObject({ location: `${page}?notice=invalid_input` })
    expect(await isEvaluated()).toEqual([0])
    expect(await evaluations()).toEqual([])
  })

  test('it opens after what comes before it, for those who have begun', async () => {
    const { token } = await aLearnerAtTheEnd({ isDone: false })
    expect(await post('relevance=very', token)).toMatchObject({ location: `${page}?notice=step_waits` })
    expect(await isEvaluated()).toEqual([0])
    expect(await post('relevance=very')).toMatchObject({ location: `${page}?notice=course_not_begun` })
    expect(await post('relevance=very', token, 'nothing')).toMatchObject({
      location: '/courses/nothing?notice=course_not_found'
    })
    expect(await evaluations()).toEqual([])
  })
})

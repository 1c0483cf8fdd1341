import { describe, expect, test } from 'vitest'
import type { Answers } from '#server/credit/evaluations/answers.ts'
import { readEvaluations } from '#server/credit/evaluations/read-evaluations.ts'
import { submitEvaluation } from '#server/credit/evaluations/submit-evaluation.ts'
import { newId } from '#server/record/ids.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const third = new Date('2026-08-01T12:00:00.000Z')
const fourth = new Date('2026-11-24T12:00:00.000Z')
const first = new Date('2027-02-01T12:00:00.000Z')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function anOffice() {
    const activity = await anOpenActivity(record.db)
    const organizationId = activity.organization.id
    const { person } = await aPerson(record.db, { roles: [[organizationId, 'coordinator']], hasSecondFactor: true })
    const { activityId } = activity
    const give = async (count: number, now: Date, answers: Answers = { relevance: 'very' }) => {
      for (let given = 0; given < count; given += 1)
        await submitEvaluation(record.db, { course: activity.course, activityId, answers, now })
    }
    const read = (now: Date) => readEvaluations(record.db, { actor: person, organizationId, activityId, now })
    const counts = async (now: Date) => {
      const { summaries, waiting } = await read(now)
      return [summaries.map(({ period, count }) => `${period}: ${count}`).join(', '), waiting]
    }
    return { activity, organizationId, activityId, person, give, read, counts }
  }

  test('four answers say nothing but that they wait; with the fifth all are read', async () => {
    const { give, counts } = await anOffice()
    expect(await counts(fourth)).toEqual(['', 'none'])
    await give(4, fourth)
    expect(await counts(fourth)).toEqual(['', 'some'])
    await give(1, fourth)
    expect(await counts(fourth)).toEqual(['2026-Q4: 5', 'none'])
  })

  test('a sheet that is sent twice is kept once, and another one in its place is kept beside it', async () => {
    const { activity, activityId } = await anOffice()
    const sheet = newId()
    const send = (answers: Answers) =>
      submitEvaluation(record.db, { course: activity.course, activityId, answers, now: fourth, sheet })
    await Promise.all([send({ relevance: 'very' }), send({ relevance: 'very' })])
    await send({ relevance: 'little' })
    const kept = await record.db.selectFrom('evaluation').select('answers').execute()
    expect(kept.map(({ answers }) => answers).toSorted()).toEqual(['{"relevance":"little"}', '{"relevance":"very"}'])
  })

  test('whatever is new to an office was said by five or more', async () => {
    const { give, counts } = await anOffice()
    await give(6, fourth)
    expect(await counts(fourth)).toEqual(['2026-Q4: 6', 'none'])
    await give(1, fourth)
    expect(await counts(fourth)).toEqual(['2026-Q4: 6', 'some'])
    await give(4, fourth)
    expect(await counts(fourth)).toEqual(['2026-Q4: 11', 'none'])
  })

  test('the leftovers of several quarters are read together, and never beside one of them alone', async () => {
    const { give, counts } = await anOffice()
    await give(7, third)
    expect(await counts(third)).toEqual(['2026-Q3: 7', 'none'])
    await give(2, third)
    await give(3, fourth)
    expect(await counts(fourth)).toEqual(['2026-Q3: 7', 'some'])
    expect(await counts(first)).toEqual(['2026-Q3: 7, other: 5', 'none'])
    await give(1, first)
    expect(await counts(first)).toEqual(['2026-Q3: 7, other: 5', 'some'])
  })

  test('answers are counted, and texts stand in the order of random ids', async () => {
    const { give, read } = await anOffice()
    await give(3, fourth, {
      objectives: { privacy: 'yes' },
      minutes: 50,
      before: { ask: 'none' },
      now: { ask: 'fair' }
    })
    await give(1, fourth, { objectives: { privacy: 'no' }, minutes: 70, barriers: ['time', 'law'] })
    for (const change of ['one', 'two', 'three']) await give(1, fourth, { change })
    const { summaries } = await read(fourth)
    const ids = await record.db.selectFrom('evaluation').select(['id', 'answers']).orderBy('id').execute()
    const inOrder = ids.map(({ answers }) => JSON.parse(answers).change).filter((it) => it !== undefined)
    expect(summaries[0]).toMatchObject({
      count: 7,
      objectives: [
        {
          question: 'privacy',
          counts: [
            { answer: 'yes', count: 3 },
            { answer: 'partly', count: 0 },
            { answer: 'no', count: 1 }
          ]
        }
      ],
      minutes: { median: 50, count: 4 }
    })
    expect(summaries[0]?.texts[0]).toEqual({ question: 'change', said: inOrder })
    expect(summaries[0]?.confidence.find(({ step }) => step === 'ask')?.now.counts).toContainEqual({
      answer: 'fair',
      count: 3
    })
  })

  test('answers of another activity, or of none, are not among them', async () => {
    const { give, counts, activity } = await anOffice()
    const other = await anOffice()
    await other.give(5, fourth)
    for (let given = 0; given < 5; given += 1)
      await submitEvaluation(record.db, { course: activity.course, answers: { learned: 'some' }, now: fourth })
    await give(4, fourth)
    expect(await counts(fourth)).toEqual(['', 'some'])
  })

  test('they are for a coordinator of the organization, after a second factor', async () => {
    const { activityId, organizationId, give } = await anOffice()
    await give(5, fourth)
    const as = async (wish: Parameters<typeof aPerson>[1], where = organizationId) => {
      const { person } = await aPerson(record.db, wish)
      return readEvaluations(record.db, { actor: person, organizationId: where, activityId, now: fourth })
    }
    await expect(as({ roles: [[organizationId, 'coordinator']] })).rejects.toMatchObject({
      code: 'second_factor_needed'
    })
    await expect(as({ roles: [[organizationId, 'manager']] })).rejects.toMatchObject({ code: 'not_allowed' })
    const elsewhere = await anOrganization(record.db)
    const there = { roles: [[elsewhere, 'coordinator']], hasSecondFactor: true } as const
    await expect(as(there)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(as(there, elsewhere)).rejects.toMatchObject({ code: 'activity_not_found' })
  })
})

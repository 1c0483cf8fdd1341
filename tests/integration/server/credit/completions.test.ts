import { describe, expect, test } from 'vitest'
import { completionRow } from '#server/credit/reports/completion-row.ts'
import { type CompletionFilter, countCompletions, listCompletions } from '#server/credit/reports/list-completions.ts'
import { completionsCsv } from '#server/credit/reports/write-completions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { aDraft, anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aDepartment } from '#tests/helpers/people.ts'
import { aCredit, aNamedPerson } from '#tests/helpers/reports.ts'

const now = new Date('2026-12-01T09:00:00.000Z')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  const csvOf = async (filter: CompletionFilter) => {
    const parts: string[] = []
    for await (const part of completionsCsv(rowsOf(record.db, filter), { hasMark: false })) parts.push(part)
    return parts.join('')
  }

  test('the report is the golden one, whatever names and numbers hold', async () => {
    await peopleOfAllKinds(record.db)
    await expect(await csvOf({ organizationId: 'hospital' })).toMatchFileSnapshot('completions.golden.csv')
  })

  test('a report holds what its filter asks for, and its count agrees', async () => {
    const { emergency } = await peopleOfAllKinds(record.db)
    const ids = async (filter: Partial<CompletionFilter>) => {
      const wanted = { organizationId: 'hospital', ...filter }
      const found: string[] = []
      for await (const page of listCompletions(record.db, wanted, { asOf: now }))
        found.push(...page.map(({ claim }) => claim.id))
      expect(await countCompletions(record.db, wanted, { asOf: now })).toBe(found.length)
      return found
    }
    expect(await ids({})).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
    expect(await ids({ activityId: 'pain' })).toEqual(['c6'])
    expect(await ids({ activityId: newId() })).toEqual([])
    expect(await ids({ departmentId: emergency })).toEqual(['c1', 'c2'])
    expect(await ids({ profession: 'physician' })).toEqual(['c3'])
    // Both were finished at the same moment, which was another day where the one of them was.
    expect(await ids({ from: '2026-11-04', to: '2026-11-04' })).toEqual(['c3'])
    expect(await ids({ from: '2026-11-03', to: '2026-11-03' })).toEqual(['c1', 'c2', 'c4', 'c5', 'c6'])
    expect(await ids({ to: '2026-11-02' })).toEqual([])
    expect(await ids({ organizationId: newId() })).toEqual([])
  })

  test('pages hold every credit once, those of one person one after the other', async () => {
    const activity = await anOpenActivity(record.db)
    const people = ['p1', 'p2', 'p3']
    for (const userId of people) {
      const participation = { id: `way-${userId}` }
      await aCredit(record.db, { activity, userId, participation, claim: { id: `b-${userId}` } })
      await aCredit(record.db, {
        activity,
        userId,
        participation,
        claim: { id: `a-${userId}`, offeringId: 'completion' }
      })
    }
    const pages: string[][] = []
    const filter = { organizationId: activity.organization.id }
    for await (const page of listCompletions(record.db, filter, { asOf: now, size: 2 }))
      pages.push(page.map(({ claim }) => claim.id))
    expect(pages).toEqual([
      ['a-p1', 'b-p1'],
      ['a-p2', 'b-p2'],
      ['a-p3', 'b-p3']
    ])
    const lengths: number[] = []
    for await (const page of listCompletions(record.db, filter, { asOf: now, size: 4 })) lengths.push(page.length)
    expect(lengths).toEqual([4, 2])
  })
})

async function* rowsOf(db: Db, filter: CompletionFilter) {
  for await (const page of listCompletions(db, filter, { asOf: now })) yield page.map((it) => completionRow(it))
}

/** A hospital with two activities and people whose names and numbers are hard on a file. */
async function peopleOfAllKinds(db: Db): Promise<{ emergency: string }> {
  const organization = { id: 'hospital', name: 'Hospital, "Example"', isDemonstration: false }
  const activity = await anOpenActivity(db, { activityId: 'alone', organization })
  const other = await anOpenActivity(db, {
    activityId: 'pain',
    organization,
    draft: aDraft({ title: '=HYPERLINK("https://example.org";"Pain")', format: 'live' })
  })
  const [emergency, clinic] = [
    await aDepartment(db, 'hospital', 'Emergency'),
    await aDepartment(db, 'hospital', '@Clinic')
  ]
  const member = (userId: string, departmentId: string) =>
    db
      .insertInto('membership')
      .values({ id: newId(), userId, organizationId: 'hospital', departmentId, role: 'learner', createdAt: '' })
      .execute()
  const nguyen = await aNamedPerson(db, {
    userId: 'p1',
    givenName: 'Nguyễn Łukasz',
    familyName: "O'Brien-Đorđević",
    credentials: 'RN, "CEN"',
    employeeId: '000123',
    consentsToReport: 1,
    email: 'nguyen@example.org'
  })
  await member(nguyen, emergency)
  const way = { id: 'way-1' }
  await aCredit(db, { activity, userId: nguyen, participation: way, claim: { id: 'c1' }, certificates: ['CODE1'] })
  await aCredit(db, {
    activity,
    userId: nguyen,
    participation: way,
    claim: { id: 'c2', offeringId: 'completion', claimedHundredths: null },
    certificates: ['CODE2', 'CODE3']
  })
  const late = { profession: 'physician', timeZone: 'Asia/Tokyo', scoreHundredths: 10_000, minutesReported: null }
  const formula = { userId: 'p2', givenName: '=1+1', familyName: '+Smith', employeeId: '-7', email: '@two@example.org' }
  await aCredit(db, {
    activity,
    userId: await aNamedPerson(db, formula),
    participation: late,
    claim: { id: 'c3' },
    certificates: ['CODE4'],
    isVoided: true
  })
  const lines = {
    userId: 'p3',
    givenName: 'Ann\r\nMarie',
    familyName: '\tTab',
    employeeId: '\r0',
    email: 'three@example.org'
  }
  const third = await aNamedPerson(db, lines)
  await member(third, clinic)
  await aCredit(db, { activity, userId: third, claim: { id: 'c4' } })
  const gone = { passedTestId: null, scoreHundredths: null, testAttempts: 0, isEvaluated: 0, finishedAt: null }
  await aCredit(db, { activity, userId: 'p4-gone', participation: gone, claim: { id: 'c5' }, certificates: ['CODE5'] })
  await aCredit(db, {
    activity: other,
    userId: await aNamedPerson(db, {
      userId: 'p5',
      givenName: 'Ελένη',
      familyName: 'Щербакова',
      email: 'five@example.org'
    }),
    claim: { id: 'c6', claimedHundredths: 25 },
    certificates: ['CODE6']
  })
  await aCredit(db, { activity, claim: { id: 'c7', claimedAt: null, claimedHundredths: null, state: 'attesting' } })
  const later = { id: 'c8', claimedAt: '2026-12-01T09:00:00.001Z' }
  await aCredit(db, { activity, claim: later })
  return { emergency }
}

import { beforeEach, describe, expect, test } from 'vitest'
import { POST } from '#app/courses/[courseId]/evaluation/send/route.ts'
import { attestAndClaim } from '#server/credit/claims/attest-and-claim.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { readEvaluations } from '#server/credit/evaluations/read-evaluations.ts'
import type { Db } from '#server/record/db/schema.ts'
import { tableNames } from '#server/record/db/tables.ts'
import { aCreditActivity, aMember, begin, doParts, doTest } from '#tests/helpers/credit.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { aPerson } from '#tests/helpers/people.ts'

type Row = Readonly<Record<string, unknown>>

/** What all who take an activity in one quarter share; it tells nobody of them from another. */
const ofTheGroup = ['courseId', 'courseVersion', 'activityId', 'quarter', 'shownAs']

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  /** Six nurses who take the same activity one after the other, say what they think of it, and claim their credit. */
  async function sixNurses() {
    const { db } = record
    const activity = await aCreditActivity(db)
    const { activityId } = activity
    const now = new Date()
    const said: string[] = []
    for (const [index, word] of ['alder', 'birch', 'cedar', 'douglas', 'elm', 'fir'].entries()) {
      const nurse = await aMember(db, activity, { familyName: `Nurse${index}` })
      await begin(db, nurse, activity, { now })
      await doParts(db, nurse, { now })
      await doTest(db, nurse, activity, { now })
      const claimId = await openClaim(db, { actor: nurse.person, activityId, offeringId: 'nurses', now })
      said.push(`I will think of ${word}`)
      const body = new URLSearchParams({ for: activityId, change: said.at(-1) ?? '', bias: 'free' })
      const sent = await POST(aPost(body.toString(), { headers: { cookie: nurse.cookie } }), {
        params: Promise.resolve({ courseId: activity.course.id })
      })
      expect(sent.headers.get('location')).toBe(`/activities/${activityId}?notice=evaluation_kept`)
      const claim = { actor: nurse.person, claimId, isAttested: true, minutesReported: 50 + index }
      await attestAndClaim(db, { ...claim, amountHundredths: 75, now })
    }
    return { activity, said }
  }

  test('an evaluation shares no key, no time and no word with anything that is known of a person', async () => {
    const { said } = await sixNurses()
    const { evaluations, others } = await readAll(record.db)
    expect(evaluations).toHaveLength(6)
    expect(others.filter(({ table }) => table === 'certificate')).toHaveLength(6)
    const known = new Set(others.flatMap(({ row }) => valuesIn(row)))
    const whole = JSON.stringify(others)
    for (const row of evaluations) {
      const own = Object.entries(row).filter(([column]) => !ofTheGroup.includes(column))
      expect(own.map(([column]) => column).sort()).toEqual(['answers', 'id'])
      for (const [, value] of own) {
        expect(known.has(String(value))).toBe(false)
        expect(whole).not.toContain(String(value))
      }
      expect(JSON.stringify(row)).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}:\d{2}|\d{10,}/)
    }
    for (const text of said) expect(whole).not.toContain(text)
  })

  test('what all of a group share is the same for each of them', async () => {
    await sixNurses()
    const { evaluations } = await readAll(record.db)
    for (const column of ofTheGroup) expect(new Set(evaluations.map((row) => row[column])).size).toBe(1)
  })

  test('answers are read in an order that is that of random ids, not the one in which people gave or claimed', async () => {
    const { activity, said } = await sixNurses()
    const organizationId = activity.organization.id
    const wish = { roles: [[organizationId, 'coordinator']], hasSecondFactor: true } as const
    const { person: actor } = await aPerson(record.db, wish)
    const wanted = { actor, organizationId, activityId: activity.activityId, now: new Date() }
    const { summaries } = await readEvaluations(record.db, wanted)
    const read = summaries[0]?.texts.find(({ question }) => question === 'change')?.said ?? []
    expect([...read].sort()).toEqual([...said].sort())
    const byId = await record.db.selectFrom('evaluation').select(['id', 'answers']).orderBy('id').execute()
    expect(read).toEqual(byId.map(({ answers }) => JSON.parse(answers).change))
    expect(byId.every(({ id }) => /^[\w-]{22}$/.test(id))).toBe(true)
  })
})

/** Every row of every table, the evaluations apart. */
async function readAll(db: Db): Promise<{ evaluations: Row[]; others: { table: string; row: Row }[] }> {
  const evaluations: Row[] = await db.selectFrom('evaluation').selectAll().execute()
  const others: { table: string; row: Row }[] = []
  for (const table of tableNames) {
    if (table === 'evaluation') continue
    const rows: Row[] = await db.selectFrom(table).selectAll().execute()
    others.push(...rows.map((row) => ({ table, row })))
  }
  return { evaluations, others }
}

/** Every value of a row, and every one within the JSON that a column holds. */
function valuesIn(row: Row): string[] {
  return Object.values(row).flatMap((value) => [String(value), ...withinJson(value)])
}

function withinJson(value: unknown): string[] {
  if (typeof value === 'string' && /^[[{]/.test(value)) return withinJson(JSON.parse(value))
  if (value === null || typeof value !== 'object') return [String(value)]
  return Object.values(value).flatMap(withinJson)
}

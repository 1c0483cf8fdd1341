import { beforeEach, describe, expect, test } from 'vitest'
import { GET as deadlines } from '#app/manage/deadlines.ics/route.ts'
import { POST as takeCompletions } from '#app/manage/reports/completions/route.ts'
import { POST as takeEvaluations } from '#app/manage/reports/evaluations/[activityId]/file/route.ts'
import { POST as takeTiming } from '#app/manage/reports/timing/[activityId]/file/route.ts'
import { POST as takeTeam } from '#app/team/file/route.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { submitEvaluation } from '#server/credit/evaluations/submit-evaluation.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { newId } from '#server/record/ids.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { aDepartment, aPerson } from '#tests/helpers/people.ts'
import { aCredit, aNamedPerson, aParticipation } from '#tests/helpers/reports.ts'

describe.each(engines)('the doors of reports on %s', (engine) => {
  const record = useRecord(engine)
  let activity: ActivityVersion
  let organization: string
  let office: string

  beforeEach(async () => {
    useDoorsOn(record.db)
    activity = await anOpenActivity(record.db)
    organization = activity.organization.id
    office = await signedIn('coordinator', { hasSecondFactor: true })
  })

  const signedIn = async (role: Role, more: object = {}) =>
    (await aPerson(record.db, { roles: [[organization, role]], ...more })).cookie

  type Door = (request: Request, context: { params: Promise<{ activityId: string }> }) => Promise<Response>
  const take = async (door: Door, fields: Record<string, string>, cookie = office) => {
    const request = aPost(new URLSearchParams(fields).toString(), { headers: { cookie } })
    const response = await door(request, { params: Promise.resolve({ activityId: activity.activityId }) })
    const kind = response.headers.get('content-type')
    const bytes = Buffer.from(await response.arrayBuffer())
    return { status: response.status, location: response.headers.get('location'), kind, bytes, text: bytes.toString() }
  }

  test('completions come as CSV, with a mark on wish, and as a workbook', async () => {
    await aCredit(record.db, { activity, certificates: ['CODE'] })
    const plain = await take(takeCompletions, { organization, file: 'csv' })
    expect(plain).toMatchObject({ status: 200, kind: 'text/csv; charset=utf-8' })
    expect(plain.text.split('\r\n')).toHaveLength(3)
    const marked = await take(takeCompletions, { organization, file: 'csv-mark' })
    expect(marked.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(marked.bytes.subarray(3)).toEqual(plain.bytes)
    const workbook = await take(takeCompletions, { organization, file: 'xlsx' })
    expect(workbook.kind).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
    const taken = await record.db.selectFrom('auditEvent').select('act').execute()
    expect(taken.map(({ act }) => act)).toEqual(Array(3).fill('report.exported'))
  })

  test.each([
    [{ from: '2026-13-01' }, 'invalid_input'],
    [{ from: '2026-12-01', to: '2026-11-01' }, 'report_dates_reversed'],
    [{ profession: 'wizard' }, 'invalid_input']
  ])('a filter that means nothing (%j) gives no file', async (fields, code) => {
    const refused = await take(takeCompletions, { organization, ...fields })
    expect(refused).toMatchObject({ status: 303, location: `/manage/reports?notice=${code}` })
  })

  test('no file leaves without a right to it, or to another site', async () => {
    const learner = await signedIn('learner')
    const oneFactor = await signedIn('coordinator')
    for (const door of [takeCompletions, takeEvaluations, takeTiming, takeTeam]) {
      const noticeOf = async (cookie: string) =>
        (await take(door, { organization }, cookie)).location?.match(/notice=(\w+)/)?.[1]
      expect(await noticeOf('theme=dark')).toBe('not_signed_in')
      expect(await noticeOf(learner)).toBe('not_allowed')
      expect(await noticeOf(oneFactor)).toBe('second_factor_needed')
      const headers = { cookie: office, origin: 'https://elsewhere.example' }
      const response = await door(aPost(`organization=${organization}`, { headers }), {
        params: Promise.resolve({ activityId: activity.activityId })
      })
      expect(response.headers.get('location')).toMatch(/notice=cross_site$/)
    }
    expect(await record.db.selectFrom('auditEvent').selectAll().execute()).toEqual([])
  })

  test('evaluations come as CSV only where there are five, and texts compute nothing', async () => {
    const give = () =>
      submitEvaluation(record.db, {
        course: activity.course,
        activityId: activity.activityId,
        answers: { change: '=1+1', relevance: 'very' },
        now: new Date()
      })
    for (let given = 0; given < 4; given += 1) await give()
    expect((await take(takeEvaluations, { organization })).text.trim().split('\r\n')).toHaveLength(1)
    await give()
    const { text } = await take(takeEvaluations, { organization })
    expect(text).toContain(',5,question,relevance,very,5,\r\n')
    expect(text.match(/,text,change,,,'=1\+1\r\n/g)).toHaveLength(5)
  })

  test('times come as CSV, without numbers for fewer than five', async () => {
    for (const minutesMeasured of [40, 50, 60, 70, 90])
      await aParticipation(record.db, { activity, participation: { minutesMeasured } })
    await aParticipation(record.db, { activity, participation: { minutesMeasured: 13, profession: 'physician' } })
    expect((await take(takeTiming, { organization })).text).toBe(
      [
        'profession,people,median_minutes,first_quartile_minutes,third_quartile_minutes',
        'Physician (MD or DO),fewer than 5,,,',
        'Registered nurse,5,60,45,80',
        'All professions,6,55,40,70',
        ''
      ].join('\r\n')
    )
  })

  test('the file of a team tells days and nothing of how', async () => {
    const departmentId = await aDepartment(record.db, organization)
    const manager = await signedIn('manager', { departmentId })
    const userId = await aNamedPerson(record.db, { familyName: '=Doe' })
    const member = { id: newId(), userId, organizationId: organization, departmentId, role: 'learner' as const }
    await record.db
      .insertInto('membership')
      .values({ ...member, createdAt: '' })
      .execute()
    const secret = {
      scoreHundredths: 7777,
      testAttempts: 6543,
      minutesMeasured: 8765,
      finishedAt: '2026-11-03T03:04:05.678Z'
    }
    await aParticipation(record.db, { activity, userId, participation: secret })
    const assigned = { id: newId(), organizationId: organization, activityId: activity.activityId, dueOn: '2027-01-31' }
    await record.db
      .insertInto('assignment')
      .values({ ...assigned, departmentId, userId: null, createdBy: null, createdAt: '', withdrawnAt: null })
      .execute()
    expect((await take(takeTeam, { organization }, manager)).text).toBe(
      'person,department,activity,due_on,state,done_on\r\n' +
        '"\'=Doe, Kim",Emergency,Seeing patients alone,2027-01-31,done,2026-11-02\r\n'
    )
  })

  test('deadlines come as a calendar whose titles say nothing of the subject', async () => {
    const response = await deadlines(new Request('http://localhost:3000/x', { headers: { cookie: office } }))
    const text = await response.text()
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect([...text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, title]) => title)).toEqual([
      'Training office: review due',
      'Training office: an activity ends'
    ])
    expect(text).toContain('DTSTART;VALUE=DATE:20291015')
    expect(text).not.toContain('Seeing patients')
    const other = await deadlines(
      new Request('http://localhost:3000/x', { headers: { cookie: await signedIn('author') } })
    )
    expect(await other.text()).not.toContain('SUMMARY')
  })
})

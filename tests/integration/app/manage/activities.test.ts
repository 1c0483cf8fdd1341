import { beforeEach, describe, expect, test } from 'vitest'
import { typedAt } from '#app/manage/_parts/office-door.ts'
import { POST as close } from '#app/manage/activities/[activityId]/close/send/route.ts'
import { POST as duplicate } from '#app/manage/activities/[activityId]/duplicate/route.ts'
import { POST as open } from '#app/manage/activities/[activityId]/open/send/route.ts'
import { POST as save } from '#app/manage/activities/[activityId]/sections/[section]/save/route.ts'
import { POST as begin } from '#app/manage/activities/new/begin/route.ts'
import { POST as choose } from '#app/manage/organization/route.ts'
import { ownShelf, type Shelf } from '#server/credit/activities/contents.ts'
import { getPlan } from '#server/credit/activities/office.ts'
import type { Person } from '#server/people/auth/person.ts'
import { aReadyActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const shipped = ownShelf()
const core: Shelf = { ...shipped, courses: shipped.courses.filter(({ course }) => course.id === 'core') }
const objectives = (core.courses[0]?.course.objectives ?? []).map(({ objective }) => ({ objective, text: '' }))

describe.each(engines)('the doors of an activity on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let person: Person
  let cookie: string
  let activityId: string

  beforeEach(async () => {
    useDoorsOn(record.db)
    organizationId = await anOrganization(record.db)
    ;({ person, cookie } = await aPerson(record.db, {
      roles: [[organizationId, 'coordinator']],
      hasSecondFactor: true
    }))
    activityId = await aReadyActivity(record.db, { organizationId, shelf: core, draft: { objectives } })
  })

  type Door = (request: Request, context: { params: Promise<never> }) => Promise<Response>

  async function post(door: unknown, fields: Record<string, string>, { as = cookie, params = {} } = {}) {
    // Each door takes its own parameters; a test gives what the door reads.
    const response = await (door as Door)(aPost(new URLSearchParams(fields).toString(), { headers: { cookie: as } }), {
      params: Promise.resolve({ activityId, ...params } as never)
    })
    return { status: response.status, location: response.headers.get('location') }
  }

  function plan() {
    return getPlan(record.db, { actor: person, activityId, now: new Date() })
  }

  test('begins a draft in the organization that is managed', async () => {
    const other = await anOrganization(record.db, { name: 'Another Hospital' })
    const both = await aPerson(record.db, {
      roles: [
        [organizationId, 'coordinator'],
        [other, 'coordinator']
      ],
      hasSecondFactor: true
    })
    const as = `${both.cookie}; attune-organization=${organizationId}`
    const { status, location } = await post(begin, { course: 'core', format: 'live' }, { as })
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/manage\/activities\/[\w-]{22}\?notice=activity_begun$/)
    ])
    const rows = await record.db.selectFrom('activity').select('organizationId').where('state', '=', 'draft').execute()
    expect(rows.map((row) => row.organizationId)).toEqual([organizationId, organizationId])
  })

  test('saves a section and leads back to the checklist', async () => {
    const fields = { revision: '1', minutes: '45', passMark: '85', minutesBasis: 'Five nurses.\r\nA pilot.' }
    expect(await post(save, fields, { params: { section: 'time' } })).toEqual({
      status: 303,
      location: `/manage/activities/${activityId}?notice=saved`
    })
    const { draft } = (await plan()).planned
    expect([draft.minutes, draft.passMark, draft.minutesBasis]).toEqual([45, 85, 'Five nurses.\nA pilot.'])
  })

  test('keeps what was typed where the form is late', async () => {
    const params = { section: 'support' }
    await post(save, { revision: '1', isReceived: 'no', supportText: '' }, { params })
    const late = await post(save, { revision: '1', isReceived: 'yes', supportText: 'A long text.' }, { params })
    const path = `/manage/activities/${activityId}/sections/support`
    expect(late).toEqual({ status: 303, location: `${path}?notice=stale_form` })
    expect(typedAt(person, path, 'stale_form')?.get('supportText')).toEqual(['A long text.'])
    expect((await plan()).planned.draft.commercialSupport).toEqual({ isReceived: 'no', text: '' })
  })

  test('keeps what was typed where a field cannot be read', async () => {
    const params = { section: 'dates' }
    const fields = { revision: '1', release: '2026-02-30', lastReview: '', expiry: '', graceDays: '0' }
    const path = `/manage/activities/${activityId}/sections/dates`
    expect(await post(save, fields, { params })).toEqual({ status: 303, location: `${path}?notice=invalid_input` })
    expect(typedAt(person, path, 'invalid_input')?.get('release')).toEqual(['2026-02-30'])
  })

  test('reads long texts of an office, and no more than that', async () => {
    const params = { section: 'planning' }
    const long = 'ü'.repeat(6000)
    const names = ['practiceGap', 'underlyingNeed', 'intendedChange', 'formatReason', 'plannersByProfession']
    const fields = { revision: '1', ...Object.fromEntries(names.map((name) => [name, long])) }
    expect((await post(save, fields, { params })).location).toBe(`/manage/activities/${activityId}?notice=saved`)
    const tooLong = { ...fields, practiceGap: 'x'.repeat(600_000) }
    expect((await post(save, tooLong, { params })).location).toMatch(/notice=body_too_large$/)
  })

  test('opens what was shown, and closes it with a reason', async () => {
    const { mark, revision } = await plan()
    const opened = await post(open, { mark, revision: String(revision) })
    expect(opened.location).toBe(`/manage/activities/${activityId}?notice=activity_now_open`)
    expect((await post(close, { reason: '' })).location).toBe(
      `/manage/activities/${activityId}/close?notice=reason_missing`
    )
    expect((await post(close, { reason: 'A new review.' })).location).toBe(
      `/manage/activities/${activityId}?notice=activity_now_closed`
    )
    expect((await plan()).state).toBe('closed')
  })

  test('begins another version', async () => {
    expect((await post(duplicate, { format: 'live' })).location).toMatch(/notice=activity_begun$/)
    expect((await post(duplicate, { format: 'other' })).location).toMatch(/notice=invalid_input$/)
  })

  test('chooses among the organizations of a person alone', async () => {
    expect((await post(choose, { organization: organizationId })).location).toBe('/manage')
    const other = await anOrganization(record.db)
    expect((await post(choose, { organization: other })).location).toBe('/manage?notice=not_allowed')
  })

  describe('for somebody else', () => {
    const fields = { revision: '1', isReceived: 'yes', supportText: 'Theirs.' }

    const others: [who: string, someone: () => Promise<string>, code: string][] = [
      ['who is not signed in', async () => '', 'not_signed_in'],
      ['who is a learner here', () => aMember('learner', { isHere: true, isStrong: true }), 'not_allowed'],
      ['without two factors', () => aMember('coordinator', { isHere: true, isStrong: false }), 'second_factor_needed'],
      ['of another organization', () => aMember('coordinator', { isHere: false, isStrong: true }), 'activity_not_found']
    ]

    test.each(others)('%s change nothing', async (_, someone, code) => {
      const as = await someone()
      const { mark, revision } = await plan()
      const answers = [
        await post(save, fields, { as, params: { section: 'support' } }),
        await post(open, { mark, revision: String(revision) }, { as }),
        await post(close, { reason: 'Any.' }, { as }),
        await post(duplicate, { format: 'live' }, { as })
      ]
      expect(answers.map(({ location }) => location?.replace(/^.*notice=/, ''))).toEqual([code, code, code, code])
      expect((await plan()).planned.draft.commercialSupport.isReceived).toBe('no')
      expect(await record.db.selectFrom('activityVersion').select('version').execute()).toEqual([])
    })

    async function aMember(
      role: 'learner' | 'coordinator',
      { isHere, isStrong }: { isHere: boolean; isStrong: boolean }
    ): Promise<string> {
      const id = isHere ? organizationId : await anOrganization(record.db)
      return (await aPerson(record.db, { roles: [[id, role]], hasSecondFactor: isStrong })).cookie
    }
  })
})

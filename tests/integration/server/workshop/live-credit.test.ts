import { describe, expect, test } from 'vitest'
import { readSnapshot } from '#server/credit/certificates/snapshot.ts'
import { getClaimFacts } from '#server/credit/claims/queries.ts'
import { acknowledge } from '#server/credit/participations/acknowledge.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { checkCertificate } from '#server/credit/reports/check-certificate.ts'
import { type CompletionRow, completionRow } from '#server/credit/reports/completion-row.ts'
import { listCompletions } from '#server/credit/reports/list-completions.ts'
import type { ErrorCode } from '#server/errors.ts'
import { showEndCode } from '#server/workshop/attendance/change-check-in.ts'
import { addByHand, removeFromRoster, setTimes, takeSheet } from '#server/workshop/attendance/change-roster.ts'
import { listMyDays } from '#server/workshop/attendance/my-days.ts'
import { comeIn, goOut, minutesIn, nine, openDoor } from '#tests/helpers/attendance.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aPerson } from '#tests/helpers/people.ts'
import { useWorkshop } from '#tests/helpers/workshop-setting.ts'

const refusal = (code: ErrorCode) => ({ code })
const ada = { givenName: 'Ada', familyName: 'Example', email: 'Ada@Example.org ' }

describe.each(engines)('attendance on %s', (engine) => {
  const record = useRecord(engine)
  const here = useWorkshop(record)
  const { rows, roster, minutesOf, acts, stay, take, creditsOf, claim, recording } = here

  describe('credit', () => {
    test('from the code to a certificate that says live, where and when', async () => {
      await stay(0, 70)
      expect(await take()).toBe(here.set.activity.activityId)
      expect(await creditsOf()).toEqual({ completion: 'earned', nurses: 'earned', whole: 'earned' })
      const { claimId, certificateId } = await claim('nurses', 75)
      expect(await getClaimFacts(record.db, claimId)).toMatchObject({ completedOn: '2026-11-24', place: 'Room 2' })
      const opened = await record.db
        .selectFrom('event')
        .select('payload')
        .where('streamId', '=', claimId)
        .where('seq', '=', 1)
        .executeTakeFirstOrThrow()
      expect(JSON.parse(opened.payload).attended).toEqual({
        workshop: here.set.workshopId,
        on: '2026-11-24',
        place: 'Room 2',
        minutes: 60,
        of: 60
      })
      const row = await record.db
        .selectFrom('certificate')
        .selectAll()
        .where('id', '=', certificateId)
        .executeTakeFirstOrThrow()
      expect(readSnapshot(row)).toMatchObject({
        activity: { format: 'live', place: 'Room 2' },
        completedOn: '2026-11-24',
        credits: [{ amountHundredths: 75 }]
      })
    })

    test.each([
      [29, 25, 'attendance_too_short'],
      [44, 50, 'attendance_too_short'],
      [54, 50, 'attendance_too_short'],
      [59, 75, 'attendance_too_short'],
      [70, 100, 'earned']
    ])(
      'who leaves after %i minutes has at most %i hundredths, and the whole hour is %s',
      async (left, most, wholeHour) => {
        await stay(0, left)
        await take()
        const { minutes = 0 } = (await roster()).lines[0]?.attended ?? {}
        expect(await creditsOf()).toEqual({ completion: wholeHour, nurses: 'earned', whole: wholeHour })
        await expect(claim('nurses', most + 25)).rejects.toMatchObject(refusal('amount_not_permitted'))
        await claim('nurses', most)
        expect(most * 60).toBeLessThanOrEqual(minutes * 100)
      }
    )

    test('fewer minutes than the smallest step earn nothing', async () => {
      await stay(0, 14)
      await take()
      expect(await creditsOf()).toEqual({
        completion: 'attendance_too_short',
        nurses: 'attendance_too_short',
        whole: 'attendance_too_short'
      })
    })

    test('somebody who was only there in the break takes no credit', async () => {
      await openDoor(record.db, here.set)
      const entered = {
        ...ada,
        profession: null,
        email: here.nurse.person.email,
        from: '09:30',
        to: '09:40',
        hasRead: true
      }
      await addByHand(record.db, { ...recording(), entered })
      await expect(take()).rejects.toMatchObject(refusal('attendance_too_short'))
    })

    test('stands in the office’s report with its session and minutes, and is checked as its log has it', async () => {
      await stay(0, 59)
      await take()
      const { certificateId } = await claim('nurses', 75)
      const pages = listCompletions(record.db, { organizationId: here.set.organizationId }, { asOf: minutesIn(600) })
      const found: CompletionRow[] = []
      for await (const page of pages) found.push(...page.map((row) => completionRow(row)))
      expect(found).toMatchObject([
        {
          format: 'live',
          session_id: `${here.set.workshopId}-2026-11-24`,
          minutes_attested: '49',
          completed_on: '2026-11-24',
          credit_amount: '0.75',
          score_percent: '',
          attempts: '0'
        }
      ])
      const { organizationId } = here.set
      const wish = { roles: [[organizationId, 'coordinator']], hasSecondFactor: true } as const
      const { person: actor } = await aPerson(record.db, wish)
      const checked = await checkCertificate(record.db, {
        actor,
        organizationId,
        certificate: certificateId,
        now: minutesIn(600)
      })
      expect(checked.findings.filter(({ isSame }) => !isSame)).toEqual([])
    })

    test('follows the roster until it is claimed', async () => {
      await stay()
      await take()
      const attendanceId = (await rows())[0]?.id ?? ''
      await setTimes(record.db, { ...recording(), attendanceId, from: '09:00', to: '09:30' })
      await claim('nurses', 50)
      const way = await record.db
        .selectFrom('participation')
        .select(['minutesMeasured', 'finishedAt'])
        .executeTakeFirst()
      expect(way).toEqual({ minutesMeasured: 30, finishedAt: minutesIn(30).toISOString() })
    })

    test('a double click takes it once, and a claim settles the line', async () => {
      await stay()
      await openConnections(record.db)
      await Promise.all([take(), take()])
      await take()
      expect(await record.db.selectFrom('participation').select('minutesMeasured').execute()).toEqual([
        { minutesMeasured: 60 }
      ])
      await claim('nurses', 100)
      const [line] = await rows()
      const changing = { ...recording(), attendanceId: line?.id ?? '' }
      await expect(setTimes(record.db, { ...changing, from: '09:00', to: '09:10' })).rejects.toMatchObject(
        refusal('attendance_settled')
      )
      await expect(removeFromRoster(record.db, changing)).rejects.toMatchObject(refusal('attendance_settled'))
    })

    test('a paper line is taken by whoever confirmed its address, once, and makes them a learner', async () => {
      await openDoor(record.db, here.set)
      const entered = {
        ...ada,
        email: 'mo@example.org',
        profession: 'registered-nurse' as const,
        from: '09:00',
        to: '10:10'
      }
      await takeSheet(record.db, { ...recording(), lines: [{ ...entered, hasRead: true }] })
      const mo = await aPerson(record.db, { email: 'mo@example.org' })
      await record.db.updateTable('user').set({ emailVerified: 0 }).where('id', '=', mo.person.userId).execute()
      await expect(take(mo)).rejects.toMatchObject(refusal('attendance_not_found'))
      await record.db.updateTable('user').set({ emailVerified: 1 }).where('id', '=', mo.person.userId).execute()
      await expect(take(here.nurse)).rejects.toMatchObject(refusal('attendance_not_found'))
      await take(mo)
      await take(mo)
      expect(await rows()).toMatchObject([{ userId: mo.person.userId }])
      const roles = await record.db
        .selectFrom('membership')
        .select(['role', 'organizationId'])
        .where('userId', '=', mo.person.userId)
        .execute()
      expect(roles).toEqual([{ role: 'learner', organizationId: here.set.organizationId }])
      expect((await acts()).filter((act) => act === 'membership.added')).toHaveLength(1)
    })

    test('who is on paper and by code stands on one line afterward', async () => {
      const kim = await aPerson(record.db, { email: 'kim@example.org' })
      await openDoor(record.db, here.set)
      await comeIn(record.db, here.set.workshopId, { person: kim.person, now: nine })
      await record.db.updateTable('attendance').set({ email: 'kim@work.example' }).execute()
      const entered = { ...ada, email: 'kim@example.org', profession: null, from: '09:00', to: '10:10', hasRead: true }
      await addByHand(record.db, { ...recording(), entered })
      expect(await rows()).toHaveLength(2)
      await take(kim)
      expect(await rows()).toHaveLength(1)
      expect(await minutesOf()).toEqual([60])
    })

    test('without the front matter there is no credit', async () => {
      await openDoor(record.db, here.set)
      const entered = {
        ...ada,
        email: here.nurse.person.email,
        profession: null,
        from: '09:00',
        to: '10:10',
        hasRead: false
      }
      await addByHand(record.db, { ...recording(), entered })
      await expect(take()).rejects.toMatchObject(refusal('front_matter_unread'))
    })

    test('is taken until its last day, by the clocks of the place', async () => {
      await stay()
      const lastMinute = new Date('2026-12-09T05:59:00.000Z')
      const tooLate = new Date('2026-12-09T06:00:00.000Z')
      await expect(take(here.nurse, tooLate)).rejects.toMatchObject(refusal('attendance_window_over'))
      const [mine] = await listMyDays(record.db, {
        workshopId: here.set.workshopId,
        person: here.nurse.person,
        now: tooLate
      })
      expect(mine).toMatchObject({ state: 'over', until: '2026-12-08' })
      await take(here.nurse, lastMinute)
      await take(here.nurse, tooLate)
    })

    test('a live activity is not begun at a desk', async () => {
      const { activityId, version } = here.set.activity
      const shownAt = nine.toISOString()
      const showing = signShowing({ userId: here.nurse.person.userId, activityId, version, shownAt })
      const given = {
        actor: here.nurse.person,
        activityId,
        showing,
        profession: 'physician',
        timeZone: 'UTC',
        now: nine
      } as const
      await expect(acknowledge(record.db, given)).rejects.toMatchObject(refusal('activity_is_live'))
    })

    test('a person sees their day as it goes', async () => {
      const state = async (now: Date) =>
        (await listMyDays(record.db, { workshopId: here.set.workshopId, person: here.nurse.person, now })).map(
          (it) => it.state
        )
      await openDoor(record.db, here.set)
      expect(await state(nine)).toEqual([])
      await comeIn(record.db, here.set.workshopId, { person: here.nurse.person, now: nine })
      expect([await state(minutesIn(1)), await state(minutesIn(200))]).toEqual([['in'], ['unfinished']])
      await showEndCode(record.db, { ...recording(), now: minutesIn(69) })
      await goOut(record.db, here.set.workshopId, { person: here.nurse.person, now: minutesIn(69) })
      expect(await state(minutesIn(70))).toEqual(['to-take'])
      await take()
      expect(await state(minutesIn(70))).toEqual(['taken'])
    })
  })
})

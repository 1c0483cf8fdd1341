import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '#server/errors.ts'
import { closeCheckIn, moveBeginning, showEndCode } from '#server/workshop/attendance/change-check-in.ts'
import { addByHand, removeFromRoster, setTimes, takeSheet } from '#server/workshop/attendance/change-roster.ts'
import { codeNow, isCode } from '#server/workshop/attendance/door-codes.ts'
import { enterCode } from '#server/workshop/attendance/enter-code.ts'
import { exportRoster } from '#server/workshop/attendance/export-roster.ts'
import { getRoster } from '#server/workshop/attendance/roster.ts'
import { aLiveWorkshop, comeIn, doorOf, goOut, minutesIn, nine, openDoor } from '#tests/helpers/attendance.ts'
import { aCreditActivity } from '#tests/helpers/credit.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aPerson } from '#tests/helpers/people.ts'
import { useWorkshop } from '#tests/helpers/workshop-setting.ts'

const refusal = (code: ErrorCode) => ({ code })
const ada = { givenName: 'Ada', familyName: 'Example', email: 'Ada@Example.org ' }

describe.each(engines)('attendance on %s', (engine) => {
  const record = useRecord(engine)
  const here = useWorkshop(record)
  const { rows, stretches, minutesOf, acts, stay, take, recording } = here

  describe('the door', () => {
    test('is opened for a live activity, with its version and the agenda of that day', async () => {
      await openDoor(record.db, here.set)
      expect(await doorOf(record.db, here.set.workshopId)).toMatchObject({
        activityId: here.set.activity.activityId,
        activityVersion: 1,
        beginsAt: nine.toISOString(),
        opensAt: minutesIn(-10).toISOString(),
        closesAt: minutesIn(70 + 60).toISOString(),
        place: 'Room 2',
        endOpensAt: null,
        blocks: JSON.stringify([
          { minutes: 30, isCreditTime: true },
          { minutes: 10, isCreditTime: false },
          { minutes: 30, isCreditTime: true }
        ])
      })
      expect(await acts()).toEqual(['checkIn.opened'])
    })

    test('is not opened twice, nor for a workshop without a live activity', async () => {
      await openDoor(record.db, here.set)
      await expect(openDoor(record.db, here.set)).rejects.toMatchObject(refusal('check_in_open_already'))
      await expect(openDoor(record.db, here.set, { heldOn: '2026-11-25' })).rejects.toMatchObject(
        refusal('check_in_open_already')
      )
      const other = await aLiveWorkshop(record.db, await aCreditActivity(record.db))
      await expect(openDoor(record.db, other)).rejects.toMatchObject(refusal('activity_not_live'))
      await record.db.updateTable('workshop').set({ activityId: null }).execute()
      const { lead, ...without } = await aLiveWorkshop(record.db)
      await record.db.updateTable('workshop').set({ activityId: null }).where('id', '=', without.workshopId).execute()
      await expect(openDoor(record.db, { ...without, lead })).rejects.toMatchObject(refusal('activity_not_live'))
    })

    test('is not opened before the release, after the expiry, or in a zone nobody has', async () => {
      await expect(openDoor(record.db, here.set, { heldOn: '2026-09-30' })).rejects.toMatchObject(
        refusal('activity_not_released')
      )
      await expect(openDoor(record.db, here.set, { heldOn: '2029-10-16' })).rejects.toMatchObject(
        refusal('activity_expired')
      )
      await expect(openDoor(record.db, here.set, { timeZone: 'Moon/Base' })).rejects.toMatchObject(
        refusal('invalid_input')
      )
    })

    test.each([
      ['a learner', 'learner', 'not_allowed'],
      ['a coordinator with one factor', 'coordinator', 'second_factor_needed']
    ] as const)('is not opened by %s', async (_, role, code) => {
      const lead = await aPerson(record.db, { roles: [[here.set.organizationId, role]] })
      await expect(openDoor(record.db, { ...here.set, lead })).rejects.toMatchObject(refusal(code))
    })

    test('is another organization’s secret', async () => {
      await openDoor(record.db, here.set)
      const { lead } = await aLiveWorkshop(record.db)
      const asked = { ...recording(), actor: lead.person }
      const line = { attendanceId: 'x'.repeat(22), from: '09:00', to: '10:00' }
      const entered = { ...ada, profession: null, from: '09:00', to: '10:00', hasRead: false }
      for (const act of [
        () => openDoor(record.db, { ...here.set, lead }),
        () => showEndCode(record.db, asked),
        () => closeCheckIn(record.db, asked),
        () => moveBeginning(record.db, { ...asked, beginsAt: '09:10' }),
        () => getRoster(record.db, asked),
        () => exportRoster(record.db, asked),
        () => addByHand(record.db, { ...asked, entered }),
        () => takeSheet(record.db, { ...asked, lines: [entered] }),
        () => setTimes(record.db, { ...asked, ...line }),
        () => removeFromRoster(record.db, { ...asked, attendanceId: line.attendanceId })
      ])
        await expect(act()).rejects.toMatchObject(refusal('workshop_not_found'))
    })

    test('takes a code in its minute and the two minutesIn, and no other', async () => {
      await openDoor(record.db, here.set)
      const day = await doorOf(record.db, here.set.workshopId)
      const { code: typed } = codeNow(day, { kind: 'start', now: nine })
      const at = (seconds: number) =>
        isCode(day, { kind: 'start', typed, now: new Date(nine.getTime() + seconds * 1000) })
      expect([-1, 0, 59, 60, 179, 180].map(at)).toEqual([false, true, true, true, true, false])
      expect(isCode(day, { kind: 'end', typed, now: nine })).toBe(false)
      expect(isCode({ ...day, heldOn: '2026-11-25' }, { kind: 'start', typed, now: nine })).toBe(false)
    })

    test('lets nobody guess', async () => {
      await openDoor(record.db, here.set)
      const typed = { workshopId: here.set.workshopId, typed: '333333', now: nine }
      const typist = { kind: 'account', id: here.nurse.person.userId } as const
      for (let miss = 0; miss < 10; miss += 1)
        await expect(enterCode(record.db, { ...typed, typist })).rejects.toMatchObject(refusal('check_in_code_wrong'))
      const right = codeNow(await doorOf(record.db, here.set.workshopId), { kind: 'start', now: nine }).code
      const guess = { ...typed, typed: right, typist }
      await expect(enterCode(record.db, guess)).rejects.toMatchObject(refusal('too_many_tries'))
      expect(await enterCode(record.db, { ...guess, typist: { kind: 'account', id: 'else' } })).toMatchObject({
        at: nine.toISOString()
      })
      const later = minutesIn(6)
      const next = codeNow(await doorOf(record.db, here.set.workshopId), { kind: 'start', now: later }).code
      expect(await enterCode(record.db, { ...guess, typed: next, now: later })).toMatchObject({
        at: later.toISOString()
      })
    })

    test('is open from its opening until its closing', async () => {
      await openDoor(record.db, here.set)
      const enter = async (now: Date) => {
        const { code: typed } = codeNow(await doorOf(record.db, here.set.workshopId), { kind: 'start', now })
        return enterCode(record.db, {
          workshopId: here.set.workshopId,
          typed,
          typist: { kind: 'account', id: 'a' },
          now
        })
      }
      await expect(enter(minutesIn(-11))).rejects.toMatchObject(refusal('check_in_not_open'))
      await enter(minutesIn(-10))
      await enter(minutesIn(129))
      await expect(enter(minutesIn(130))).rejects.toMatchObject(refusal('check_in_not_open'))
      await closeCheckIn(record.db, { ...recording(), now: minutesIn(30) })
      await expect(enter(minutesIn(30))).rejects.toMatchObject(refusal('check_in_not_open'))
      await expect(closeCheckIn(record.db, { ...recording(), now: minutesIn(31) })).rejects.toMatchObject(
        refusal('check_in_not_open')
      )
    })
  })

  describe('coming and going', () => {
    test('somebody with an account is on the roster by their profile, to the minute', async () => {
      await stay(3.5, 66.4)
      expect(await rows()).toMatchObject([
        {
          userId: here.nurse.person.userId,
          givenName: 'Kim',
          familyName: 'Doe',
          profession: 'registered-nurse',
          source: 'code',
          acknowledgedAt: minutesIn(3).toISOString(),
          createdAt: minutesIn(3).toISOString()
        }
      ])
      expect(await stretches()).toEqual([
        { startsAt: minutesIn(3).toISOString(), endsAt: minutesIn(66).toISOString(), reason: null }
      ])
      expect(await minutesOf()).toEqual([60])
    })

    test('two tabs and two clicks make one line with one stretch', async () => {
      await openDoor(record.db, here.set)
      await openConnections(record.db)
      const once = () => comeIn(record.db, here.set.workshopId, { person: here.nurse.person, now: minutesIn(1) })
      await Promise.all([once(), once()])
      await once()
      expect(await rows()).toHaveLength(1)
      await showEndCode(record.db, { ...recording(), now: minutesIn(65) })
      await goOut(record.db, here.set.workshopId, { person: here.nurse.person, now: minutesIn(65) })
      await goOut(record.db, here.set.workshopId, { person: here.nurse.person, now: minutesIn(66) })
      expect(await minutesOf()).toEqual([60])
    })

    test('late comers and early leavers have fewer minutes, and the break is not among them', async () => {
      await stay(20, 50)
      expect(await minutesOf()).toEqual([10 + 10])
    })

    test('no minute counts before the front matter was acknowledged', async () => {
      const { person } = here.nurse
      const { workshopId } = here.set
      await openDoor(record.db, here.set)
      await comeIn(record.db, workshopId, { person, now: minutesIn(20), confirmedAt: minutesIn(45) })
      await showEndCode(record.db, { ...recording(), now: minutesIn(60) })
      await goOut(record.db, workshopId, { person, now: minutesIn(60) })
      expect((await stretches()).map(({ startsAt }) => startsAt)).toEqual([minutesIn(45).toISOString()])
      await comeIn(record.db, workshopId, { person, now: minutesIn(62), confirmedAt: minutesIn(64) })
      expect((await stretches()).map(({ startsAt }) => startsAt).toSorted()).toEqual(
        [45, 62].map((minute) => minutesIn(minute).toISOString())
      )
    })

    test('without an end code there is no minute', async () => {
      await openDoor(record.db, here.set)
      await comeIn(record.db, here.set.workshopId, { person: here.nurse.person, now: nine })
      expect(await minutesOf()).toEqual([undefined])
      await expect(take()).rejects.toMatchObject(refusal('attendance_unfinished'))
    })

    test('the end code is taken only once it is shown, from those who came', async () => {
      await openDoor(record.db, here.set)
      const out = () => goOut(record.db, here.set.workshopId, { person: here.nurse.person, now: minutesIn(60) })
      await expect(out()).rejects.toMatchObject(refusal('end_code_not_shown'))
      await showEndCode(record.db, { ...recording(), now: minutesIn(60) })
      await expect(out()).rejects.toMatchObject(refusal('attendance_not_found'))
      await comeIn(record.db, here.set.workshopId, { person: here.nurse.person, now: minutesIn(60) })
      await out()
    })

    test('a walk-in says who they are, and goes with their address', async () => {
      await openDoor(record.db, here.set)
      await expect(comeIn(record.db, here.set.workshopId, { now: nine })).rejects.toMatchObject(
        refusal('form_incomplete')
      )
      await comeIn(record.db, here.set.workshopId, { said: ada, now: nine })
      await comeIn(record.db, here.set.workshopId, { said: ada, now: minutesIn(2) })
      await showEndCode(record.db, { ...recording(), now: minutesIn(65) })
      await goOut(record.db, here.set.workshopId, { email: 'ada@example.ORG', now: minutesIn(65) })
      expect(await rows()).toMatchObject([{ userId: null, email: 'ada@example.org', source: 'walk-in' }])
      expect(await minutesOf()).toEqual([60])
    })
  })
})

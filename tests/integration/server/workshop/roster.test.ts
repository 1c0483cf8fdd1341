import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '#server/errors.ts'
import { moveBeginning } from '#server/workshop/attendance/change-check-in.ts'
import { addByHand, removeFromRoster, setTimes, takeSheet } from '#server/workshop/attendance/change-roster.ts'
import { countAttendance } from '#server/workshop/attendance/count-attendance.ts'
import { exportRoster } from '#server/workshop/attendance/export-roster.ts'
import { forgetOldAttendance } from '#server/workshop/attendance/forget-old-attendance.ts'
import { minutesIn, nine, openDoor } from '#tests/helpers/attendance.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { useWorkshop } from '#tests/helpers/workshop-setting.ts'

const refusal = (code: ErrorCode) => ({ code })
const ada = { givenName: 'Ada', familyName: 'Example', email: 'Ada@Example.org ' }

describe.each(engines)('attendance on %s', (engine) => {
  const record = useRecord(engine)
  const here = useWorkshop(record)
  const { rows, stretches, minutesOf, acts, stay, take, recording } = here

  describe('the roster', () => {
    test('takes a person and a paper sheet by hand, with a reason, and counts no minute twice', async () => {
      await openDoor(record.db, here.set)
      const entered = { ...ada, profession: 'physician' as const, from: '09:00', to: '09:30', hasRead: true }
      await addByHand(record.db, { ...recording(), entered })
      await takeSheet(record.db, { ...recording(), lines: [{ ...entered, from: '09:15', to: '10:00' }] })
      expect(await rows()).toMatchObject([{ email: 'ada@example.org', acknowledgedAt: nine.toISOString() }])
      expect(await minutesOf()).toEqual([30 + 20])
      expect(await acts()).toEqual([
        'checkIn.opened',
        'attendance.added: signed on paper',
        'attendance.imported: signed on paper'
      ])
    })

    test('is counted for the report of a room whose clock had another day already', async () => {
      await openDoor(record.db, here.set)
      const entered = { ...ada, profession: 'physician' as const, from: '09:00', to: '09:30', hasRead: true }
      await addByHand(record.db, { ...recording(), entered })
      const { workshopId, heldOn } = recording()
      const inDays = (days: number) => new Date(Date.parse(heldOn) + days * 86_400_000).toISOString().slice(0, 10)
      const counted = (days: number) => countAttendance(record.db, { workshopId, around: inDays(days) })
      expect(await counted(0)).toEqual({ heldOn, count: 1 })
      expect(await counted(1)).toEqual({ heldOn, count: 1 })
      expect(await counted(2)).toBeUndefined()
    })

    test('takes no times that are reversed, and nothing without a reason', async () => {
      await openDoor(record.db, here.set)
      const entered = { ...ada, profession: null, from: '10:00', to: '10:00', hasRead: true }
      await expect(addByHand(record.db, { ...recording(), entered })).rejects.toMatchObject(refusal('times_reversed'))
      const right = { ...entered, from: '09:00' }
      await expect(addByHand(record.db, { ...recording(), reason: ' ', entered: right })).rejects.toMatchObject(
        refusal('reason_missing')
      )
      await expect(takeSheet(record.db, { ...recording(), lines: [right, entered] })).rejects.toMatchObject(
        refusal('times_reversed')
      )
      expect(await rows()).toEqual([])
    })

    test('sets the times of who left early, and says what they were before', async () => {
      await stay()
      const [line] = await rows()
      const changing = { ...recording(), attendanceId: line?.id ?? '', reason: 'left early' }
      await setTimes(record.db, { ...changing, from: '09:00', to: '09:25' })
      expect(await minutesOf()).toEqual([25])
      expect(await stretches()).toEqual([
        { startsAt: nine.toISOString(), endsAt: minutesIn(25).toISOString(), reason: 'left early' }
      ])
      const { details } = await record.db
        .selectFrom('auditEvent')
        .select('details')
        .where('act', '=', 'attendance.changed')
        .executeTakeFirstOrThrow()
      expect(JSON.parse(details)).toEqual({
        heldOn: '2026-11-24',
        before: `${nine.toISOString()}/${minutesIn(70).toISOString()}`,
        from: '09:00',
        to: '09:25'
      })
    })

    test('counts from a beginning that was corrected', async () => {
      await stay(0, 70)
      await moveBeginning(record.db, { ...recording(), beginsAt: '09:20', reason: 'began late' })
      // The plan now ends at 10:30, and they left at 10:10.
      expect(await minutesOf()).toEqual([30 + 10])
    })

    test('lets go of a line that nothing rests on', async () => {
      await stay()
      const [line] = await rows()
      const changing = { ...recording(), attendanceId: line?.id ?? '' }
      await removeFromRoster(record.db, changing)
      expect([await rows(), await stretches()]).toEqual([[], []])
      await expect(removeFromRoster(record.db, changing)).rejects.toMatchObject(refusal('attendance_not_found'))
    })

    test('is a file in which no cell computes', async () => {
      await openDoor(record.db, here.set)
      const entered = {
        ...ada,
        familyName: '=1+1',
        profession: 'physician' as const,
        from: '09:00',
        to: '10:10',
        hasRead: true
      }
      await addByHand(record.db, { ...recording(), entered })
      const file = await exportRoster(record.db, { ...recording(), now: minutesIn(80) })
      expect(file.split('\r\n').slice(1, 2)).toEqual([
        `Ada,'=1+1,,Physician (MD or DO),ada@example.org,,2026-11-24,09:00,10:10,60,60,walk-in,yes,no`
      ])
      expect((await acts()).at(-1)).toBe('roster.exported')
    })
  })

  test('who came is forgotten two years minutesIn, and not a day before', async () => {
    await stay()
    expect(await forgetOldAttendance(record.db, { now: new Date('2028-11-23T23:59:59.999Z') })).toEqual({
      attendances: 0
    })
    await take()
    expect(await forgetOldAttendance(record.db, { now: new Date('2028-11-24T00:00:00.000Z') })).toEqual({
      attendances: 0
    })
    await record.db.deleteFrom('participation').execute()
    expect(await forgetOldAttendance(record.db, { now: new Date('2028-11-24T00:00:00.000Z') })).toEqual({
      attendances: 1
    })
    expect(await record.db.selectFrom('checkIn').selectAll().execute()).toEqual([])
  })
})

import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { POST as sit } from '#app/rooms/join/take/route.ts'
import { POST as confirm } from '#app/workshops/[workshopId]/check-in/confirm/route.ts'
import { POST as enter } from '#app/workshops/[workshopId]/check-in/enter/route.ts'
import { POST as leave } from '#app/workshops/[workshopId]/check-in/leave/route.ts'
import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { personBehind } from '#server/people/auth/person.ts'
import type { Db } from '#server/record/db/schema.ts'
import { showEndCode } from '#server/workshop/attendance/change-check-in.ts'
import { codeNow } from '#server/workshop/attendance/door-codes.ts'
import { takeCredit } from '#server/workshop/attendance/take-credit.ts'
import { castAnswer } from '#server/workshop/rooms/cast-answer.ts'
import { makeMove } from '#server/workshop/rooms/make-move.ts'
import { findSeat, getRoom } from '#server/workshop/rooms/queries.ts'
import { roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'
import { type StartedRoom, startRoom } from '#server/workshop/rooms/start-room.ts'
import { aLiveWorkshop, openDoor } from '#tests/helpers/attendance.ts'
import { aMember, type Participant } from '#tests/helpers/credit.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { aPlan } from '#tests/helpers/rooms.ts'

type Row = Readonly<Record<string, unknown>>

const seatTables = ['roomSeat', 'roomAnswer', 'roomText', 'roomSignal'] as const
const nameTables = [
  'attendance',
  'attendanceInterval',
  'participation',
  'rateLimit',
  'session',
  'user',
  'learner'
] as const
const address = '203.0.113.77'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  /** Six nurses who each take a seat and check in from one phone and one address, one after the other. */
  async function sixNurses() {
    const { db } = record
    const set = await aLiveWorkshop(db)
    const now = new Date()
    const heldOn = now.toISOString().slice(0, 10)
    await openDoor(db, set, { heldOn, timeZone: 'UTC', beginsAt: now.toISOString().slice(11, 16), now })
    const opened = { workshopId: set.workshopId, isRehearsal: false, supportPerson: null, now }
    const started = await startRoom(db, { plan: aPlan(), ...opened })
    for (const act of [{ type: 'step.presented', step: 'alone' }, { type: 'question.opened' }] as const) {
      const { lastSeq: seenSeq } = await getRoom(db, started.roomId)
      await makeMove(db, { roomId: started.roomId, control: started.control, seenSeq, act, now })
    }
    await showEndCode(db, { actor: set.lead.person, workshopId: set.workshopId, heldOn, now })
    const came: { seat: string; userId: string; cookies: string[] }[] = []
    for (let index = 0; index < 6; index += 1) {
      const nurse = await aMember(db, set.activity, { familyName: `Nurse${index}` })
      const seat = await sitDown(started, index)
      const cookies = await checkInAndOut(set.workshopId, heldOn, nurse)
      came.push({ seat: seat.id, userId: nurse.person.userId, cookies: [seat.cookie, ...cookies] })
    }
    return { ...set, heldOn, started, came }
  }

  async function sitDown({ roomId, code }: StartedRoom, index: number) {
    const body = new URLSearchParams({ code }).toString()
    const sent = await sit(aPost(body, { headers: { 'x-forwarded-for': address } }))
    const cookie = sent.headers.get('set-cookie') ?? ''
    const seat = await findSeat(record.db, roomId, roomTokenIn(cookie.split(';')[0] ?? '', roomId, 'seat'))
    if (!seat) throw new Error('The phone has no seat')
    const room = await getRoom(record.db, roomId)
    const answer = { marked: [['everyone', 'later', 'police'][index % 3] ?? ''] }
    await castAnswer(record.db, { room, seat, question: 'alone#1', answer })
    return { id: seat.id, cookie }
  }

  async function checkInAndOut(workshopId: string, heldOn: string, { person, cookie }: Participant) {
    const params = Promise.resolve({ workshopId })
    const day = await record.db
      .selectFrom('checkIn')
      .selectAll()
      .where('workshopId', '=', workshopId)
      .where('heldOn', '=', heldOn)
      .executeTakeFirstOrThrow()
    const headers = { cookie, 'x-forwarded-for': address }
    const post = (fields: Record<string, string>, more = '') =>
      aPost(new URLSearchParams(fields).toString(), { headers: { ...headers, cookie: `${cookie}${more}` } })
    const { code } = codeNow(day, { kind: 'start', now: new Date() })
    await enter(post({ code: 'WRONG' }), { params })
    const entered = await enter(post({ code }), { params })
    const entry = entered.headers.get('set-cookie') ?? ''
    const of = { userId: person.userId, activityId: day.activityId, version: day.activityVersion }
    const showing = signShowing({ ...of, shownAt: momentOf(minuteOf(new Date().toISOString())) })
    const said = { showing, read: 'yes', profession: 'registered-nurse' }
    const confirmed = await confirm(post(said, `; ${entry.split(';')[0]}`), { params })
    expect(confirmed.headers.get('location')).toContain('notice=checked_in')
    const left = await leave(post({ code: codeNow(day, { kind: 'end', now: new Date() }).code }), { params })
    expect(left.headers.get('location')).toContain('notice=checked_out')
    return [cookie, entry]
  }

  test('a seat shares no value with anything that is known by name', async () => {
    const { came, workshopId, heldOn, organizationId, activity } = await sixNurses()
    const seats = await readTables(record.db, seatTables)
    const named = await readTables(record.db, nameTables)
    expect(seats.filter(({ table }) => table === 'roomSeat')).toHaveLength(6)
    expect(seats.filter(({ table }) => table === 'roomAnswer')).toHaveLength(6)
    expect(named.filter(({ table }) => table === 'attendance')).toHaveLength(6)
    const known = new Set(named.flatMap(({ row }) => valuesIn(row)).filter(isTelling))
    const shared = seats.flatMap(({ row }) => valuesIn(row)).filter((value) => known.has(value))
    expect(shared).toEqual([])
    const [inSeats, inNames] = [JSON.stringify(seats), JSON.stringify(named)]
    for (const { seat, userId, cookies } of came) {
      expect(inNames).not.toContain(seat)
      expect(inSeats).not.toContain(userId)
      for (const value of cookies.map(cookieValue)) expect(inSeats).not.toContain(value)
    }
    const ofSeats = came.map(({ cookies: [seat = ''] }) => cookieValue(seat))
    const ofNames = came.flatMap(({ cookies: [, ...others] }) => others.map(cookieValue))
    expect(new Set(ofSeats).size).toBe(6)
    expect(ofNames.filter((value) => ofSeats.includes(value))).toEqual([])
    for (const text of [address, 'Nurse', workshopId, heldOn, organizationId, activity.activityId])
      expect(inSeats).not.toContain(text)
    expect(inNames).not.toContain(address)
  })

  test('seats and answers have no time, and attendance none finer than a minute', async () => {
    await sixNurses()
    const seats = JSON.stringify(await readTables(record.db, seatTables))
    expect(seats).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\b1\d{9,}\b/)
    const attended = JSON.stringify(await readTables(record.db, ['attendance', 'attendanceInterval', 'checkIn']))
    const times = attended.match(/\d{4}-\d{2}-\d{2}T[^"]*/g) ?? []
    expect(times.length).toBeGreaterThan(18)
    for (const time of times) expect(time).toMatch(/T\d{2}:\d{2}:00\.000Z$/)
  })

  test('the order of ids is not the order in which people came', async () => {
    const { came } = await sixNurses()
    const orderOf = async (table: 'roomSeat' | 'attendance') =>
      (await record.db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)
    for (const id of [...(await orderOf('roomSeat')), ...(await orderOf('attendance'))])
      expect(id).toMatch(/^[\w-]{22}$/)
    expect((await orderOf('roomSeat')).sort()).toEqual(came.map(({ seat }) => seat).sort())
  })

  test.runIf(engine === 'SQLite')('the file does not number its rows in the order of writing', async () => {
    const unnumbered = [...seatTables, 'attendance', 'attendanceInterval', 'evaluation']
    for (const table of unnumbered)
      await expect(sql`select rowid from ${sql.table(table)}`.execute(record.db), table).rejects.toThrow(
        'no such column: rowid'
      )
  })

  test('the two cookies differ in name and path, and taking credit adds nothing to the room', async () => {
    const { came, workshopId, heldOn, started } = await sixNurses()
    const [seat = '', , entry = ''] = came[0]?.cookies ?? []
    expect(seat.split('=')[0]).not.toBe(entry.split('=')[0])
    expect(seat).toContain('Path=/rooms')
    expect(entry).toContain(`Path=/workshops/${workshopId}/check-in`)
    const before = JSON.stringify(await readTables(record.db, [...seatTables, 'room']))

    const person = await personBehind(record.db, new Headers({ cookie: came[0]?.cookies[1] ?? '' }))
    if (!person) throw new Error('Nobody is signed in')
    // A minute's presence counts for nothing yet: the refusal, too, must leave the room as it is.
    await takeCredit(record.db, { workshopId, heldOn, person, now: new Date() }).catch(() => undefined)
    expect(JSON.stringify(await readTables(record.db, [...seatTables, 'room']))).toBe(before)
    expect(await doorOfNow(record.db, workshopId)).not.toContain(started.roomId)
  })
})

async function doorOfNow(db: Db, workshopId: string): Promise<string> {
  return JSON.stringify(await db.selectFrom('checkIn').selectAll().where('workshopId', '=', workshopId).execute())
}

async function readTables<Name extends string>(db: Db, tables: readonly Name[]): Promise<{ table: Name; row: Row }[]> {
  const all: { table: Name; row: Row }[] = []
  for (const table of tables) {
    // The names are those of tables; a union of them has no one row type.
    const rows: Row[] = await db
      .selectFrom(table as 'roomSeat')
      .selectAll()
      .execute()
    all.push(...rows.map((row) => ({ table, row })))
  }
  return all
}

// What every row may hold tells nobody from another.
function isTelling(value: string): boolean {
  return value.length > 2 && value !== 'null'
}

function cookieValue(cookie: string): string {
  return (cookie.split(';')[0] ?? '').split('=').slice(1).join('=')
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

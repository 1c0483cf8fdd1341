import { beforeEach, describe, expect, test } from 'vitest'
import { POST as answer } from '#app/rooms/[roomId]/answer/route.ts'
import { POST as moderate } from '#app/rooms/[roomId]/moderate/route.ts'
import { POST as move } from '#app/rooms/[roomId]/move/route.ts'
import { POST as signal } from '#app/rooms/[roomId]/signal/route.ts'
import { POST as simulate } from '#app/rooms/[roomId]/simulate/route.ts'
import { GET as stream } from '#app/rooms/[roomId]/stream/route.ts'
import { POST as takeOver } from '#app/rooms/[roomId]/take-over/route.ts'
import { GET as view } from '#app/rooms/[roomId]/view/route.ts'
import { POST as take } from '#app/rooms/join/take/route.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { makeMove } from '#server/workshop/rooms/make-move.ts'
import { countSeats, getRoom } from '#server/workshop/rooms/queries.ts'
import { type StartedRoom, startRoom } from '#server/workshop/rooms/start-room.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'
import { aPlan } from '#tests/helpers/rooms.ts'

type Door = (request: Request, context: { params: Promise<{ roomId: string }> }) => Promise<Response>

const now = new Date('2026-03-01T09:00:00.000Z')

describe.each(engines)('the doors of a room on %s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => {
    useDoorsOn(record.db)
    dropWarm()
  })

  function aRoom(): Promise<StartedRoom> {
    const opening = { plan: aPlan(), workshopId: null, isRehearsal: false, supportPerson: null, now }
    return startRoom(record.db, opening)
  }

  async function lead({ roomId, control }: StartedRoom, acts: readonly Parameters<typeof makeMove>[1]['act'][]) {
    for (const act of acts) {
      const { lastSeq: seenSeq } = await getRoom(record.db, roomId)
      await makeMove(record.db, { roomId, control, seenSeq, act, now })
    }
  }

  // Each engine's phones come from addresses of their own: guesses are remembered for a minute.
  async function join(fields: Record<string, string>, from: string) {
    const headers = { 'x-forwarded-for': `${engine}/${from}` }
    const { status, json, cookie } = await read(
      await take(aPost(new URLSearchParams(fields).toString(), { isScript: true, headers }))
    )
    return { status, json, cookie: cookie?.split(';')[0] ?? '' }
  }

  async function send(door: Door, { roomId }: StartedRoom, cookie: string, fields: Record<string, string> = {}) {
    const request = aPost(new URLSearchParams(fields).toString(), { isScript: true, headers: { cookie } })
    const { status, json } = await read(await door(request, { params: Promise.resolve({ roomId }) }))
    return { status, json }
  }

  async function ask(door: Door, { roomId }: StartedRoom, cookie: string, as: string) {
    const request = new Request(`http://localhost:3000/rooms/${roomId}/view?as=${as}`, { headers: { cookie } })
    const response = await door(request, { params: Promise.resolve({ roomId }) })
    return { status: response.status, json: await response.json() }
  }

  test('sixty phones behind one address join by the typed code or the picture while somebody there guesses', async () => {
    const room = await aRoom()
    const early = await join({ code: room.code }, '10.7.7.7')
    expect(early.status).toBe(200)
    const guesses: unknown[] = []
    for (let guess = 0; guess < 40; guess += 1) guesses.push((await join({ code: 'AAAAAA' }, '10.7.7.7')).json)
    expect(guesses).toEqual([
      ...Array.from({ length: 30 }, () => ({ error: 'room_not_found' })),
      ...Array.from({ length: 10 }, () => ({ error: 'too_many_guesses' }))
    ])
    const phones = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        join({ code: room.code, ...(index % 2 === 0 && { key: room.joinKey }) }, '10.7.7.7')
      )
    )
    expect(phones.map(({ json }) => json)).toEqual(phones.map(() => ({ next: `/rooms/${room.roomId}` })))
    expect(new Set(phones.map(({ cookie }) => cookie)).size).toBe(60)
    expect(await countSeats(record.db, await getRoom(record.db, room.roomId))).toEqual({ seats: 61, answered: 0 })
  })

  test('a guesser who finds a code after too many tries is not let in by it, and somewhere else it still opens', async () => {
    const room = await aRoom()
    for (let guess = 0; guess < 30; guess += 1) await join({ code: 'AAAAAA' }, '10.8.8.8')
    expect((await join({ code: room.code }, '10.8.8.8')).json).toEqual({ error: 'too_many_guesses' })
    expect((await join({ code: room.code }, '10.8.8.9')).status).toBe(200)
  })

  test('a phone has none of the presenter’s acts and sees none of their view', async () => {
    const room = await aRoom()
    const { cookie } = await join({ code: room.code }, '10.1.1.1')
    const token = cookie.split('=')[1] ?? ''
    const forged = [`attune-lead-${room.roomId}=${token}`, `attune-watch-${room.roomId}=${token}`].join('; ')
    for (const held of [cookie, forged, '']) {
      const refused = { status: 403, json: { error: 'not_in_control' } }
      const move1 = { act: 'step.presented', step: 'alone', seenSeq: '1' }
      expect(await send(move, room, held, move1)).toEqual(refused)
      expect(await send(move, room, held, { act: 'room.ended', seenSeq: '1' })).toEqual(refused)
      expect(await send(moderate, room, held, { act: 'show', textId: 'any' })).toEqual(refused)
      expect(await send(moderate, room, held, { act: 'seen' })).toEqual(refused)
      expect(await send(takeOver, room, held)).toEqual(refused)
      expect(await send(simulate, room, held)).toEqual(refused)
      expect(await ask(view, room, held, 'lead')).toEqual(refused)
      expect(await ask(stream, room, held, 'lead')).toEqual(refused)
    }
    expect((await getRoom(record.db, room.roomId)).lastSeq).toBe(1)
  })

  test('a phone sees no answer and nothing ahead before the reveal, by any way of asking', async () => {
    const room = await aRoom()
    const { cookie } = await join({ code: room.code }, '10.2.2.2')
    await lead(room, [{ type: 'step.presented', step: 'alone' }, { type: 'question.opened' }])
    for (const as of ['seat', 'wall', 'presenter', '']) {
      const seen = JSON.stringify((await ask(view, room, cookie, as)).json)
      expect(seen).toContain('"open":"alone#1"')
      for (const hidden of ['It is the same for every patient', 'They leave.', 'Say who you are.', 'It feels strong'])
        expect(seen).not.toContain(hidden)
    }
  })

  test('an answer sent twice counts once, and one that comes late is refused and not counted', async () => {
    const room = await aRoom()
    const { cookie } = await join({ code: room.code }, '10.3.3.3')
    const late = await join({ code: room.code }, '10.3.3.3')
    await lead(room, [{ type: 'step.presented', step: 'alone' }, { type: 'question.opened' }])
    const given = { question: 'alone#1', option: 'everyone' }
    const way = { status: 200, json: { next: `/rooms/${room.roomId}?answered=alone%231` } }
    const twice = await Promise.all([1, 2].map(() => send(answer, room, cookie, given)))
    expect(twice).toEqual([way, way])
    await lead(room, [{ type: 'close' }])
    expect(await send(answer, room, late.cookie, given)).toEqual({ status: 409, json: { error: 'question_closed' } })
    const wall = await ask(view, room, '', 'wall')
    expect(wall.json).toMatchObject({ state: 'closed', open: null })
    expect(await countSeats(record.db, { id: room.roomId, openQuestion: 'alone#1' })).toEqual({ seats: 2, answered: 1 })
  })

  test('a phone of one room cannot answer or ask for help in another', async () => {
    const [one, other] = [await aRoom(), await aRoom()]
    const { cookie } = await join({ code: one.code }, '10.4.4.4')
    const renamed = cookie.replace(one.roomId, other.roomId)
    await lead(other, [{ type: 'step.presented', step: 'alone' }, { type: 'question.opened' }])
    for (const held of [cookie, renamed]) {
      const given = { question: 'alone#1', option: 'everyone' }
      expect(await send(answer, other, held, given)).toMatchObject({ json: { error: 'seat_not_found' } })
      expect(await send(signal, other, held, { kind: 'support' })).toMatchObject({ json: { error: 'seat_not_found' } })
      expect(await ask(view, other, held, 'seat')).toMatchObject({ json: { error: 'seat_not_found' } })
    }
  })
})

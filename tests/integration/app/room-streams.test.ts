import { beforeEach, describe, expect, test } from 'vitest'
import { GET as stream } from '#app/rooms/[roomId]/stream/route.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { newId } from '#server/record/ids.ts'
import { addText, raiseSignal } from '#server/workshop/rooms/add-text.ts'
import { castAnswer } from '#server/workshop/rooms/cast-answer.ts'
import { type Lead, makeMove } from '#server/workshop/rooms/make-move.ts'
import { wipeRehearsal } from '#server/workshop/rooms/purge-rooms.ts'
import { getRoom } from '#server/workshop/rooms/queries.ts'
import type { StartedRoom } from '#server/workshop/rooms/start-room.ts'
import { takeSeat } from '#server/workshop/rooms/take-seat.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { useDoorsOn } from '#tests/helpers/doors.ts'
import { aRoomIn } from '#tests/helpers/room-visits.ts'
import { aDecision, aPlan } from '#tests/helpers/rooms.ts'

describe.each(engines)('streams of a room on %s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => {
    useDoorsOn(record.db)
    dropWarm()
  })

  async function aStream({ roomId, control }: StartedRoom, as: 'seat' | 'wall' | 'lead' = 'seat') {
    const { token } = await takeSeat(record.db, await getRoom(record.db, roomId))
    const over = new AbortController()
    const request = new Request(`http://localhost:3000/rooms/${roomId}/stream?as=${as}`, {
      headers: { cookie: `attune-seat-${roomId}=${token}; attune-lead-${roomId}=${control}` },
      signal: over.signal
    })
    const { body } = await stream(request, { params: Promise.resolve({ roomId }) })
    if (!body) throw new Error('The stream has no body')
    const reader = body.getReader()
    return {
      leave: () => over.abort(),
      reader,
      next: async () => Buffer.from((await reader.read()).value ?? []).toString('utf8')
    }
  }

  async function move({ roomId, control }: StartedRoom, type: 'room.paused' | 'room.resumed' | 'room.ended') {
    const { lastSeq: seenSeq } = await getRoom(record.db, roomId)
    const act = type === 'room.paused' ? { type, grounding: false } : { type }
    await makeMove(record.db, { roomId, control, seenSeq, act, now: new Date() })
  }

  /** How many look on, and how many listeners the rooms of this process have. */
  function watchedNow() {
    const hubs = [...(globalThis.attuneHubs?.values() ?? [])]
    const { emitter } = globalThis.attuneSignals ?? {}
    return {
      hubs: hubs.length,
      subscribers: hubs.reduce((sum, { subscribers }) => sum + subscribers.size, 0),
      listeners: emitter?.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0) ?? 0
    }
  }

  const nobody = { hubs: 0, subscribers: 0, listeners: 0 }

  test('nothing is kept of streams that their readers left', async () => {
    const [one, other] = [await aRoomIn(record.db), await aRoomIn(record.db)]
    const streams = [await aStream(one), await aStream(one, 'wall'), await aStream(other)]
    for (const each of streams) {
      expect(await each.next()).toMatch(/^retry: \d+\n\n$/)
      expect(await each.next()).toContain('event: view\ndata: {"state":"lobby"')
    }
    expect(watchedNow()).toEqual({ hubs: 2, subscribers: 3, listeners: 2 })
    for (const { leave } of streams) leave()
    await expect.poll(watchedNow).toEqual(nobody)
  })

  test('a stream that ends twice does not take the room from those who came since', async () => {
    const room = await aRoomIn(record.db)
    const gone = await aStream(room)
    await gone.next()
    await gone.next()
    gone.leave()
    await expect.poll(watchedNow).toEqual(nobody)
    const here = await aStream(room)
    await here.next()
    await here.next()
    await gone.reader.cancel()
    expect(watchedNow()).toEqual({ hubs: 1, subscribers: 1, listeners: 1 })
    await move(room, 'room.paused')
    expect(await here.next()).toContain('"state":"paused"')
    here.leave()
    await expect.poll(watchedNow).toEqual(nobody)
  })

  test('a reader who takes nothing is owed the newest view alone, and another is told every view', async () => {
    const room = await aRoomIn(record.db)
    const slow = await aStream(room)
    const quick = await aStream(room)
    await quick.next()
    await quick.next()
    for (let moves = 0; moves < 31; moves += 1) {
      const isPause = moves % 2 === 0
      await move(room, isPause ? 'room.paused' : 'room.resumed')
      expect(await quick.next()).toContain(isPause ? '"state":"paused"' : '"state":"lobby"')
    }
    expect(await slow.next()).toMatch(/^retry: \d+\n\n$/)
    const newest = await slow.next()
    expect(newest).toContain('"state":"paused"')
    expect(newest).toContain('"seq":32')
    await move(room, 'room.resumed')
    expect(await slow.next()).toContain('"seq":33')
    for (const each of [slow, quick]) each.leave()
    await expect.poll(watchedNow).toEqual(nobody)
  })

  test('what waits for whoever leads reaches them as it comes in, and the wall in no way', async () => {
    const room = await aRoomIn(record.db)
    const lead = await aStream(room, 'lead')
    const wall = await aStream(room, 'wall')
    for (const each of [lead, wall]) for (const _ of ['retry', 'view', 'count']) await each.next()
    const parked = { textId: newId(), kind: 'parking', question: null, text: 'Who is called at night?' } as const
    await addText(record.db, await getRoom(record.db, room.roomId), parked)
    const told = [await lead.next(), await lead.next()].join('')
    expect(told).toContain('event: view\n')
    expect(told).toContain('"text":"Who is called at night?"')
    for (const kind of ['support', 'more-time'] as const) {
      await raiseSignal(record.db, await getRoom(record.db, room.roomId), kind)
      if (kind === 'support') expect(await lead.next()).toContain('"support":1')
    }
    await takeSeat(record.db, await getRoom(record.db, room.roomId))
    expect(await wall.next()).toBe('event: count\ndata: {"seats":3,"answered":0}\n\n')
    for (const { leave } of [lead, wall]) leave()
    await expect.poll(watchedNow).toEqual(nobody)
  })

  test('the count of a question is gone before the next one is seen', async () => {
    const room = await aRoomIn(record.db, { ...aPlan(), steps: [aDecision(), aDecision({ id: 'later' })] })
    const lead = async (...acts: Lead['act'][]) => {
      for (const act of acts) {
        const { lastSeq: seenSeq } = await getRoom(record.db, room.roomId)
        await makeMove(record.db, { roomId: room.roomId, control: room.control, seenSeq, act, now: new Date() })
      }
    }
    await lead({ type: 'step.presented', step: 'alone' }, { type: 'question.opened' })
    const wall = await aStream(room, 'wall')
    const said: string[] = []
    const until = async (part: string) => {
      while (!said.at(-1)?.includes(part)) said.push(await wall.next())
    }
    await until('event: count')
    const seat = await takeSeat(record.db, await getRoom(record.db, room.roomId))
    const answer = { marked: ['everyone'] }
    await castAnswer(record.db, { room: await getRoom(record.db, room.roomId), seat, question: 'alone#1', answer })
    await until('"answered":1}')
    await lead({ type: 'close' }, { type: 'step.presented', step: 'later' }, { type: 'question.opened' })
    await until('"open":"later#1"')
    expect(said.findLast((each) => each.includes('event: count'))).toContain('"answered":0}')
    wall.leave()
    await expect.poll(watchedNow).toEqual(nobody)
  })

  test('a rehearsal that is wiped tells all who look on', async () => {
    const room = await aRoomIn(record.db, aPlan(), { isRehearsal: true })
    const phone = await aStream(room)
    for (const _ of ['retry', 'view']) await phone.next()
    await move(room, 'room.ended')
    await wipeRehearsal(record.db, room.roomId)
    let said = ''
    while (!said.includes('event: gone')) said += await phone.next()
    phone.leave()
    await expect.poll(watchedNow).toEqual(nobody)
  })

  test('one view is made for all phones that see the same', async () => {
    const room = await aRoomIn(record.db)
    const streams = await Promise.all(Array.from({ length: 20 }, () => aStream(room)))
    for (const each of streams) for (const _ of ['retry', 'view']) await each.next()
    await move(room, 'room.paused')
    const seen = await Promise.all(streams.map(({ next }) => next()))
    expect(new Set(seen).size).toBe(1)
    const [hub] = globalThis.attuneHubs?.values() ?? []
    expect(hub?.views.size).toBe(1)
    for (const { leave } of streams) leave()
    await expect.poll(watchedNow).toEqual(nobody)
  })
})

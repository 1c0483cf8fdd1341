import { describe, expect, test } from 'vitest'
import { newId } from '#server/record/ids.ts'
import { addText, moderateText, raiseSignal, seeSignals } from '#server/workshop/rooms/add-text.ts'
import { castAnswer } from '#server/workshop/rooms/cast-answer.ts'
import { type Lead, makeMove } from '#server/workshop/rooms/make-move.ts'
import { getRoom } from '#server/workshop/rooms/queries.ts'
import { type StartedRoom, startRoom } from '#server/workshop/rooms/start-room.ts'
import { takeSeat } from '#server/workshop/rooms/take-seat.ts'
import { readCounts, readLeadView, readRoomView } from '#server/workshop/rooms/views.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPlan, aStep } from '#tests/helpers/rooms.ts'

const now = new Date('2026-03-01T09:00:00.000Z')
const asked = { ask: 'text' as const, prompt: 'What will you try?', options: [], bins: [] }
const plan = { ...aPlan(), steps: [...aPlan().steps, aStep({ id: 'said', kind: 'text', question: asked })] }
const open = (step: string) => [{ type: 'step.presented', step }, { type: 'question.opened' }] as const
const end = { type: 'room.ended' } as const

describe.each(engines)('a room on %s', (engine) => {
  const record = useRecord(engine)

  function aStartedRoom(): Promise<StartedRoom> {
    return startRoom(record.db, { plan, workshopId: null, isRehearsal: false, supportPerson: null, now })
  }

  async function lead({ roomId, control }: StartedRoom, acts: readonly Lead['act'][]): Promise<void> {
    for (const act of acts) {
      const { lastSeq: seenSeq } = await getRoom(record.db, roomId)
      expect(await makeMove(record.db, { roomId, control, seenSeq, act, now })).toBe(true)
    }
  }

  async function say({ roomId }: StartedRoom, text: string, question: string | null = 'said#1'): Promise<string> {
    const textId = newId()
    const kind = question === null ? 'parking' : 'answer'
    await addText(record.db, await getRoom(record.db, roomId), { textId, kind, question, text })
    return textId
  }

  test('takes a second press of the same button for the first', async () => {
    const started = await aStartedRoom()
    const { roomId, control } = started
    await lead(started, open('alone'))
    const again = { roomId, control, seenSeq: 2, act: { type: 'question.opened' as const }, now }
    expect(await makeMove(record.db, again)).toBe(false)
    expect((await getRoom(record.db, roomId)).lastSeq).toBe(3)
  })

  test('takes nothing from anybody once it has ended', async () => {
    const started = await aStartedRoom()
    const seat = await takeSeat(record.db, await getRoom(record.db, started.roomId))
    await lead(started, [...open('alone'), end])
    const room = await getRoom(record.db, started.roomId)
    const { roomId, control } = started
    const move = { roomId, control, seenSeq: room.lastSeq, act: { type: 'room.resumed' as const }, now }
    await expect(makeMove(record.db, move)).rejects.toMatchObject({ code: 'room_ended' })
    await expect(takeSeat(record.db, room)).rejects.toMatchObject({ code: 'room_ended' })
    await expect(say(started, 'Too late')).rejects.toMatchObject({ code: 'room_ended' })
    await expect(raiseSignal(record.db, room, 'support')).rejects.toMatchObject({ code: 'room_ended' })
    const late = { room, seat, question: 'alone#1', answer: { marked: ['everyone'] } }
    await expect(castAnswer(record.db, late)).rejects.toMatchObject({ code: 'question_closed' })
  })

  test('takes no answer while it rests, and counts the one that comes after', async () => {
    const started = await aStartedRoom()
    const room = await getRoom(record.db, started.roomId)
    const seat = await takeSeat(record.db, room)
    const cast = () => castAnswer(record.db, { room, seat, question: 'alone#1', answer: { marked: ['everyone'] } })
    await lead(started, [...open('alone'), { type: 'room.paused', grounding: true }])
    await expect(cast()).rejects.toMatchObject({ code: 'question_closed' })
    await lead(started, [{ type: 'room.resumed' }])
    await cast()
    await lead(started, [{ type: 'close' }, { type: 'distribution.shown' }])
    expect((await readRoomView(record.db, started.roomId)).distributions).toEqual([{ kind: 'too-few' }])
  })

  test('shows a sentence once somebody has read it and the answers are shown, and as it was left', async () => {
    const started = await aStartedRoom()
    const { roomId, control } = started
    await expect(say(started, 'Too early')).rejects.toMatchObject({ code: 'question_closed' })
    await lead(started, open('said'))
    const [first] = [await say(started, 'I will ask Kim'), await say(started, 'Nobody has read this')]
    const parked = await say(started, 'Who is called at night?', null)
    await moderateText(record.db, { roomId, control, textId: first, state: 'shown', text: 'I will ask' })
    await moderateText(record.db, { roomId, control, textId: parked, state: 'shown' })
    const textsNow = async () => (await readRoomView(record.db, roomId)).texts
    expect(await textsNow()).toEqual([])
    await lead(started, [{ type: 'close' }])
    expect(await textsNow()).toEqual([])
    await expect(say(started, 'Too late')).rejects.toMatchObject({ code: 'question_closed' })
    await lead(started, [{ type: 'distribution.shown' }])
    expect(await textsNow()).toEqual(['I will ask'])
    await moderateText(record.db, { roomId, control, textId: first, state: 'hidden' })
    expect(await textsNow()).toEqual([])
    await lead(started, [{ type: 'step.presented', step: 'alone' }])
    expect(await textsNow()).toEqual([])
  })

  test('lets nobody but whoever leads read sentences out or note that a wish was seen', async () => {
    const [started, other] = [await aStartedRoom(), await aStartedRoom()]
    await lead(started, open('said'))
    const textId = await say(started, 'I will ask')
    await raiseSignal(record.db, await getRoom(record.db, started.roomId), 'support')
    const { roomId, watch } = started
    for (const control of [undefined, watch, other.control]) {
      const show = moderateText(record.db, { roomId, control, textId, state: 'shown' })
      await expect(show).rejects.toMatchObject({ code: 'not_in_control' })
      await expect(seeSignals(record.db, { roomId, control })).rejects.toMatchObject({ code: 'not_in_control' })
    }
    await moderateText(record.db, { roomId: other.roomId, control: other.control, textId, state: 'shown' })
    expect((await readLeadView(record.db, roomId)).waiting).toMatchObject([{ id: textId, state: 'waiting' }])
    await seeSignals(record.db, { roomId, control: started.control })
    expect(await readCounts(record.db, await getRoom(record.db, roomId))).toMatchObject({ support: 0 })
  })

  test('asks for more time for the question that is open alone', async () => {
    const started = await aStartedRoom()
    const counted = async () => (await readCounts(record.db, await getRoom(record.db, started.roomId))).moreTime
    await lead(started, open('alone'))
    await raiseSignal(record.db, await getRoom(record.db, started.roomId), 'more-time')
    expect(await counted()).toBe(1)
    await lead(started, [{ type: 'close' }, { type: 'distribution.shown' }, { type: 'question.reopened' }])
    expect(await counted()).toBe(0)
  })

  test('is not filled by one phone that does not stop, and support is heard all the same', async () => {
    const started = await aStartedRoom()
    await lead(started, open('said'))
    for (let count = 0; count < 10; count += 1) await say(started, `Sentence ${count}`)
    await expect(say(started, 'One more')).rejects.toMatchObject({ code: 'room_full' })
    const room = await getRoom(record.db, started.roomId)
    for (let count = 0; count < 10; count += 1) await raiseSignal(record.db, room, 'more-time')
    await expect(raiseSignal(record.db, room, 'more-time')).rejects.toMatchObject({ code: 'room_full' })
    await raiseSignal(record.db, room, 'support')
    expect((await readCounts(record.db, room)).support).toBe(1)
  })
})

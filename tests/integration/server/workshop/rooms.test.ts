import { describe, expect, test } from 'vitest'
import { stateOf, talliesOf } from '#machines/room/machine.ts'
import type { Db } from '#server/record/db/schema.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { castAnswer } from '#server/workshop/rooms/cast-answer.ts'
import { takeControl } from '#server/workshop/rooms/hand-over.ts'
import { loadRoom } from '#server/workshop/rooms/load-room.ts'
import { type Lead, makeMove } from '#server/workshop/rooms/make-move.ts'
import { countSeats, findRoomByCode, findSeat, getRoom, type Seat } from '#server/workshop/rooms/queries.ts'
import { type StartedRoom, startRoom } from '#server/workshop/rooms/start-room.ts'
import { joinTable, takeSeat } from '#server/workshop/rooms/take-seat.ts'
import { readRoomView } from '#server/workshop/rooms/views.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aDecision, aPlan, aStep } from '#tests/helpers/rooms.ts'

const now = new Date('2026-03-01T09:00:00.000Z')

function aStartedRoom(db: Db, plan = aPlan()): Promise<StartedRoom> {
  return startRoom(db, { plan, workshopId: null, isRehearsal: false, supportPerson: 'Sam', now })
}

/** Makes moves one after the other, each after the last event. */
async function lead(db: Db, { roomId, control }: StartedRoom, acts: readonly Lead['act'][]): Promise<void> {
  for (const act of acts) {
    const { lastSeq: seenSeq } = await getRoom(db, roomId)
    expect(await makeMove(db, { roomId, control, seenSeq, act, now })).toBe(true)
  }
}

const toQuestion = [{ type: 'step.presented', step: 'alone' }, { type: 'question.opened' }] as const

async function answers(db: Db, started: StartedRoom, options: readonly string[], question = 'alone#1') {
  const room = await getRoom(db, started.roomId)
  const seats = await Promise.all(options.map(() => takeSeat(db, room)))
  const cast = seats.map((seat, index) =>
    castAnswer(db, { room, seat, question, answer: { marked: [options[index] ?? ''] } })
  )
  return { seats, results: await Promise.allSettled(cast) }
}

async function stateIn(db: Db, roomId: string) {
  dropWarm()
  const { snapshot } = await loadRoom(db, await getRoom(db, roomId))
  return { state: stateOf(snapshot), tallies: talliesOf(snapshot.context) }
}

describe.each(engines)('rooms on %s', (engine) => {
  const record = useRecord(engine)

  test('sixty phones answer at once and every one is counted', async () => {
    const { db } = record
    await openConnections(db)
    const started = await aStartedRoom(db)
    await lead(db, started, toQuestion)
    const options = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'later' : 'everyone'))
    const { results } = await answers(db, started, options)
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await countSeats(db, await getRoom(db, started.roomId))).toEqual({ seats: 60, answered: 60 })
    await lead(db, started, [{ type: 'close' }])
    expect(await stateIn(db, started.roomId)).toEqual({
      state: 'closed',
      tallies: [{ by: 'phones', answered: 60, counts: { everyone: 40, later: 20, police: 0 } }]
    })
  })

  test('a closing among answers counts exactly those that were acknowledged', async () => {
    const { db } = record
    await openConnections(db)
    const started = await aStartedRoom(db)
    await lead(db, started, toQuestion)
    const { lastSeq: seenSeq } = await getRoom(db, started.roomId)
    const closing = new Promise<boolean>((done) => setImmediate(() => done(closeNow())))
    const closeNow = () =>
      makeMove(db, { roomId: started.roomId, control: started.control, seenSeq, act: { type: 'close' }, now })
    const [{ results }] = await Promise.all([
      answers(
        db,
        started,
        Array.from({ length: 40 }, () => 'everyone')
      ),
      closing
    ])
    const acknowledged = results.filter(({ status }) => status === 'fulfilled').length
    const refused = results.filter(({ status }) => status === 'rejected').map((it) => 'reason' in it && it.reason.code)
    expect(new Set(refused).size).toBeLessThanOrEqual(1)
    expect((await stateIn(db, started.roomId)).tallies[0]?.answered).toBe(acknowledged)
  })

  test('the last answer of a seat counts', async () => {
    const { db } = record
    const started = await aStartedRoom(db)
    await lead(db, started, toQuestion)
    const room = await getRoom(db, started.roomId)
    const seat = await takeSeat(db, room)
    const cast = (option: string) => castAnswer(db, { room, seat, question: 'alone#1', answer: { marked: [option] } })
    await cast('later')
    await Promise.all([cast('police'), cast('everyone')])
    await lead(db, started, [{ type: 'close' }])
    expect((await stateIn(db, started.roomId)).tallies[0]).toMatchObject({ answered: 1, counts: { everyone: 1 } })
  })

  test('answers to what is not open, or that do not fit, are refused', async () => {
    const { db } = record
    const started = await aStartedRoom(db)
    const early = await getRoom(db, started.roomId)
    const seat = await takeSeat(db, early)
    const cast = async (question: string, marked: string[]) =>
      castAnswer(db, { room: await getRoom(db, started.roomId), seat, question, answer: { marked } })
    await expect(cast('alone#1', ['everyone'])).rejects.toMatchObject({ code: 'question_closed' })
    await lead(db, started, toQuestion)
    await expect(cast('alone#2', ['everyone'])).rejects.toMatchObject({ code: 'question_closed' })
    await expect(cast('alone#1', ['elsewhere'])).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(cast('alone#1', ['everyone', 'later'])).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await countSeats(db, await getRoom(db, started.roomId))).toEqual({ seats: 1, answered: 0 })
  })

  test('two who press at once make one move', async () => {
    const { db } = record
    await openConnections(db)
    const started = await aStartedRoom(db)
    const { roomId, control } = started
    const act = { type: 'step.presented', step: 'alone' } as const
    const made = await Promise.all([1, 2].map(() => makeMove(db, { roomId, control, seenSeq: 1, act, now })))
    expect(made.toSorted()).toEqual([false, true])
    expect((await getRoom(db, roomId)).lastSeq).toBe(2)
  })

  test('whoever takes the lead has it alone', async () => {
    const { db } = record
    const started = await aStartedRoom(db)
    const { roomId, control, watch } = started
    const act = { type: 'step.presented', step: 'alone' } as const
    const other = await takeControl(db, { roomId, token: watch })
    await expect(makeMove(db, { roomId, control, seenSeq: 1, act, now })).rejects.toMatchObject({
      code: 'not_in_control'
    })
    expect(await makeMove(db, { roomId, control: other, seenSeq: 1, act, now })).toBe(true)
    await expect(takeControl(db, { roomId, token: 'somebody' })).rejects.toMatchObject({ code: 'not_in_control' })
  })

  test('a participant cannot lead', async () => {
    const { db } = record
    const { roomId } = await aStartedRoom(db)
    const { token } = await takeSeat(db, await getRoom(db, roomId))
    for (const control of [undefined, '', token])
      await expect(
        makeMove(db, { roomId, control, seenSeq: 1, act: { type: 'room.ended' }, now })
      ).rejects.toMatchObject({ code: 'not_in_control' })
  })

  test('is found by what is typed of its code, until it ends', async () => {
    const { db } = record
    const started = await aStartedRoom(db)
    const typed = `${started.code.slice(0, 3).toLowerCase()} ${started.code.slice(3)}`
    expect((await findRoomByCode(db, typed))?.id).toBe(started.roomId)
    expect(await findRoomByCode(db, 'OOOOOO')).toBeUndefined()
    await lead(db, started, [{ type: 'room.ended' }])
    expect(await findRoomByCode(db, started.code)).toBeUndefined()
  })

  test('gives a phone its own seat back by its token, and no other room’s', async () => {
    const { db } = record
    const [one, other] = [await aStartedRoom(db), await aStartedRoom(db)]
    const { token, ...seat } = await takeSeat(db, await getRoom(db, one.roomId))
    expect(await findSeat(db, one.roomId, token)).toEqual(seat)
    expect(await findSeat(db, other.roomId, token)).toBeUndefined()
  })

  describe('where tables answer as one', () => {
    const plan = { title: 'Two hours', steps: [aStep(), aDecision({ isByTable: true })] }

    /** @returns a seat at a table, or at none. */
    async function seatAt(roomId: string, table: string | null): Promise<Seat> {
      const seat = await takeSeat(record.db, await getRoom(record.db, roomId))
      await joinTable(record.db, { seatId: seat.id, table, part: null })
      return { ...seat, tableName: table }
    }

    const cast = async (seat: Seat, option: string) =>
      castAnswer(record.db, { room: { id: seat.roomId }, seat, question: 'alone#1', answer: { marked: [option] } })

    test('a table counts once, by what it answered last on any of its phones', async () => {
      const { db } = record
      const started = await aStartedRoom(db, plan)
      await lead(db, started, toQuestion)
      const [one, other, another] = [
        await seatAt(started.roomId, 'A'),
        await seatAt(started.roomId, 'A'),
        await seatAt(started.roomId, 'B')
      ]
      await cast(one, 'later')
      await cast(another, 'later')
      await cast(other, 'everyone')
      await lead(db, started, [{ type: 'close' }])
      expect((await stateIn(db, started.roomId)).tallies).toEqual([
        { by: 'phones', answered: 2, counts: { everyone: 1, later: 1, police: 0 } }
      ])
    })

    test('two phones of a table that answer at once count once', async () => {
      const { db } = record
      const started = await aStartedRoom(db, plan)
      await lead(db, started, toQuestion)
      const both = [await seatAt(started.roomId, 'A'), await seatAt(started.roomId, 'A')]
      await Promise.all(both.map((seat) => cast(seat, 'later')))
      await lead(db, started, [{ type: 'close' }])
      expect((await stateIn(db, started.roomId)).tallies[0]?.answered).toBe(1)
    })

    test('phones that named no table are persons, of whom too few are not shown', async () => {
      const { db } = record
      const started = await aStartedRoom(db, plan)
      await lead(db, started, toQuestion)
      await cast(await seatAt(started.roomId, 'A'), 'later')
      await cast(await seatAt(started.roomId, null), 'police')
      await lead(db, started, [{ type: 'close' }, { type: 'distribution.shown' }])
      expect((await readRoomView(db, started.roomId)).distributions).toEqual([{ kind: 'too-few' }])
    })
  })

  describe('counted by hands', () => {
    const several = aDecision()
    const question = several.question && { ...several.question, ask: 'several' as const }
    const plan = { title: 'One hour', steps: [aStep(), { ...several, question }] }

    async function tally(counts: Record<string, number>, answered: number | null, of = plan) {
      const { db } = record
      const started = await aStartedRoom(db, of)
      await lead(db, started, toQuestion)
      await lead(db, started, [{ type: 'tally', tally: { answered, counts } }])
      return (await stateIn(db, started.roomId)).tallies
    }

    test('one answer each adds up to the people, and what is no answer is left out', async () => {
      expect(await tally({ everyone: 7, later: 5, elsewhere: 3 }, null, aPlan())).toEqual([
        { by: 'hands', answered: 12, counts: { everyone: 7, later: 5, police: 0 } }
      ])
    })

    test('several answers each do not make more people than raised a hand', async () => {
      expect(await tally({ everyone: 4, later: 4, police: 3 }, null)).toEqual([
        { by: 'hands', answered: 4, counts: { everyone: 4, later: 4, police: 3 } }
      ])
    })

    test('more hands than people are refused', async () => {
      await expect(tally({ everyone: 5 }, 4)).rejects.toMatchObject({ code: 'tally_impossible' })
      await expect(tally({ everyone: 3, later: 3 }, 5, aPlan())).rejects.toMatchObject({ code: 'tally_impossible' })
    })
  })
})

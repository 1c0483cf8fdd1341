import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecord } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { aDatabase, type Place } from '#tests/helpers/db.ts'
import { seqIn } from '#tests/helpers/room-lines.ts'
import { answerOf, aPhoneIn, aRoomIn, lastTally, leadCookie, lineTo, moveIn } from '#tests/helpers/room-visits.ts'
import { type StartedServer, startAsOperator } from './started.ts'

let place: Place
let dataDir: string
let db: Db
let one: StartedServer
let other: StartedServer

beforeAll(async () => {
  place = await aDatabase('PostgreSQL')
  dataDir = await mkdtemp(join(tmpdir(), 'attune-room-two-'))
  const settings = { databaseUrl: place.url, dataDir }
  ;[one, other] = await Promise.all([startAsOperator(settings), startAsOperator(settings)])
  db = openRecord(place.url)
})

afterAll(async () => {
  await db.destroy()
  await Promise.all([one.stop(), other.stop()])
  await place.drop()
  await rm(dataDir, { recursive: true, force: true })
})

test('two processes see each other’s moves and counts, from the first one on', async () => {
  const room = await aRoomIn(db)
  const path = `/rooms/${room.roomId}`
  const phones = await Promise.all(Array.from({ length: 6 }, () => aPhoneIn(other.address, room)))
  const phone = lineTo(other.address, path, 'seat', phones[0]?.cookie)
  const wall = lineTo(other.address, path, 'wall')
  await Promise.all([phone.view({ state: 'lobby' }), wall.view({ state: 'lobby' })])
  // Nobody has a stream at the first process yet.
  await moveIn(one.address, room, 1, { act: 'step.presented', step: 'alone' })
  await Promise.all([phone.view({ seq: 2 }), wall.view({ seq: 2 })])
  const lead = lineTo(one.address, path, 'lead', leadCookie(room))
  await lead.view({ seq: 2 })
  await moveIn(one.address, room, 2, { act: 'question.opened' })
  await phone.view({ state: 'collecting' })
  const given = await Promise.all(
    phones.map((each) => answerOf(other.address, each, { question: 'alone#1', option: 'later' }))
  )
  expect(given.map(({ status }) => status)).toEqual(phones.map(() => 200))
  const six = { seats: 6, answered: 6, moreTime: 0, support: 0, waitingTexts: 0 }
  const isSix = ({ event, data }: { event: string; data: string }) =>
    event === 'count' && JSON.parse(data).answered === 6
  expect(JSON.parse((await lead.until(isSix)).data)).toEqual(six)
  expect(JSON.parse((await wall.until(isSix)).data)).toEqual({ seats: 6, answered: 6 })
  await moveIn(other.address, room, 3, { act: 'close' })
  await Promise.all([lead.view({ state: 'closed' }), phone.view({ state: 'closed' })])
  expect(await lastTally(db, room.roomId)).toEqual({ answered: 6, counts: { everyone: 0, later: 6, police: 0 } })
  // One view for each event, however many answered: nobody is told of an answer but those who count.
  expect(phone.heard.filter(({ event }) => event === 'view').map(({ data }) => seqIn(data))).toEqual([1, 2, 3, 4])
  expect(phone.heard.filter(({ event }) => event === 'count')).toEqual([])
  for (const line of [phone, wall, lead]) line.close()
})

test('of two moves at once at two processes one is made', async () => {
  const room = await aRoomIn(db)
  const act = { act: 'step.presented', step: 'alone' }
  const both = await Promise.all([one, other].map(({ address }) => moveIn(address, room, 1, act)))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const { lastSeq } = await db.selectFrom('stream').selectAll().where('id', '=', room.roomId).executeTakeFirstOrThrow()
  expect(lastSeq).toBe(2)
})

test('a broken line to the database is mended, and what was missed meanwhile is shown', async () => {
  const room = await aRoomIn(db)
  const path = `/rooms/${room.roomId}`
  const { cookie } = await aPhoneIn(other.address, room)
  const phone = lineTo(other.address, path, 'seat', cookie)
  await phone.view({ state: 'lobby' })
  expect(await breakLines(db)).toBeGreaterThanOrEqual(2)
  await moveIn(one.address, room, 1, { act: 'step.presented', step: 'alone' })
  await phone.view({ seq: 2 })
  await expect.poll(() => countLines(db), { timeout: 10_000 }).toBe(2)
  await moveIn(one.address, room, 2, { act: 'question.opened' })
  await phone.view({ state: 'collecting' })
  phone.close()
})

test('a server asked to stop ends the streams of its rooms, and another goes on with the room', async () => {
  const leaving = await startAsOperator({ databaseUrl: place.url, dataDir })
  const room = await aRoomIn(db)
  const path = `/rooms/${room.roomId}`
  const phone = await aPhoneIn(leaving.address, room)
  const line = lineTo(leaving.address, path, 'seat', phone.cookie)
  await line.view({ state: 'lobby' })
  const stopping = leaving.stop()
  await line.ended
  expect(await stopping).toBe(143)
  const again = lineTo(one.address, path, 'seat', phone.cookie)
  await again.view({ state: 'lobby' })
  again.close()
})

/** Ends the connections by which processes hear of each other. @returns how many there were */
async function breakLines(db: Db): Promise<number> {
  const { rows } = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'attune room'`.execute(db)
  return rows.length
}

async function countLines(db: Db): Promise<number> {
  const { rows } = await sql`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'attune room'`.execute(
    db
  )
  return rows.length
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import { aDatabase, engines } from '#tests/helpers/db.ts'
import {
  answerOf,
  aPhoneIn,
  aRoomIn,
  lastTally,
  leadCookie,
  lineTo,
  moveIn,
  type Phone,
  pageOf
} from '#tests/helpers/room-visits.ts'
import { type RunningServer, startServer } from './server.ts'

const rounds = Number(process.env.ATTUNE_KILL_ROUNDS ?? 3)
const question = 'alone#1'
const options = ['everyone', 'later', 'police']
let running: RunningServer | undefined
afterEach(() => running?.kill())

/** A phone that changes its mind without end, and sends again what was not acknowledged, as the page does. */
class Restless {
  readonly phone: Phone
  acknowledged = 0
  last: string | undefined
  private pending: string | undefined

  constructor(phone: Phone) {
    this.phone = phone
  }

  /** Whether the last thing it sent was not acknowledged. */
  get isCutOff(): boolean {
    return this.pending !== undefined
  }

  /** @returns once the server is gone. Throws where it refuses. */
  async answerUntilGone(address: string): Promise<void> {
    while (await this.answer(address)) await pause(Math.random() * 5)
  }

  /** @returns whether the server acknowledged. */
  async answer(address: string): Promise<boolean> {
    this.pending ??= options[Math.floor(Math.random() * options.length)] ?? ''
    const option = this.pending
    const reply = await answerOf(address, this.phone, { question, option }).catch(() => undefined)
    if (!reply) return false
    if (reply.status !== 200) throw new Error(`An answer was refused: ${reply.text}`)
    this.acknowledged += 1
    this.last = option
    this.pending = undefined
    return true
  }
}

describe.each(engines)('%s', (engine) => {
  test(`a room whose server is killed ${rounds} times in a vote goes on with every seat and every answer`, async () => {
    const place = await aDatabase(engine)
    const dataDir = await mkdtemp(join(tmpdir(), 'attune-room-kill-'))
    await migrate(place.url)
    const db = openRecord(place.url)
    const start = async () => {
      running = await startServer({ databaseUrl: place.url, dataDir })
      return running
    }
    let { address, kill } = await start()
    const room = await aRoomIn(db)
    const path = `/rooms/${room.roomId}`
    const phones = await Promise.all(
      Array.from({ length: 12 }, async () => new Restless(await aPhoneIn(address, room)))
    )
    expect((await moveIn(address, room, 1, { act: 'step.presented', step: 'alone' })).status).toBe(200)
    expect((await moveIn(address, room, 2, { act: 'question.opened' })).status).toBe(200)
    for (let round = 1; round <= rounds; round += 1) {
      const answering = Promise.all(phones.map((phone) => phone.answerUntilGone(address)))
      await Promise.race([answering.then(() => Promise.reject(new Error('The phones stopped early'))), pause(moment())])
      await kill()
      await answering
      ;({ address, kill } = await start())
    }
    // Whoever was cut off sends again what they had chosen; the others are counted as they were acknowledged.
    for (const phone of phones) if (phone.isCutOff) expect(await phone.answer(address)).toBe(true)
    const seen = lineTo(address, path, 'seat', phones[0]?.phone.cookie)
    expect(JSON.parse((await seen.view({ state: 'collecting' })).data)).toMatchObject({ open: question, seq: 3 })
    const page = await pageOf(address, path, phones[0]?.phone.cookie ?? '')
    expect(page.text).toContain('Change my answer')
    // A browser that was closed has its cookie still.
    expect((await pageOf(address, `${path}/lead`, leadCookie(room))).status).toBe(200)
    expect((await pageOf(address, `${path}/lead`, '')).status).toBe(307)
    expect((await moveIn(address, room, 3, { act: 'close' })).status).toBe(200)
    await seen.view({ state: 'closed', seq: 4 })
    seen.close()
    const counts = Object.fromEntries(options.map((option) => [option, 0]))
    for (const { last = '' } of phones) counts[last] = (counts[last] ?? 0) + 1
    expect(await lastTally(db, room.roomId)).toEqual({ answered: 12, counts })
    const total = phones.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
    console.info(`${engine}: ${rounds} kills, ${total} acknowledged answers, all counted`)
    expect(total).toBeGreaterThan(rounds * phones.length)
    await kill()
    await db.destroy()
    await place.drop()
    await rm(dataDir, { recursive: true })
  })

  test('an answer that was acknowledged is counted though the server is killed at once', async () => {
    const place = await aDatabase(engine)
    const dataDir = await mkdtemp(join(tmpdir(), 'attune-room-kill-'))
    await migrate(place.url)
    const db = openRecord(place.url)
    for (let round = 1; round <= rounds; round += 1) {
      running = await startServer({ databaseUrl: place.url, dataDir })
      const { address, kill } = running
      const room = await aRoomIn(db)
      const phones = await Promise.all(Array.from({ length: 20 }, () => aPhoneIn(address, room)))
      await moveIn(address, room, 1, { act: 'step.presented', step: 'alone' })
      await moveIn(address, room, 2, { act: 'question.opened' })
      const acknowledged: string[] = []
      const all = phones.map(async (phone, index) => {
        const option = options[index % options.length] ?? ''
        const reply = await answerOf(address, phone, { question, option }).catch(() => undefined)
        if (reply?.status === 200) acknowledged.push(option)
        // The first acknowledgment is the last thing this server does.
        if (acknowledged.length === 1 + (round % 10)) await kill()
      })
      await Promise.all(all)
      const rows = await db.selectFrom('roomAnswer').select('answer').where('roomId', '=', room.roomId).execute()
      const counted = rows.map(({ answer }) => String(JSON.parse(answer).marked[0]))
      for (const option of options) {
        const least = acknowledged.filter((each) => each === option).length
        expect(counted.filter((each) => each === option).length).toBeGreaterThanOrEqual(least)
      }
    }
    await db.destroy()
    await place.drop()
    await rm(dataDir, { recursive: true })
  })
})

function moment(): number {
  return 200 + Math.random() * 800
}

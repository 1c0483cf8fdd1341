import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { openRecord } from '#server/record/db/client.ts'
import { seqIn } from '#tests/helpers/room-lines.ts'
import { aPhoneIn, aRoomIn, lineTo, moveIn, type Phone } from '#tests/helpers/room-visits.ts'
import { aPlan, aStep } from '#tests/helpers/rooms.ts'
import { type StartedServer, startAsOperator } from './started.ts'

let started: StartedServer | undefined
let dataDir = ''
afterEach(async () => {
  await started?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const readers = 20
const moves = 60
// Some 400 kB, far more than any page that ships: what a system keeps for a connection is full after a few of them.
const longest = 'Read this out slowly. '.repeat(20_000)
/** What a server may hold at most, in megabytes. */
const most = 350

test('readers who take nothing cost little, are cut off, and hold up nobody', { timeout: 120_000 }, async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'attune-room-readers-'))
  const server = await startAsOperator({ dataDir })
  started = server
  const { address, port } = server
  const db = openRecord(pathToFileURL(join(dataDir, 'attune.db')).href)
  const room = await aRoomIn(db, { ...aPlan(), steps: [aStep({ body: [{ p: longest }] })] })
  const quick = lineTo(address, `/rooms/${room.roomId}`, 'seat', (await aPhoneIn(address, room)).cookie)
  await quick.view({ seq: 1 })
  const slow = await Promise.all(
    Array.from({ length: readers }, async () => aSilentReader(port, await aPhoneIn(address, room)))
  )
  await moveIn(address, room, 1, { act: 'step.presented', step: 'welcome' })
  await quick.view({ seq: 2 })
  for (let seq = 2; seq < 2 + moves; seq += 1) {
    await moveIn(address, room, seq, { act: seq % 2 === 0 ? 'room.paused' : 'room.resumed' })
    await quick.view({ seq: seq + 1 })
  }
  const sent = (readers * moves * longest.length) / 1e6
  console.info(`${sent.toFixed(0)} MB that nobody read: the server holds ${memoryOf(server).toFixed(0)} MB`)
  expect(memoryOf(server)).toBeLessThan(most)
  await expect.poll(() => brokenStreams(server), { timeout: 40_000, interval: 500 }).toBe(readers)
  // Whoever read all the time is still there, and a cut reader who asks anew has the newest view first.
  await moveIn(address, room, 2 + moves, { act: 'room.paused' })
  await quick.view({ seq: 3 + moves })
  const again = lineTo(address, `/rooms/${room.roomId}`, 'seat', (await aPhoneIn(address, room)).cookie)
  expect(seqIn((await again.view({ seq: 0 })).data)).toBe(3 + moves)
  // Once they read at last, they have what the system kept for them, and then the end.
  for (const socket of slow) {
    const closed = once(socket, 'close')
    socket.resume()
    await closed
  }
  for (const line of [quick, again]) line.close()
  await db.destroy()
})

/** A connection that asks for a stream and never reads a byte of it. */
async function aSilentReader(port: number, { room, cookie }: Phone): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.pause()
  socket.on('error', () => undefined)
  socket.write(`GET ${room}/stream?as=seat HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`)
  return socket
}

/** How many streams the server's log says it broke off. */
function brokenStreams({ said }: StartedServer): number {
  return said().match(/"route":"\/rooms\/\[roomId\]\/stream".*"broken":true/g)?.length ?? 0
}

/** The resident memory of the server, in megabytes. */
function memoryOf({ pid }: StartedServer): number {
  const rows = execFileSync('ps', ['-A', '-o', 'ppid=,rss='], { encoding: 'utf8' }).trim().split('\n')
  const [, kilobytes = Number.NaN] =
    rows.map((row) => row.trim().split(/\s+/).map(Number)).find(([ppid]) => ppid === pid) ?? []
  return kilobytes / 1024
}

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { verifyAudit } from '#server/record/audit/verify-audit.ts'
import { checkArchive, rowsOf } from '#server/record/db/archive.ts'
import { backUp, leftOut } from '#server/record/db/backup.ts'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import { proveArchive, restore } from '#server/record/db/restore.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type TableName, tableNames } from '#server/record/db/tables.ts'
import { aDatabase, type Engine, engines, type Place } from '#tests/helpers/db.ts'
import { everyRow, fillEveryTable, inOrder } from '#tests/helpers/full-record.ts'

const run = promisify(execFile)
const now = new Date('2026-11-24T09:00:00.000Z')
const kept = tableNames.filter((name) => !leftOut.includes(name))
const writer = `
const { openRecord } = await import('#server/record/db/client.ts')
const { appendAudit } = await import('#server/record/audit/append-audit.ts')
const db = openRecord(process.argv[1])
let isOver = false
process.stdin.on('end', () => { isOver = true }).resume()
for (let index = 0; !isOver; index++) {
  await db.transaction().execute(async (db) => {
    const at = new Date().toISOString()
    await db.insertInto('stream').values({ id: 's' + index, kind: 'attempt', lastSeq: 1 }).execute()
    await db.insertInto('event').values({ streamId: 's' + index, seq: 1, type: 'a', payload: '{}', occurredAt: at }).execute()
    const subject = { kind: 'stream', id: 's' + index }
    await appendAudit(db, { organizationId: null, actorId: null, act: 'stream.added', subject, now: new Date() })
  })
  if (index % 100 === 0) console.log(index)
  // One connection that answers at once would keep the end of its orders from being heard.
  await new Promise(setImmediate)
}
await db.destroy()
`

let folder: string
const places: Place[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attune-backup-'))
})

afterAll(async () => {
  await Promise.all(places.map((place) => place.drop()))
  await rm(folder, { recursive: true, force: true })
})

async function aPlace(engine: Engine): Promise<string> {
  const place = await aDatabase(engine)
  places.push(place)
  return place.url
}

async function using<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openRecord(url)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

async function aFullRecord(engine: Engine): Promise<string> {
  const url = await aPlace(engine)
  await migrate(url)
  await using(url, async (db) => {
    await fillEveryTable(db)
    for (const id of ['a', 'b', 'c'])
      await appendAudit(db, { organizationId: null, actorId: null, act: 'a.b', subject: { kind: 'a', id }, now })
  })
  return url
}

async function rowsIn(file: string): Promise<Record<string, readonly unknown[]>> {
  const rows: Record<string, object[]> = Object.fromEntries(kept.map((name) => [name, []]))
  for await (const { table, row } of rowsOf(file)) rows[table]?.push(row)
  return Object.fromEntries(Object.entries(rows).map(([table, each]) => [table, inOrder(each)]))
}

function aFile(): string {
  return join(folder, `${crypto.randomUUID()}.gz`)
}

function rowsAt(url: string, tables: readonly TableName[] = kept) {
  return using(url, (db) => everyRow(db, tables))
}

describe.each([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite']
] as const)('from %s to %s and back', (one, other) => {
  test('every row of every table is there again, but for sessions, links and counters', async () => {
    const source = await aFullRecord(one)
    const [there, back] = [await aPlace(other), await aPlace(one)]
    const [first, second] = [aFile(), aFile()]
    const written = await backUp(source, { to: first, now })
    expect(await restore(there, { from: first })).toEqual(written)
    await backUp(there, { to: second, now })
    await restore(back, { from: second })
    const before = await rowsAt(source)
    expect(Object.values(before).every((rows) => rows.length >= 2)).toBe(true)
    expect(await rowsAt(there)).toEqual(before)
    expect(await rowsAt(back)).toEqual(before)
    expect(await rowsAt(back, leftOut)).toEqual(Object.fromEntries(leftOut.map((table) => [table, []])))
    expect(gunzipSync(await readFile(second)).equals(gunzipSync(await readFile(first)))).toBe(true)
  })

  test('a backup that is taken while somebody writes is of one moment, and its chain is whole', async () => {
    const source = await aFullRecord(one)
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, source], {
      stdio: ['pipe', 'pipe', 'inherit']
    })
    const ended = once(child, 'exit')
    const written = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    // Several hundred rows stand there, and more arrive, when each of the backups begins.
    for (let line = 0; line < 4; line++) await written.next()
    const files = [aFile(), aFile(), aFile()]
    for (const to of files) {
      await run(process.execPath, ['scripts/backup.ts', '--to', to], { env: { ...process.env, DATABASE_URL: source } })
      await written.next()
    }
    child.stdin.end()
    await ended
    let least = 0
    for (const from of files) {
      const there = await aPlace(other)
      const { counts, header } = await restore(there, { from })
      expect(counts.event).toBe(counts.stream)
      expect(counts.auditEvent).toBe((counts.stream ?? 0) - 2 + 3)
      expect(header.audit.seq).toBe(counts.auditEvent)
      expect(counts.stream).toBeGreaterThan(least)
      least = counts.stream ?? 0
      expect(await rowsAt(there)).toEqual(await rowsIn(from))
      expect(await using(there, (db) => verifyAudit(db))).toEqual({ isWhole: true, head: header.audit })
    }
    expect(await using(source, (db) => verifyAudit(db))).toMatchObject({ isWhole: true })
  })
})

describe.each(engines)('into %s', (engine) => {
  test('nothing is put where something is already', async () => {
    const file = aFile()
    await backUp(await aFullRecord('SQLite'), { to: file, now })
    const url = await aPlace(engine)
    await migrate(url)
    await using(url, (db) => db.insertInto('setting').values({ name: 'a', value: 'b' }).execute())
    await expect(restore(url, { from: file })).rejects.toThrow(
      'The database is not empty (there is something in setting)'
    )
    expect(await rowsAt(url, ['setting', 'user'])).toEqual({ setting: [{ name: 'a', value: 'b' }], user: [] })
  })

  test('nothing is put beside the tables of another program', async () => {
    const file = aFile()
    await backUp(await aFullRecord('SQLite'), { to: file, now })
    const url = await aPlace(engine)
    await using(url, (db) => db.schema.createTable('invoice').addColumn('id', 'text').execute())
    await expect(restore(url, { from: file })).rejects.toThrow('there is something in invoice')
    const tables = await using(url, (db) => db.introspection.getTables())
    expect(tables.map(({ name }) => name)).toEqual(['invoice'])
  })

  test('a database whose tables are empty serves', async () => {
    const file = aFile()
    await backUp(await aFullRecord('SQLite'), { to: file, now })
    const url = await aPlace(engine)
    await migrate(url)
    await restore(url, { from: file })
    expect(await rowsAt(url)).toEqual(await rowsIn(file))
  })

  test('an archive whose audit log is broken puts nothing in', async () => {
    const source = await aFullRecord('SQLite')
    await using(source, (db) => db.updateTable('auditEvent').set({ act: 'x' }).where('seq', '=', 2).execute())
    const file = aFile()
    await backUp(source, { to: file, now })
    const url = await aPlace(engine)
    await expect(restore(url, { from: file })).rejects.toThrow('line 2 of its audit log is altered')
    expect(Object.values(await rowsAt(url)).flat()).toEqual([])
  })
})

describe('an archive', () => {
  let file: string
  let text: string

  beforeAll(async () => {
    file = aFile()
    await backUp(await aFullRecord('SQLite'), { to: file, now })
    text = gunzipSync(await readFile(file)).toString()
  })

  async function changed(bytes: Uint8Array): Promise<string> {
    const to = aFile()
    await writeFile(to, bytes)
    return to
  }

  const lines = () => text.trimEnd().split('\n')
  const zipped = (rows: readonly string[]) => gzipSync(`${rows.join('\n')}\n`)

  test('says what it is, and is readable by its owner alone', async () => {
    const { header, counts } = await checkArchive(file)
    expect(header).toEqual({
      format: 'attune-record',
      version: 1,
      createdAt: now.toISOString(),
      migrations: expect.arrayContaining(['0001-begin-the-record']),
      audit: { seq: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      leftOut: ['session', 'verification', 'rateLimit', 'roomSeat', 'roomAnswer', 'roomText', 'roomSignal']
    })
    expect(Object.keys(counts).toSorted()).toEqual(kept.toSorted())
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('is not written over another file', async () => {
    await expect(backUp(await aFullRecord('SQLite'), { to: file, now })).rejects.toThrow('is there already')
  })

  test('leaves no half of a file where the database cannot be read', async () => {
    const to = aFile()
    const before = await readdir(folder)
    await expect(backUp(await aPlace('SQLite'), { to, now })).rejects.toThrow()
    expect(await readdir(folder)).toEqual(before)
  })

  test('is restored into a database of its own to prove it', async () => {
    expect(await proveArchive(file)).toEqual(await checkArchive(file))
  })

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['that is not there', () => new Uint8Array(), 'is cut off'],
    ['of another kind', () => Buffer.from('id,name\n1,Kim\n'), 'no archive of Attune'],
    ['of another kind, compressed', () => zipped(['id,name', '1,Kim']), 'no archive of Attune'],
    ['that is cut off', async () => (await readFile(file)).subarray(0, 900), 'it is cut off'],
    ['without its last line', () => zipped(lines().slice(0, -1)), 'its last line is missing'],
    ['with a line less', () => zipped(lines().toSpliced(5, 1)), 'was changed after it was written'],
    ['with another value', () => gzipSync(text.replace('one user.name', 'two user.name')), 'was changed after'],
    ['with a line of its own', () => zipped(lines().toSpliced(5, 0, '{"table":"x","row":{}}')), 'no archive of Attune'],
    ['that goes on after its end', () => gzipSync(`${text}{"table":"user","row":{}}\n`), 'goes on after its end'],
    ['of a later form', () => gzipSync(text.replace('"version":1', '"version":2')), 'by a newer version of Attune']
  ])('%s is refused, and nothing is changed', async (_, bytes, sentence) => {
    const url = await aPlace('SQLite')
    await expect(restore(url, { from: await changed(await bytes()) })).rejects.toThrow(sentence)
    expect(await using(url, (db) => db.introspection.getTables())).toEqual([])
  })

  test('of later tables is refused', async () => {
    const url = await aPlace('SQLite')
    const source = await aFullRecord('SQLite')
    await using(source, (db) => db.schema.alterTable('kysely_migration').addColumn('note', 'text').execute())
    const to = aFile()
    const { db, end } = { db: openRecord(source), end: () => db.destroy() }
    await db
      // The table of migrations is not one of the record's own.
      .insertInto('kysely_migration' as 'setting')
      .values({ name: '9999-later', timestamp: 'now' } as unknown as { name: string; value: string })
      .execute()
    await end()
    await backUp(source, { to, now })
    await expect(restore(url, { from: to })).rejects.toThrow('by a newer version of Attune, which has 9999-later')
  })

  test('that is not there is refused with a sentence', async () => {
    await expect(restore(await aPlace('SQLite'), { from: join(folder, 'none.gz') })).rejects.toThrow(
      'none.gz cannot be read: there is no such file.'
    )
  })
})

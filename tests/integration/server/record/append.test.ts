import { describe, expect, test } from 'vitest'
import { inTransaction, openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import { appendEvent, openStream } from '#server/record/events/append.ts'
import { aDatabase, engines, useRecord } from '#tests/helpers/db.ts'

const occurredAt = '2026-03-01T03:12:00.000Z'
const continued = { type: 'learner.continued', scene: 'door' }

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function aStream(): Promise<string> {
    const id = crypto.randomUUID()
    await openStream(record.db, {
      id,
      kind: 'attempt',
      events: [{ seq: 1, event: { type: 'opened', seed: 'a' }, occurredAt }]
    })
    return id
  }

  function append(streamId: string, seenSeq: number) {
    return inTransaction(record.db, (db) => appendEvent(db, { streamId, seenSeq, event: continued, occurredAt }))
  }

  test('numbers events from 1 and keeps them as they were given', async () => {
    const id = await aStream()
    expect(await append(id, 1)).toBe(2)
    expect(await record.db.selectFrom('event').selectAll().orderBy('seq').execute()).toEqual([
      { streamId: id, seq: 1, type: 'opened', payload: '{"seed":"a"}', occurredAt },
      { streamId: id, seq: 2, type: 'learner.continued', payload: '{"scene":"door"}', occurredAt }
    ])
    expect(await record.db.selectFrom('stream').selectAll().execute()).toEqual([{ id, kind: 'attempt', lastSeq: 2 }])
  })

  test('stores nothing after a number that is not the last', async () => {
    const id = await aStream()
    await append(id, 1)
    expect(await append(id, 1)).toBeUndefined()
    expect(await append(id, 7)).toBeUndefined()
    expect(await record.db.selectFrom('event').select('seq').orderBy('seq').execute()).toEqual([{ seq: 1 }, { seq: 2 }])
  })

  test('of twenty at once on one number, one is stored', async () => {
    const id = await aStream()
    const seqs = await Promise.all(Array.from({ length: 20 }, () => append(id, 1)))
    expect(seqs.filter((seq) => seq !== undefined)).toEqual([2])
    expect(await record.db.selectFrom('event').select('seq').orderBy('seq').execute()).toEqual([{ seq: 1 }, { seq: 2 }])
  })

  test('a transaction that fails leaves the log as it was', async () => {
    const id = await aStream()
    const failing = inTransaction(record.db, async (db) => {
      await appendEvent(db, { streamId: id, seenSeq: 1, event: continued, occurredAt })
      throw new Error('stopped')
    })
    await expect(failing).rejects.toThrow('stopped')
    expect(await record.db.selectFrom('stream').selectAll().execute()).toEqual([{ id, kind: 'attempt', lastSeq: 1 }])
    expect(await record.db.selectFrom('event').select('seq').execute()).toEqual([{ seq: 1 }])
  })

  test('a stream that goes takes its events along', async () => {
    const id = await aStream()
    await record.db.deleteFrom('stream').where('id', '=', id).execute()
    expect(await record.db.selectFrom('event').selectAll().execute()).toEqual([])
  })

  test('counts are numbers and rows are plain objects', async () => {
    await aStream()
    const row = await record.db
      .selectFrom('event')
      .select((it) => it.fn.countAll<number>().as('events'))
      .executeTakeFirst()
    expect(row).toEqual({ events: 1 })
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
  })
})

test('SQLite refuses a date, which its driver would store as nothing', async () => {
  const place = await aDatabase('SQLite')
  await migrate(place.url)
  const db = openRecord(place.url)
  // A caller without types could pass a date; the column says text.
  const id = new Date() as unknown as string
  await expect(db.insertInto('stream').values({ id, kind: 'attempt', lastSeq: 1 }).execute()).rejects.toThrow(
    'Only text, numbers and null are stored'
  )
  await db.destroy()
  await place.drop()
})

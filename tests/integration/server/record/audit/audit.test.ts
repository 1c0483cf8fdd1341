import { describe, expect, test } from 'vitest'
import { appendAudit, hashOfLine } from '#server/record/audit/append-audit.ts'
import { verifyAudit } from '#server/record/audit/verify-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'

const now = new Date('2026-11-24T09:00:00.000Z')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  function append(db: Db, id: string) {
    return appendAudit(db, {
      organizationId: 'a',
      actorId: 'someone',
      act: 'certificate.voided',
      subject: { kind: 'certificate', id },
      reason: 'wrong name: Łukasz "O\'Brien"',
      details: { version: 3, replaces: null, isNew: true },
      now
    })
  }

  async function appendMany(count: number) {
    for (let index = 1; index <= count; index++) await append(record.db, `c${index}`)
  }

  function lines() {
    return record.db.selectFrom('auditEvent').selectAll().orderBy('seq').execute()
  }

  test('an empty log is whole', async () => {
    expect(await verifyAudit(record.db)).toEqual({ isWhole: true, head: { seq: 0, hash: '' } })
  })

  test('a line holds all that was said, and its hash covers the hash before it', async () => {
    await appendMany(2)
    const [one, two] = await lines()
    expect(one).toEqual({
      seq: 1,
      organizationId: 'a',
      at: now.toISOString(),
      actorId: 'someone',
      act: 'certificate.voided',
      subjectKind: 'certificate',
      subjectId: 'c1',
      reason: 'wrong name: Łukasz "O\'Brien"',
      details: '{"version":3,"replaces":null,"isNew":true}',
      previousHash: '',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/)
    })
    expect(two?.previousHash).toBe(one?.hash)
    expect(await verifyAudit(record.db)).toEqual({ isWhole: true, head: { seq: 2, hash: two?.hash } })
  })

  test('of fifty at once each has its number, and the chain is unbroken', async () => {
    await openConnections(record.db)
    await Promise.all(Array.from({ length: 50 }, (_, index) => append(record.db, `c${index}`)))
    const all = await lines()
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    expect(new Set(all.map(({ subjectId }) => subjectId)).size).toBe(50)
    expect(await verifyAudit(record.db)).toEqual({ isWhole: true, head: { seq: 50, hash: all[49]?.hash } })
  })

  test('an act that is undone leaves no line and no gap', async () => {
    const undone = inTransaction(record.db, async (db) => {
      await append(db, 'undone')
      throw new Error('stopped')
    })
    const ends = await Promise.allSettled([append(record.db, 'one'), undone, append(record.db, 'two')])
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await append(record.db, 'three')
    expect((await lines()).map(({ subjectId }) => subjectId).toSorted()).toEqual(['one', 'three', 'two'])
    expect(await verifyAudit(record.db)).toMatchObject({ isWhole: true, head: { seq: 3 } })
  })

  test('a log of several pages is read whole', async () => {
    await inTransaction(record.db, async (db) => {
      for (let index = 1; index <= 1001; index++) await append(db, `c${index}`)
    })
    expect(await verifyAudit(record.db)).toMatchObject({ isWhole: true, head: { seq: 1001 } })
    await record.db.updateTable('auditEvent').set({ actorId: 'another' }).where('seq', '=', 501).execute()
    expect(await verifyAudit(record.db)).toEqual({ isWhole: false, seq: 501, problem: 'altered' })
  })

  test.each([
    ['organizationId', 'b'],
    ['at', '2026-11-25T09:00:00.000Z'],
    ['actorId', null],
    ['act', 'certificate.issued'],
    ['subjectKind', 'claim'],
    ['subjectId', 'c9'],
    ['reason', null],
    ['details', '{}']
  ] as const)('a changed %s is found', async (column, value) => {
    await appendMany(3)
    await record.db
      .updateTable('auditEvent')
      .set({ [column]: value })
      .where('seq', '=', 2)
      .execute()
    expect(await verifyAudit(record.db)).toEqual({ isWhole: false, seq: 2, problem: 'altered' })
  })

  test('a line written over with a new hash breaks the line after it', async () => {
    await appendMany(3)
    const [, two] = await lines()
    if (!two) throw new Error('There are three lines')
    const forged = { ...two, reason: 'nothing to see' }
    await record.db
      .updateTable('auditEvent')
      .set({ ...forged, hash: hashOfLine(forged) })
      .where('seq', '=', 2)
      .execute()
    expect(await verifyAudit(record.db)).toEqual({ isWhole: false, seq: 3, problem: 'unlinked' })
  })

  test('a line taken out is missed: the first, one within, the last, and all', async () => {
    for (const seq of [3, 2, 1]) {
      await appendMany(3)
      await record.db.deleteFrom('auditEvent').where('seq', '=', seq).execute()
      expect(await verifyAudit(record.db)).toEqual({ isWhole: false, seq, problem: 'missing' })
      await record.db.deleteFrom('auditEvent').execute()
      await record.db.deleteFrom('setting').execute()
    }
    await appendMany(3)
    await record.db.deleteFrom('auditEvent').execute()
    expect(await verifyAudit(record.db)).toEqual({ isWhole: false, seq: 1, problem: 'missing' })
  })

  test('a head that does not agree with the last line is found', async () => {
    await appendMany(2)
    for (const value of ['{"seq":1,"hash":"x"}', '{"seq":2,"hash":"x"}', 'nonsense']) {
      await record.db.updateTable('setting').set({ value }).where('name', '=', 'auditHead').execute()
      expect(await verifyAudit(record.db)).toEqual({ isWhole: false, seq: 2, problem: 'head' })
    }
    await record.db.deleteFrom('setting').execute()
    expect(await verifyAudit(record.db)).toEqual({ isWhole: false, seq: 2, problem: 'head' })
  })

  test('a log built anew is found out by a hash that was written down outside', async () => {
    await appendMany(2)
    const whole = await verifyAudit(record.db)
    if (!whole.isWhole) throw new Error('The log is whole')
    const pins = [whole.head]
    await append(record.db, 'later')
    expect(await verifyAudit(record.db, { pins })).toMatchObject({ isWhole: true, head: { seq: 3 } })
    await record.db.deleteFrom('auditEvent').execute()
    await record.db.deleteFrom('setting').execute()
    await append(record.db, 'c1')
    expect(await verifyAudit(record.db, { pins })).toEqual({ isWhole: false, seq: 2, problem: 'missing' })
    await append(record.db, 'another')
    expect(await verifyAudit(record.db)).toMatchObject({ isWhole: true })
    expect(await verifyAudit(record.db, { pins })).toEqual({ isWhole: false, seq: 2, problem: 'other-than-pinned' })
  })
})

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { verifySnapshots } from '#server/credit/certificates/verify-snapshots.ts'
import { readHead } from '#server/record/audit/head.ts'
import { aCertificate } from '#tests/helpers/certificates.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'

type Ran = { status: number | null; out: string; err: string }

function verify(databaseUrl: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: databaseUrl }
    const child = execFile(process.execPath, ['scripts/audit-verify.ts', ...args], { env }, (_, out, err) =>
      resolve({ status: child.exitCode, out, err })
    )
  })
}

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  test('a certificate that says what was issued is counted', async () => {
    await aCertificate(record.db)
    await aCertificate(record.db)
    expect(await verifySnapshots(record.db)).toEqual({ count: 2, changed: [] })
  })

  test('one that was changed is named, also where its own hash was changed with it', async () => {
    const { certificateId } = await aCertificate(record.db)
    const { snapshot } = await record.db.selectFrom('certificate').select('snapshot').executeTakeFirstOrThrow()
    const forged = snapshot.replace('Łukasz', 'Lukas')
    await record.db.updateTable('certificate').set({ snapshot: forged }).execute()
    expect(await verifySnapshots(record.db)).toEqual({ count: 1, changed: [certificateId] })
    const snapshotHash = createHash('sha256').update(forged).digest('hex')
    await record.db.updateTable('certificate').set({ snapshotHash }).execute()
    expect(await verifySnapshots(record.db)).toEqual({ count: 1, changed: [certificateId] })
  })

  test('the command tells the head, and ends with 1 at the first line or certificate that differs', async () => {
    const { certificateId } = await aCertificate(record.db)
    const { lastSeq, value } = await readHead(record.db)
    const { hash } = JSON.parse(value ?? '{}')
    const whole = await verify(record.url, '--pin', `${lastSeq}:${hash}`)
    expect(whole).toEqual({
      status: 0,
      out: `${lastSeq} lines in the audit log, an unbroken chain that agrees with 1 kept.\nHead: ${lastSeq}:${hash}\n1 certificates: all as issued.\n`,
      err: ''
    })
    await record.db.updateTable('certificate').set({ snapshot: '{}' }).execute()
    expect(await verify(record.url)).toMatchObject({
      status: 1,
      err: `Certificate ${certificateId} is not what was issued.\n`
    })
    await record.db.updateTable('auditEvent').set({ act: 'another.act' }).where('seq', '=', lastSeq).execute()
    expect((await verify(record.url)).err).toContain(
      `The audit log is broken: line ${lastSeq} says something else than when it was written.\n`
    )
    expect(await verify(record.url, '--pin', 'x')).toMatchObject({ status: 1 })
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { POST as askFile } from '#app/manage/audit/file/route.ts'
import { type AuditFilter, listAudit, listAuditWords } from '#server/people/audit/list-audit.ts'
import type { Person } from '#server/people/auth/person.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  async function anOffice() {
    const organizationId = await anOrganization(record.db)
    const roles = [[organizationId, 'coordinator']] as const
    const made = await aPerson(record.db, {
      roles,
      hasSecondFactor: true,
      name: 'Cora Lane',
      email: 'cora@example.org'
    })
    return { ...made, organizationId }
  }

  type Said = { by: Person | null; id: string; at?: string; act?: string; reason?: string }

  function say(
    organizationId: string | null,
    { by, id, at = '2026-11-24T09:00:00.000Z', act = 'certificate.voided', reason }: Said
  ) {
    return appendAudit(record.db, {
      organizationId,
      actorId: by?.userId ?? null,
      act,
      subject: { kind: act.split('.')[0] ?? '', id },
      ...(reason && { reason }),
      now: new Date(at)
    })
  }

  async function ids(actor: Person, filter: AuditFilter): Promise<string[]> {
    const { lines } = await listAudit(record.db, { actor, filter })
    return lines.map(({ subjectId }) => subjectId)
  }

  test('an office reads its own lines, the newest first, and nobody else’s', async () => {
    const { person, organizationId } = await anOffice()
    const elsewhere = await anOrganization(record.db)
    await say(organizationId, { by: person, id: 'one', reason: 'a wrong name' })
    await say(elsewhere, { by: person, id: 'foreign' })
    await say(null, { by: null, id: 'nobody’s' })
    await say(organizationId, { by: null, id: 'two' })
    const { lines, next } = await listAudit(record.db, { actor: person, filter: { organizationId } })
    expect(next).toBeUndefined()
    expect(lines.map(({ seq, subjectId, actorName, reason }) => ({ seq, subjectId, actorName, reason }))).toEqual([
      { seq: 4, subjectId: 'two', actorName: null, reason: null },
      { seq: 1, subjectId: 'one', actorName: 'Cora Lane', reason: 'a wrong name' }
    ])
    const foreign = listAudit(record.db, { actor: person, filter: { organizationId: elsewhere } })
    await expect(foreign).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(listAuditWords(record.db, { actor: person, organizationId: elsewhere })).rejects.toMatchObject({
      code: 'not_allowed'
    })
    const unproven = { ...person, hasSecondFactor: false }
    await expect(listAudit(record.db, { actor: unproven, filter: { organizationId } })).rejects.toMatchObject({
      code: 'second_factor_needed'
    })
  })

  test('lines are found by act, person, thing and day', async () => {
    const { person, organizationId } = await anOffice()
    const { person: other } = await aPerson(record.db, { name: 'Lee 100%', email: 'lee_x@example.org' })
    await say(organizationId, { by: person, id: 'a', at: '2028-02-28T23:59:59.999Z' })
    await say(organizationId, { by: person, id: 'b', at: '2028-02-29T00:00:00.000Z', act: 'statement.changed' })
    await say(organizationId, { by: other, id: 'c', at: '2028-02-29T23:59:59.999Z' })
    await say(organizationId, { by: null, id: 'd', at: '2028-03-01T00:00:00.000Z' })
    const found = (filter: Partial<AuditFilter>) => ids(person, { organizationId, ...filter })
    expect(await found({ act: 'certificate.voided' })).toEqual(['d', 'c', 'a'])
    expect(await found({ subjectKind: 'statement' })).toEqual(['b'])
    expect(await found({ subjectId: 'c' })).toEqual(['c'])
    expect(await found({ who: 'cora' })).toEqual(['b', 'a'])
    expect(await found({ who: 'LEE_X@' })).toEqual(['c'])
    expect(await found({ who: '0%' })).toEqual(['c'])
    expect(await found({ who: '%' })).toEqual(['c'])
    expect(await found({ who: other.userId })).toEqual(['c'])
    expect(await found({ who: "' or 1=1 --" })).toEqual([])
    expect(await found({ from: '2028-02-29', to: '2028-02-29' })).toEqual(['c', 'b'])
    expect(await found({ from: '2028-02-29' })).toEqual(['d', 'c', 'b'])
    expect(await listAuditWords(record.db, { actor: person, organizationId })).toEqual({
      acts: ['certificate.voided', 'statement.changed'],
      kinds: ['certificate', 'statement']
    })
  })

  test('an account that is gone is known by its id', async () => {
    const { person, organizationId } = await anOffice()
    const { person: other } = await aPerson(record.db)
    await say(organizationId, { by: other, id: 'a' })
    await record.db.deleteFrom('user').where('id', '=', other.userId).execute()
    const { lines } = await listAudit(record.db, { actor: person, filter: { organizationId } })
    expect(lines).toEqual([expect.objectContaining({ actorId: other.userId, actorName: null, actorEmail: null })])
  })

  test('pages follow each other by number, also where lines are added meanwhile', async () => {
    const { person, organizationId } = await anOffice()
    await inTransaction(record.db, async (db) => {
      for (let index = 1; index <= 120; index++)
        await appendAudit(db, {
          organizationId,
          actorId: null,
          act: 'a.b',
          subject: { kind: 'a', id: String(index) },
          now: new Date()
        })
    })
    const seen: number[] = []
    let before: number | undefined
    do {
      const { lines, next } = await listAudit(record.db, { actor: person, filter: { organizationId }, before })
      seen.push(...lines.map(({ seq }) => seq))
      await say(organizationId, { by: null, id: 'later' })
      before = next
    } while (before !== undefined)
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index))
  })

  test('a file has every line with its hash, computes nothing, and is itself a line', async () => {
    const { person, cookie, organizationId } = await anOffice()
    const elsewhere = await anOrganization(record.db)
    await say(elsewhere, { by: person, id: 'foreign' })
    await say(organizationId, { by: person, id: 'one', reason: '=1+1' })
    await say(organizationId, { by: person, id: 'two', act: 'statement.changed' })
    const form = (organization: string) => new URLSearchParams({ organization, act: 'certificate.voided' }).toString()
    const response = await askFile(aPost(form(organizationId), { headers: { cookie } }))
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"')
    const [head, line, ...rest] = (await response.text()).split('\r\n')
    const { hash, previousHash } = await record.db
      .selectFrom('auditEvent')
      .select(['hash', 'previousHash'])
      .where('subjectId', '=', 'one')
      .executeTakeFirstOrThrow()
    expect(head).toContain('line,at,actor id,actor name,act')
    // One random id in 64 begins as a formula does.
    const actorId = person.userId.replace(/^-/, "'-")
    expect(line).toBe(
      `2,2026-11-24T09:00:00.000Z,${actorId},Cora Lane,certificate.voided,certificate,one,'=1+1,{},${previousHash},${hash}`
    )
    expect(rest).toEqual([''])
    const last = await record.db.selectFrom('auditEvent').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(last).toMatchObject({
      act: 'audit.exported',
      organizationId,
      details: '{"act":"certificate.voided","lastLine":3}'
    })
    const foreign = await askFile(aPost(form(elsewhere), { headers: { cookie } }))
    expect(foreign.headers.get('location')).toBe('/manage/audit?notice=not_allowed')
    const nobody = await askFile(aPost(form(organizationId)))
    expect(nobody.headers.get('location')).toContain('/sign-in')
  })
})

import { describe, expect, test } from 'vitest'
import type { CompletionRow } from '#server/credit/reports/completion-row.ts'
import { type ExportCompletions, exportCompletions } from '#server/credit/reports/export-completions.ts'
import { addLicense } from '#server/people/profiles/save-license.ts'
import { saveNumbers } from '#server/people/profiles/save-numbers.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'
import { aCredit } from '#tests/helpers/reports.ts'

const now = new Date('2026-12-01T09:00:00.000Z')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function anOffice() {
    const activity = await anOpenActivity(record.db)
    const organizationId = activity.organization.id
    const { person } = await aPerson(record.db, { roles: [[organizationId, 'coordinator']], hasSecondFactor: true })
    const take = async (changes: Partial<ExportCompletions> = {}) => {
      const filter = { organizationId }
      const wanted = { actor: person, filter, hasIdentifiers: false, fileKind: 'csv' as const, now, ...changes }
      const { rows, pages } = await exportCompletions(record.db, wanted)
      const read: CompletionRow[] = []
      for await (const page of pages) read.push(...page)
      expect(read).toHaveLength(rows)
      return read
    }
    return { activity, organizationId, person, take }
  }

  const auditLines = async () =>
    (await record.db.selectFrom('auditEvent').selectAll().orderBy('seq').execute()).map(
      ({ act, subjectId, reason, details }) => ({ act, subjectId, reason, details: JSON.parse(details) })
    )

  async function aNurse() {
    const { person } = await aPerson(record.db)
    const profile = { userId: person.userId, givenName: 'Kim', familyName: 'Doe', consentsToReport: 1, updatedAt: '' }
    await record.db.insertInto('profile').values(profile).execute()
    return person
  }

  test('a report says who completed what, without their numbers, and the log says who took it', async () => {
    const { activity, organizationId, person, take } = await anOffice()
    await aCredit(record.db, { activity })
    const filter = { organizationId, from: '2026-11-01', profession: 'registered-nurse' as const }
    const [row, ...more] = await take({ filter })
    expect(more).toEqual([])
    expect(row).toMatchObject({ license_state: '', license_number: '', npi: '', birth_mmdd: '', reported_to: '' })
    expect(await auditLines()).toEqual([
      {
        act: 'report.exported',
        subjectId: 'completions',
        reason: null,
        details: {
          activityId: null,
          from: '2026-11-01',
          to: null,
          departmentId: null,
          profession: 'registered-nurse',
          hasIdentifiers: false,
          fileKind: 'csv',
          rows: 1
        }
      }
    ])
    const [line] = await record.db.selectFrom('auditEvent').select(['actorId', 'organizationId']).execute()
    expect(line).toEqual({ actorId: person.userId, organizationId })
  })

  test('numbers are read one person after the other, each reading is logged once, and zeros stand', async () => {
    const { activity, take } = await anOffice()
    const nurse = await aNurse()
    for (const [state, number] of [
      ['MI', '0047110'],
      ['OH', 'RN.001']
    ] as const)
      await addLicense(record.db, { actor: nurse, license: { state, number, board: 'Board', kind: 'RN' }, now })
    await saveNumbers(record.db, {
      actor: nurse,
      change: { given: { npi: '1234567893', birthMonthDay: '0704' }, taken: [] },
      now
    })
    const participation = { id: 'way' }
    await aCredit(record.db, { activity, userId: nurse.userId, participation })
    await aCredit(record.db, { activity, userId: nurse.userId, participation, claim: { offeringId: 'completion' } })
    await aCredit(record.db, { activity })
    const rows = await take({ hasIdentifiers: true })
    const own = rows.filter(({ email }) => email === nurse.email)
    const numbers = {
      license_state: 'MI; OH',
      license_number: '0047110; RN.001',
      npi: '1234567893',
      birth_mmdd: '0704'
    }
    expect(own).toEqual([expect.objectContaining(numbers), expect.objectContaining(numbers)])
    const [exported, ...reads] = (await auditLines()).filter(({ act }) => /exported|read/.test(act))
    expect(exported).toMatchObject({ act: 'report.exported', details: { hasIdentifiers: true, rows: 3 } })
    const read = reads.filter(({ act }) => act === 'license.read')
    expect(read.map(({ reason }) => reason)).toEqual(['completion report', 'completion report'])
    expect(new Set(read.map(({ subjectId }) => subjectId)).size).toBe(2)
    expect(JSON.stringify(await auditLines())).not.toContain('0047110')
  })

  test('a report is for a coordinator of the organization, after a second factor', async () => {
    const { activity, organizationId, take } = await anOffice()
    await aCredit(record.db, { activity })
    const as = async (wish: Parameters<typeof aPerson>[1]) => take({ actor: (await aPerson(record.db, wish)).person })
    await expect(as({ roles: [[organizationId, 'coordinator']] })).rejects.toMatchObject({
      code: 'second_factor_needed'
    })
    await expect(as({ roles: [[organizationId, 'admin']], hasSecondFactor: true })).rejects.toMatchObject({
      code: 'not_allowed'
    })
    const elsewhere = await anOrganization(record.db)
    const there = { roles: [[elsewhere, 'coordinator']], hasSecondFactor: true } as const
    await expect(as(there)).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await auditLines()).toEqual([])
  })

  test('a workbook takes no more rows than it can hold in memory', async () => {
    const { activity, take } = await anOffice()
    const { participationId, userId } = await aCredit(record.db, { activity })
    const more = Array.from({ length: 3000 }, (_, index) => `more-${index}`)
    await record.db
      .insertInto('stream')
      .values(more.map((id) => ({ id, kind: 'claim' as const, lastSeq: 0 })))
      .execute()
    const claim = await record.db.selectFrom('claim').selectAll().executeTakeFirstOrThrow()
    for (let from = 0; from < more.length; from += 500)
      await record.db
        .insertInto('claim')
        .values(more.slice(from, from + 500).map((id) => ({ ...claim, id, offeringId: id, participationId, userId })))
        .execute()
    await expect(take({ fileKind: 'xlsx' })).rejects.toMatchObject({ code: 'report_too_long', where: { rows: 3001 } })
  })
})

import { describe, expect, test } from 'vitest'
import { tableNames } from '#server/record/db/tables.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { everyRow } from '#tests/helpers/full-record.ts'
import { anOffice, everyRoleIn, noOffice } from '#tests/helpers/offices.ts'
import { tries } from '#tests/helpers/tries.ts'

/** @returns what somebody learns from a try: what it gave, or the name of its refusal. */
async function outcome(trying: Promise<unknown>): Promise<unknown> {
  return trying.then(
    (given) => ({ given }),
    (fault: Error & { code?: string }) => ({ refused: fault.code ?? fault.message })
  )
}

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const watched = tableNames.filter((name) => !['auditEvent', 'setting', 'rateLimit'].includes(name))

  describe.each(Object.keys(tries))('%s', (table) => {
    test('of another organization is as if it were not there, to every role, and stays as it is', async () => {
      const db = record.db
      const [own, other] = [await anOffice(db), await anOffice(db)]
      const actor = await everyRoleIn(db, own.organizationId)
      const before = await everyRow(db, watched)
      for (const [name, attempt] of Object.entries(tries[table] ?? {})) {
        const foreign = await outcome(attempt({ db, actor, own, x: other }))
        const nothing = await outcome(attempt({ db, actor, own, x: noOffice(other) }))
        expect({ name, ...Object(foreign) }).toEqual({ name, ...Object(nothing) })
        if ('refused' in Object(foreign)) expect({ name, ...Object(foreign) }).toEqual({ name, refused: refusal })
        else expect({ name, ...Object(foreign) }).toEqual({ name, given: expect.toSatisfy(isEmpty) })
      }
      expect(await everyRow(db, watched)).toEqual(before)
    })
  })

  test('every table of an organization is among them', async () => {
    const tables = await record.db.introspection.getTables()
    const owned = tables.filter(({ columns }) =>
      columns.some(({ name }) => ['organizationId', 'activityId'].includes(name))
    )
    const names = owned.map(({ name }) => name)
    expect(Object.keys(tries)).toEqual(expect.arrayContaining(names))
  })

  test('somebody of the organization itself is not refused', async () => {
    const db = record.db
    const own = await anOffice(db)
    const actor = await everyRoleIn(db, own.organizationId)
    const reached = { db, actor, own, x: own }
    for (const [table, name] of [
      ['activity', 'getEditable'],
      ['certificate', 'getCertificate'],
      ['creditOffering', 'removeOffering'],
      ['contributor', 'removeContributor'],
      ['statement', 'changeStatement'],
      ['invitation', 'revokeInvitation']
    ] as const) {
      const reaching = outcome(tries[table]?.[name]?.(reached) ?? Promise.reject())
      expect({ name, fault: Object(await reaching).refused }).toEqual({ name, fault: undefined })
    }
  })
})

const refusal = expect.stringMatching(/_not_found$|^not_allowed$/)

function isEmpty(given: unknown): boolean {
  if (given === undefined || given === 0 || given === null) return true
  return Array.isArray(given) ? given.length === 0 : Object.values(Object(given)).every(isEmpty)
}

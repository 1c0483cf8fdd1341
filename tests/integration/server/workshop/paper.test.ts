import { describe, expect, test } from 'vitest'
import { loadAgendas } from '#content/load-workshops.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { createWorkshop } from '#server/workshop/workshops/create-workshop.ts'
import { enterPaperSession } from '#server/workshop/workshops/enter-paper-session.ts'
import { findHost, type Host } from '#server/workshop/workshops/host.ts'
import { impossibleIn } from '#server/workshop/workshops/paper-votes.ts'
import { planOf } from '#server/workshop/workshops/plan-of.ts'
import { getWorkshop, listSessions } from '#server/workshop/workshops/queries.ts'
import { readReport } from '#server/workshop/workshops/read-report.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-03-01T09:00:00.000Z')

async function aHost(db: Db): Promise<Host> {
  const organizationId = await anOrganization(db)
  const { cookie } = await aPerson(db, { roles: [[organizationId, 'facilitator']] })
  const host = await findHost(db, new Headers({ cookie }))
  if (!host) throw new Error('They may not host')
  return host
}

async function anEntry(db: Db, host: Host) {
  const agenda = loadAgendas().find(({ id }) => id === 'sixty')
  if (!agenda) throw new Error('The agenda of an hour does not ship')
  const [organizationId = null] = host.organizationIds
  const workshopId = await createWorkshop(db, { host, organizationId, agenda, now })
  const teaching = servedWorkshops()
  return (counts: Record<string, string>, { roomId = newId(), heldOn = '2026-02-27' } = {}) => ({
    workshopId,
    roomId,
    heldOn,
    teaching,
    now,
    fields: new Map(Object.entries(counts).map(([name, count]) => [name, [count]]))
  })
}

const counted = { '1.limits-before.answered': '12', '1.limits-before.before': '9', '1.limits-before.by-form': '3' }

describe.each(engines)('a session from paper on %s', (engine) => {
  const record = useRecord(engine)

  test('is reported on like any other', async () => {
    const host = await aHost(record.db)
    const entry = (await anEntry(record.db, host))({ ...counted, '2.limits-before.answered': '4' })
    const roomId = await enterPaperSession(record.db, host, entry)
    const { workshopId } = entry
    expect(await readReport(record.db, host, { workshopId, roomId })).toMatchObject({
      heldOn: '2026-02-27',
      isOver: true,
      phones: 0,
      questions: [
        {
          first: { kind: 'counts', answered: 12, rows: [{ count: 9 }, { count: 0 }, { count: 0 }, { count: 3 }] },
          last: { kind: 'too-few' }
        }
      ]
    })
  })

  test('says which question does not add up', async () => {
    const host = await aHost(record.db)
    const entryOf = await anEntry(record.db, host)
    const plan = planOf((await getWorkshop(record.db, host, entryOf({}).workshopId)).agenda, servedWorkshops())
    const impossible = (counts: Record<string, string>) => impossibleIn(entryOf(counts).fields, plan)
    expect(impossible(counted)).toEqual([])
    expect(impossible({ ...counted, '1.limits-before.before': '10' })).toEqual(['limits-before'])
    expect(impossible({ ...counted, '2.visit-before.answered': '4' })).toEqual(['visit-before'])
    expect(impossible({ '1.limits-after.before': '4', '1.visit-after.answered': 'ten' })).toEqual([
      'limits-after',
      'visit-after'
    ])
  })

  test('is kept once, however often and however fast its form is sent', async () => {
    const host = await aHost(record.db)
    const entry = (await anEntry(record.db, host))(counted)
    const sent = Array.from({ length: 4 }, () => enterPaperSession(record.db, host, entry))
    expect(new Set(await Promise.all(sent))).toEqual(new Set([entry.roomId]))
    expect(await enterPaperSession(record.db, host, entry)).toBe(entry.roomId)
    expect(await listSessions(record.db, entry.workshopId)).toHaveLength(1)
  })

  test.each([
    ['more people than answered', { ...counted, '1.limits-before.before': '13' }],
    ['answers of nobody', { '1.limits-before.before': '3' }],
    ['a second vote without a first', { '2.limits-before.answered': '7', '2.limits-before.before': '7' }],
    ['nothing', {}],
    ['no number', { ...counted, '1.limits-before.before': '9.5' }]
  ])('takes no %s, and keeps nothing of it', async (_, counts: Record<string, string>) => {
    const host = await aHost(record.db)
    const entry = (await anEntry(record.db, host))(counts)
    await expect(enterPaperSession(record.db, host, entry)).rejects.toMatchObject({ code: 'tally_impossible' })
    expect(await listSessions(record.db, entry.workshopId)).toEqual([])
  })

  test('takes no day that is none or still to come, and no id of another workshop’s room', async () => {
    const host = await aHost(record.db)
    const make = await anEntry(record.db, host)
    for (const heldOn of ['', '2026-02-30', '2026-03-03', 'yesterday'])
      await expect(enterPaperSession(record.db, host, make(counted, { heldOn }))).rejects.toMatchObject({
        code: 'invalid_input'
      })
    const taken = (await anEntry(record.db, host))(counted)
    await enterPaperSession(record.db, host, taken)
    await expect(enterPaperSession(record.db, host, make(counted, { roomId: taken.roomId }))).rejects.toThrow()
    await expect(enterPaperSession(record.db, host, make(counted, { roomId: 'mine' }))).rejects.toMatchObject({
      code: 'invalid_input'
    })
  })

  test('is for those who host the workshop', async () => {
    const entry = (await anEntry(record.db, await aHost(record.db)))(counted)
    await expect(enterPaperSession(record.db, await aHost(record.db), entry)).rejects.toMatchObject({
      code: 'workshop_not_found'
    })
  })
})

import { describe, expect, test } from 'vitest'
import { loadAgendas } from '#content/load-workshops.ts'
import type { Agenda } from '#content/workshop-schema.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { newId } from '#server/record/ids.ts'
import { addText, moderateText } from '#server/workshop/rooms/add-text.ts'
import { castAnswer } from '#server/workshop/rooms/cast-answer.ts'
import { type Lead, makeMove } from '#server/workshop/rooms/make-move.ts'
import { purgeRooms, wipeRehearsal } from '#server/workshop/rooms/purge-rooms.ts'
import { getRoom } from '#server/workshop/rooms/queries.ts'
import { simulate } from '#server/workshop/rooms/simulate.ts'
import type { StartedRoom } from '#server/workshop/rooms/start-room.ts'
import { takeSeat } from '#server/workshop/rooms/take-seat.ts'
import { createWorkshop } from '#server/workshop/workshops/create-workshop.ts'
import { findHost, type Host, localCookie, makeLocalKey } from '#server/workshop/workshops/host.ts'
import { planOf } from '#server/workshop/workshops/plan-of.ts'
import { getWorkshop, listWorkshops } from '#server/workshop/workshops/queries.ts'
import { readReport } from '#server/workshop/workshops/read-report.ts'
import { saveWorkshop } from '#server/workshop/workshops/save-workshop.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { startWorkshop } from '#server/workshop/workshops/start-workshop.ts'
import { reportCsv } from '#server/workshop/workshops/write-report.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-03-01T09:00:00.000Z')
const hour = 3_600_000
const day = 24 * hour

/** The shortest agenda that ships, cut to one case with one decision. */
function anAgenda(): Agenda {
  const [first] = loadAgendas()
  if (!first) throw new Error('No agenda ships')
  const script = ['Say it.']
  return {
    ...first,
    title: 'One decision',
    items: [
      {
        kind: 'case',
        id: 'visit',
        title: 'A visit',
        minutes: 20,
        isCreditTime: true,
        script,
        scenario: 'sc01',
        decisions: ['alone'],
        isByTable: false
      },
      {
        kind: 'text',
        id: 'will',
        title: 'One sentence',
        minutes: 5,
        isCreditTime: true,
        script,
        prompt: 'What will you do?'
      },
      { kind: 'break', id: 'break', title: 'Break', minutes: 10, isCreditTime: false, script }
    ]
  }
}

async function aHost(db: Db, { role = 'facilitator' as Role, hasSecondFactor = false } = {}): Promise<Host> {
  const organizationId = await anOrganization(db)
  const { cookie } = await aPerson(db, { roles: [[organizationId, role]], hasSecondFactor })
  const host = await findHost(db, new Headers({ cookie }))
  if (!host) throw new Error('They may not host')
  return host
}

async function aWorkshop(db: Db, host: Host): Promise<string> {
  const [organizationId = null] = host.organizationIds
  return createWorkshop(db, { host, organizationId, agenda: anAgenda(), now })
}

async function aSession(
  db: Db,
  host: Host,
  { isRehearsal = false } = {}
): Promise<StartedRoom & { workshopId: string }> {
  const workshopId = await aWorkshop(db, host)
  const started = await startWorkshop(db, host, { workshopId, isRehearsal, teaching: servedWorkshops(), now })
  return { ...started, workshopId }
}

async function lead(db: Db, { roomId, control }: StartedRoom, acts: readonly Lead['act'][], at = now): Promise<void> {
  for (const act of acts) {
    const { lastSeq: seenSeq } = await getRoom(db, roomId)
    await makeMove(db, { roomId, control, seenSeq, act, now: at })
  }
}

const ask = [{ type: 'step.presented', step: 'sc01-alone' }, { type: 'question.opened' }] as const

async function answer(db: Db, started: StartedRoom, question: string, options: readonly string[]): Promise<void> {
  const room = await getRoom(db, started.roomId)
  for (const option of options) {
    const seat = await takeSeat(db, room)
    await castAnswer(db, { room, seat, question, answer: { marked: [option] } })
  }
}

describe.each(engines)('workshops on %s', (engine) => {
  const record = useRecord(engine)

  test.each([
    ['facilitator', false, true],
    ['coordinator', true, true],
    ['coordinator', false, false],
    ['learner', false, false],
    ['manager', true, false],
    ['admin', true, false]
  ] as const)('a %s with a second factor (%s) may host: %s', async (role, hasSecondFactor, expected) => {
    const { db } = record
    const organizationId = await anOrganization(db)
    const { cookie } = await aPerson(db, { roles: [[organizationId, role]], hasSecondFactor })
    const host = await findHost(db, new Headers({ cookie }))
    expect(host?.organizationIds).toEqual(expected ? [organizationId] : undefined)
  })

  test('a decision of which some answers are shown speaks of those alone', () => {
    const teaching = servedWorkshops()
    const aloneIn = (cuts: typeof teaching.cuts) =>
      planOf(anAgenda(), { ...teaching, cuts }).steps.find(({ id }) => id === 'sc01-alone')
    const options = (aloneIn(teaching.cuts)?.question?.options ?? []).map(({ id }) => id).slice(0, 2)
    const some = teaching.cuts.map((cut) => ({
      ...cut,
      decisions: cut.decisions.map((decision) => ({ ...decision, ...(decision.id === 'alone' && { options }) }))
    }))
    const step = aloneIn(some)
    expect(step?.question?.options.map(({ id }) => id)).toEqual(options)
    for (const said of [step?.reveal?.why, step?.reveal?.turns])
      expect(said?.map(({ option }) => option).toSorted()).toEqual(options.toSorted())
  })

  test('whoever holds a laptop’s key hosts there, until the next start', async () => {
    const { db } = record
    const key = await makeLocalKey(db)
    const withKey = () => findHost(db, new Headers({ cookie: `${localCookie}=${key}` }))
    expect(await withKey()).toEqual({ person: null, organizationIds: [], names: {}, isLocal: true })
    await makeLocalKey(db)
    expect(await withKey()).toBeUndefined()
  })

  test('belong to their organization', async () => {
    const { db } = record
    const [one, other] = [await aHost(db), await aHost(db)]
    const workshopId = await aWorkshop(db, one)
    expect((await listWorkshops(db, one)).map(({ id }) => id)).toEqual([workshopId])
    expect(await listWorkshops(db, other)).toEqual([])
    const refused = { code: 'workshop_not_found' }
    await expect(getWorkshop(db, other, workshopId)).rejects.toMatchObject(refused)
    const start = { workshopId, isRehearsal: false, teaching: servedWorkshops(), now }
    await expect(startWorkshop(db, other, start)).rejects.toMatchObject(refused)
    await expect(
      createWorkshop(db, { host: other, organizationId: one.organizationIds[0] ?? '', agenda: anAgenda(), now })
    ).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(
      createWorkshop(db, { host: other, organizationId: null, agenda: anAgenda(), now })
    ).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('are saved once from two windows, and never so that no room could run them', async () => {
    const { db } = record
    const host = await aHost(db)
    const workshopId = await aWorkshop(db, host)
    const { agenda } = await getWorkshop(db, host, workshopId)
    const save = (items: Agenda['items'], revision: number) =>
      saveWorkshop(
        db,
        host,
        { workshopId, revision, title: 'Changed', supportPerson: 'Sam', activityId: null, items },
        { teaching: servedWorkshops(), now }
      )
    await save(agenda.items.slice(0, 2), 1)
    await expect(save(agenda.items, 1)).rejects.toMatchObject({ code: 'stale_form' })
    await expect(save([], 2)).rejects.toMatchObject({ code: 'agenda_not_runnable' })
    const [visit] = agenda.items
    if (visit?.kind !== 'case') throw new Error('The first block is the case')
    await expect(save([{ ...visit, decisions: ['elsewhere'] }], 2)).rejects.toMatchObject({
      code: 'agenda_not_runnable'
    })
    const twice = [visit, { ...visit, id: 'once-more' }]
    await expect(save(twice, 2)).rejects.toMatchObject({ code: 'agenda_not_runnable' })
    const saved = await getWorkshop(db, host, workshopId)
    expect([saved.title, saved.supportPerson, saved.revision, saved.agenda.items.length]).toEqual([
      'Changed',
      'Sam',
      2,
      2
    ])
  })

  test('cannot be held for another organization’s activity', async () => {
    const { db } = record
    const host = await aHost(db)
    const workshopId = await aWorkshop(db, host)
    const { agenda } = await getWorkshop(db, host, workshopId)
    await expect(
      saveWorkshop(
        db,
        host,
        { workshopId, revision: 1, title: 'T', supportPerson: null, activityId: newId(), items: agenda.items },
        { teaching: servedWorkshops(), now }
      )
    ).rejects.toMatchObject({ code: 'activity_not_found' })
  })

  test('a session is reported with its first and last vote, its sentences and where many went astray', async () => {
    const { db } = record
    const host = await aHost(db)
    const started = await aSession(db, host)
    await lead(db, started, ask)
    await answer(db, started, 'sc01-alone#1', [...Array(8).fill('ask-beside-him'), ...Array(4).fill('as-everyone')])
    await lead(db, started, [{ type: 'close' }, { type: 'distribution.shown' }, { type: 'question.reopened' }])
    await answer(db, started, 'sc01-alone#2', Array(10).fill('as-everyone'))
    await lead(db, started, [{ type: 'close' }])
    const room = await getRoom(db, started.roomId)
    await addText(db, room, { textId: newId(), kind: 'parking', question: null, text: '=What about minors?' })
    await lead(db, started, [{ type: 'step.presented', step: 'will' }, { type: 'question.opened' }])
    const [shown, hidden] = [newId(), newId()]
    for (const textId of [shown, hidden])
      await addText(db, room, { textId, kind: 'answer', question: 'will#1', text: `I will, ${textId}` })
    const { roomId, control } = started
    await moderateText(db, { roomId, control, textId: shown, state: 'shown', text: 'I will close the door' })
    await lead(db, started, [{ type: 'close' }, { type: 'room.ended' }])
    const report = await readReport(db, host, { workshopId: started.workshopId, roomId: started.roomId })
    expect(report).toMatchObject({
      isOver: true,
      phones: 22,
      parked: ['=What about minors?'],
      said: [{ title: 'One sentence', lines: ['I will close the door'] }],
      questions: [
        {
          step: 'sc01-alone',
          first: { kind: 'counts', answered: 12 },
          last: { kind: 'counts', answered: 10 },
          best: ['as-everyone'],
          astray: []
        },
        { step: 'will', first: { kind: 'none' } }
      ]
    })
    const csv = reportCsv(report)
    expect(csv.split('\r\n')).toHaveLength(6)
    expect(csv).toContain(',yes,4,10')
  })

  test('while a session runs, its report says nothing of the step that is on', async () => {
    const { db } = record
    const host = await aHost(db)
    const started = await aSession(db, host)
    await lead(db, started, ask)
    await answer(db, started, 'sc01-alone#1', Array(12).fill('as-everyone'))
    await lead(db, started, [{ type: 'close' }])
    const read = async () =>
      (await readReport(db, host, { workshopId: started.workshopId, roomId: started.roomId })).questions.length
    expect(await read()).toBe(0)
    await lead(db, started, [{ type: 'step.presented', step: 'will' }])
    expect(await read()).toBe(1)
  })

  test('a second vote of too few does not take the first from the report', async () => {
    const { db } = record
    const host = await aHost(db)
    const started = await aSession(db, host)
    await lead(db, started, ask)
    await answer(db, started, 'sc01-alone#1', Array(12).fill('as-everyone'))
    await lead(db, started, [{ type: 'close' }, { type: 'distribution.shown' }, { type: 'question.reopened' }])
    await answer(db, started, 'sc01-alone#2', ['curtain'])
    await lead(db, started, [{ type: 'close' }, { type: 'room.ended' }])
    const csv = reportCsv(await readReport(db, host, { workshopId: started.workshopId, roomId: started.roomId }))
    expect(csv).toContain(',yes,12,fewer than five')
    expect(csv).not.toContain('no,0,1')
  })

  test('a session of another workshop is not reported under this one', async () => {
    const { db } = record
    const host = await aHost(db)
    const [one, other] = [await aSession(db, host), await aSession(db, host)]
    await expect(readReport(db, host, { workshopId: one.workshopId, roomId: other.roomId })).rejects.toMatchObject({
      code: 'room_not_found'
    })
  })

  test('within a day of its end nothing is left of a session but its counts', async () => {
    const { db } = record
    const host = await aHost(db)
    const started = await aSession(db, host)
    await lead(db, started, ask)
    await answer(db, started, 'sc01-alone#1', Array(6).fill('as-everyone'))
    await lead(db, started, [{ type: 'close' }, { type: 'room.ended' }])
    const early = await purgeRooms(db, { now: new Date(now.getTime() + 22 * hour - 1) })
    expect(early).toEqual({ rooms: 0, rehearsals: 0 })
    expect(await purgeRooms(db, { now: new Date(now.getTime() + 22 * hour) })).toEqual({ rooms: 1, rehearsals: 0 })
    for (const table of ['roomSeat', 'roomAnswer', 'roomText', 'roomSignal'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    const report = await readReport(db, host, { workshopId: started.workshopId, roomId: started.roomId })
    expect(report.questions).toMatchObject([{ first: { kind: 'words', answered: 6 } }])
    expect(await purgeRooms(db, { now: new Date(now.getTime() + 2 * day) })).toEqual({ rooms: 0, rehearsals: 0 })
  })

  test('a room that nobody ended is over after two days', async () => {
    const { db } = record
    const started = await aSession(db, await aHost(db))
    await purgeRooms(db, { now: new Date(now.getTime() + 2 * day) })
    expect((await getRoom(db, started.roomId)).endedAt).not.toBeNull()
  })

  test('a rehearsal has invented people, and leaves nothing', async () => {
    const { db } = record
    const host = await aHost(db)
    const started = await aSession(db, host, { isRehearsal: true })
    await lead(db, started, ask)
    await simulate(db, { roomId: started.roomId, control: started.control, people: 12 })
    await lead(db, started, [{ type: 'close' }, { type: 'step.presented', step: 'will' }])
    const { questions } = await readReport(db, host, { workshopId: started.workshopId, roomId: started.roomId })
    expect(questions).toMatchObject([{ first: { answered: 12 } }])
    expect(await wipeRehearsal(db, started.roomId)).toBe(true)
    await expect(getRoom(db, started.roomId)).rejects.toMatchObject({ code: 'room_not_found' })
    expect(await db.selectFrom('event').selectAll().where('streamId', '=', started.roomId).execute()).toEqual([])
  })

  test('nobody is invented in a session that is held, and it is not wiped', async () => {
    const { db } = record
    const started = await aSession(db, await aHost(db))
    await lead(db, started, ask)
    await expect(simulate(db, { roomId: started.roomId, control: started.control, people: 2 })).rejects.toMatchObject({
      code: 'event_refused'
    })
    expect(await wipeRehearsal(db, started.roomId)).toBe(false)
    expect((await getRoom(db, started.roomId)).id).toBe(started.roomId)
  })
})

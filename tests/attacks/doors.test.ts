import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tableNames } from '#server/record/db/tables.ts'
import { useRecord } from '#tests/helpers/db.ts'
import { useDoorsOn } from '#tests/helpers/doors.ts'
import { everyRow } from '#tests/helpers/full-record.ts'
import { ask, holderOf } from './asking.ts'
import type { DoorCase } from './door-case.ts'
import { type Door, everyDoor } from './house-of-doors.ts'
import { learnerCases } from './learner-cases.ts'
import { officeCases } from './office-cases.ts'
import { workshopCases } from './workshop-cases.ts'
import { aWorld, type Sessions } from './world.ts'

const cases: Readonly<Record<string, DoorCase>> = { ...officeCases, ...learnerCases, ...workshopCases }
const onlyWhileWriting = ['GET api/content']

/** What a refusal is called that tells nobody whether the thing is there. */
const refusal =
  /^(not_signed_in|not_allowed|second_factor_needed|sign_in_again|not_in_control|course_not_begun|front_matter_unread|\w+_not_found)$/

type Stranger = keyof Sessions['strangers']
const everybody: readonly Stranger[] = ['nobody', 'otherLearner', 'otherOffice', 'colleague', 'oneFactor']

// Somebody who asks about a thing of their own account reaches theirs; whoever is not signed in reaches none.
const strangersTo: Record<DoorCase['whose'], readonly Stranger[]> = {
  office: everybody,
  learner: everybody,
  lead: everybody,
  seat: everybody,
  own: ['nobody'],
  anybody: []
}

describe('every door', () => {
  const record = useRecord('SQLite')
  let doors: ReadonlyMap<string, Door>
  beforeAll(async () => {
    doors = await everyDoor()
  })
  beforeEach(() => useDoorsOn(record.db))

  const doorNamed = (name: string): Door => {
    const door = doors.get(name)
    if (!door) throw new Error(`There is no door ${name}`)
    return door
  }
  // A try may be counted and a session noted; nothing else may change.
  const rows = () =>
    everyRow(
      record.db,
      tableNames.filter((name) => name !== 'rateLimit')
    )

  test('is tried here', () => {
    expect([...doors.keys()].filter((name) => !onlyWhileWriting.includes(name)).sort()).toEqual(
      Object.keys(cases).sort()
    )
  })

  test.each(Object.entries(cases))('%s refuses strangers, and lets its holder by', async (name, how) => {
    const [door, world] = [doorNamed(name), await aWorld(record.db)]
    const { ids, sessions } = world
    const before = await rows()
    for (const who of strangersTo[how.whose]) {
      if (how.but?.[who]) continue
      const { code } = await ask(door, how, ids, { cookie: sessions.strangers[who] })
      expect({ who, code }).toEqual({ who, code: expect.stringMatching(refusal) })
      if (who === 'nobody' && (how.whose === 'office' || how.whose === 'own')) expect(code).toBe('not_signed_in')
    }
    expect(await rows()).toEqual(before)
    const { code } = await ask(door, how, ids, { cookie: holderOf(how, world) })
    if (how.whose !== 'anybody') expect(code).not.toMatch(refusal)
    expect(code).not.toBe('unexpected')
  })

  const ofOthers = Object.entries(cases).filter(([, { whose, params }]) => ['own', 'anybody'].includes(whose) && params)
  test.each(ofOthers)('%s leaves what belongs to somebody else', async (name, how) => {
    const [door, { ids, sessions }] = [doorNamed(name), await aWorld(record.db)]
    const before = await rows()
    for (const who of everybody) await ask(door, how, ids, { cookie: sessions.strangers[who] })
    expect(await rows()).toEqual(before)
  })

  const posts = Object.entries(cases).filter(([name]) => name.startsWith('POST '))
  test.each(posts)('%s takes nothing from another site', async (name, how) => {
    const [door, world] = [doorNamed(name), await aWorld(record.db)]
    const cookie = holderOf(how, world)
    const before = await rows()
    for (const headers of elsewhere) {
      const { code, status } = await ask(door, how, world.ids, { cookie, headers })
      expect({ headers, code, status }).toEqual({ headers, code: 'cross_site', status: 403 })
    }
    expect(await rows()).toEqual(before)
  })

  const gets = Object.entries(cases).filter(([name, { whose }]) => name.startsWith('GET ') && whose !== 'anybody')
  test.each(gets)('%s changes nothing but the log of who looked, and is kept nowhere', async (name, how) => {
    const [door, world] = [doorNamed(name), await aWorld(record.db)]
    const { auditEvent: _, setting: __, ...before } = await rows()
    const { code, headers } = await ask(door, how, world.ids, { cookie: holderOf(how, world) })
    expect(code).not.toMatch(refusal)
    expect(headers.get('cache-control')).toContain('no-store')
    const { auditEvent: ___, setting: ____, ...after } = await rows()
    expect(after).toEqual(before)
  })
})

/** How browsers say that a page of another site, of a neighbor, of a file or of a frame without an origin sent a form. */
const elsewhere: readonly Record<string, string>[] = [
  { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://elsewhere.example' },
  { origin: 'http://neighbor.localhost:3000', 'sec-fetch-site': 'same-site' },
  { origin: 'http://localhost:3001' },
  { origin: 'https://localhost:3000.elsewhere.example' },
  { origin: 'null' },
  { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }
]

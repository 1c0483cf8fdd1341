import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { useDoorsOn } from '#tests/helpers/doors.ts'
import { ask, holderOf, paramsOf } from './asking.ts'
import { type DoorCase, pairsOf } from './door-case.ts'
import { type Door, everyDoor } from './house-of-doors.ts'
import { learnerCases } from './learner-cases.ts'
import { officeCases } from './office-cases.ts'
import { workshopCases } from './workshop-cases.ts'
import { aWorld } from './world.ts'

const posts = Object.entries({ ...officeCases, ...learnerCases, ...workshopCases }).filter(([name]) =>
  name.startsWith('POST ')
)
const withForms = posts.filter(([, { hasNoBody }]) => !hasNoBody)

/** What forms and addresses of this site never hold. */
const hostile: readonly string[] = [
  'a\0b',
  `x'; drop table "user"; --`,
  `%' or '1'='1`,
  '$1',
  '\\',
  '9'.repeat(10),
  '9'.repeat(16),
  '9'.repeat(400),
  '-1',
  '1e309',
  'NaN',
  '__proto__',
  '../../etc/passwd',
  '\u2028\u202e\ufffe',
  '=1+1\r\nSet-Cookie: a=b'
]

const tooLong = 513 * 1024

describe.each(engines)('on %s, hostile words', (engine) => {
  const record = useRecord(engine)
  let doors: ReadonlyMap<string, Door>
  beforeAll(async () => {
    doors = await everyDoor()
  })
  beforeEach(() => useDoorsOn(record.db))

  const setting = async (name: string, how: DoorCase) => {
    const door = doors.get(name)
    if (!door) throw new Error(`There is no door ${name}`)
    const world = await aWorld(record.db)
    return { door, world, cookie: holderOf(how, world), fields: pairsOf(how.form?.(world.ids) ?? {}) }
  }

  // A wrong word is refused by its name; a fault of the server is called `unexpected`.
  test.each(withForms)(
    'in one field of %s at a time are no fault of the server',
    { timeout: 60_000 },
    async (name, how) => {
      const { door, world, cookie, fields } = await setting(name, how)
      for (const [at, [field]] of fields.entries())
        for (const word of hostile) {
          const form = fields.map((pair, index): [string, string] => (index === at ? [pair[0], word] : pair))
          const { code, headers } = await ask(door, how, world.ids, { cookie, form })
          expect({ field, word, code }).toEqual({ field, word, code: expect.not.stringMatching(/^unexpected$/) })
          expect(headers.getSetCookie().join()).not.toContain('a=b')
        }
      expect(await record.db.selectFrom('user').select('id').execute()).not.toEqual([])
    }
  )

  const withIds = posts.filter(([, { params }]) => params)
  test.each(withIds)('in the address of %s lead nowhere', async (name, how) => {
    const { door, world, cookie } = await setting(name, how)
    for (const word of hostile.slice(1))
      for (const part of how.params ?? []) {
        const params = { ...paramsOf(how, world.ids), [part]: word }
        const { code } = await ask(door, how, world.ids, { cookie, params })
        expect({ word, part, code }).toEqual({ word, part, code: expect.not.stringMatching(/^unexpected$/) })
      }
  })
})

describe('a body', () => {
  const record = useRecord('SQLite')
  let doors: ReadonlyMap<string, Door>
  beforeAll(async () => {
    doors = await everyDoor()
  })
  beforeEach(() => useDoorsOn(record.db))

  test.each(withForms)('that is too long is read by %s no further than it must', async (name, how) => {
    const world = await aWorld(record.db)
    const cookie = holderOf(how, world)
    const door = doors.get(name)
    if (!door) throw new Error(`There is no door ${name}`)
    let taken = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        taken += 16 * 1024
        if (taken > 4 * 1024 * 1024) return stream.close()
        stream.enqueue(new Uint8Array(16 * 1024).fill(97))
      }
    })
    const refused = { code: 'body_too_large', status: 413 }
    expect(await ask(door, how, world.ids, { cookie, body: endless })).toMatchObject(refused)
    expect(taken).toBeLessThan(tooLong + 128 * 1024)
    const said = { 'content-length': String(tooLong) }
    expect(await ask(door, how, world.ids, { cookie, body: 'a=1', headers: said })).toMatchObject(refused)
  })

  const forms = withForms.filter(([name]) => !name.startsWith('POST api/'))
  test.each(forms)('that is no form is refused by %s', async (name, how) => {
    const world = await aWorld(record.db)
    const cookie = holderOf(how, world)
    const door = doors.get(name)
    if (!door) throw new Error(`There is no door ${name}`)
    // A door that only wants its button pressed looks at no field.
    const wrong = pairsOf(how.form?.(world.ids) ?? {}).length > 0 ? malformed : malformed.slice(0, -1)
    for (const [type, body] of wrong) {
      const headers = { 'content-type': type }
      const { code, status } = await ask(door, how, world.ids, { cookie, body, headers })
      expect({ type, code, status }).toEqual({ type, code: 'invalid_input', status: 400 })
    }
  })
})

const part = '--b\r\nContent-Disposition: form-data; name="a"'

/** Bodies that are not what they say, or hold a file where no door takes one. */
const malformed: readonly (readonly [type: string, body: string])[] = [
  ['text/plain', 'a=1'],
  ['application/json', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`],
  ['', 'a=1'],
  ['multipart/form-data', `${part}\r\n\r\n1\r\n--b--\r\n`],
  ['multipart/form-data; boundary=b', `${part}\r\n\r\n1`],
  ['multipart/form-data; boundary=b', `${part}; filename="../../x.html"\r\n\r\n<script>\r\n--b--\r\n`]
]

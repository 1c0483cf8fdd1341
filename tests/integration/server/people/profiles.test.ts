import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Person } from '#server/people/auth/person.ts'
import { maskIdentifiers } from '#server/people/profiles/mask-identifiers.ts'
import { findProfile, getProfile, isComplete, missingIdentifiers } from '#server/people/profiles/queries.ts'
import { readIdentifiers } from '#server/people/profiles/read-identifiers.ts'
import { reseal } from '#server/people/profiles/reseal.ts'
import { addLicense, removeLicense } from '#server/people/profiles/save-license.ts'
import { saveNumbers } from '#server/people/profiles/save-numbers.ts'
import { profileSchema, saveEmployeeId, saveProfile } from '#server/people/profiles/save-profile.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { later, night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'
import { aParticipation } from '#tests/helpers/reports.ts'

const one = { id: 'one', key: randomBytes(32) }
const two = { id: 'two', key: randomBytes(32) }
const script = '<script>alert("1")</script>'
const license = { state: 'TX', number: '00-rn 0123', board: script, kind: 'RN' } as const
const names = {
  givenName: 'Nguyễn Łukasz',
  familyName: 'O’Brien-Đorđević',
  credentials: script,
  profession: 'registered-nurse',
  employeeId: '000123',
  timeZone: 'America/Chicago',
  consentsToReport: true
} as const

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let kim: Person
  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    kim = (await aPerson(record.db, { roles: [[organizationId, 'learner']] })).person
  })

  const give = (given: Parameters<typeof saveNumbers>[1]['change']['given'], taken = [] as 'npi'[], keys = [one]) =>
    saveNumbers(record.db, { actor: kim, change: { given, taken }, now: night, keys })
  const add = (actor = kim, keys = [one]) => addLicense(record.db, { actor, license, now: night, keys })
  const readBy = (actor: Person, changes: Partial<Parameters<typeof readIdentifiers>[1]> = {}) =>
    readIdentifiers(record.db, {
      actor,
      userId: kim.userId,
      organizationId,
      purpose: 'a test',
      now: night,
      keys: [one],
      ...changes
    })
  const aCoordinator = async (organization = organizationId, hasSecondFactor = true) =>
    (await aPerson(record.db, { roles: [[organization, 'coordinator']], hasSecondFactor })).person
  const nothing = {
    npi: null,
    epid: null,
    nremt: null,
    boardId: null,
    birthMonthDay: null,
    employeeId: null,
    licenses: []
  }

  test('names in any script and text that looks like a program are kept as they were typed', async () => {
    await saveProfile(record.db, { actor: kim, profile: profileSchema.parse(names), now: night })
    expect(await getProfile(record.db, kim.userId)).toEqual(names)
    const changed = profileSchema.parse({ ...names, givenName: 'Νίκος', credentials: '  ', employeeId: '' })
    await saveProfile(record.db, { actor: kim, profile: changed, now: later(1) })
    expect(await findProfile(record.db, kim.userId)).toEqual({
      ...names,
      givenName: 'Νίκος',
      credentials: null,
      employeeId: null
    })
    const logged = await record.db.selectFrom('auditEvent').selectAll().execute()
    expect(logged.map(({ act }) => act)).toEqual(['profile.saved', 'profile.saved'])
    expect(JSON.stringify(logged)).not.toMatch(/Nguy|Brien|000123|script/)
  })

  test.each([
    { givenName: ' ' },
    { familyName: 'a\nb' },
    { profession: 'wizard' },
    { timeZone: 'Mars/Olympus' },
    { givenName: 'x'.repeat(101) }
  ])('%o is refused', (wrong) => {
    expect(profileSchema.safeParse({ ...names, ...wrong }).success).toBe(false)
  })

  test('a profile without names is none for a certificate', async () => {
    await expect(getProfile(record.db, kim.userId)).rejects.toThrow('profile_missing')
    await saveEmployeeId(record.db, { actor: kim, employeeId: '007', now: night })
    await expect(getProfile(record.db, kim.userId)).rejects.toThrow('profile_missing')
    expect(await findProfile(record.db, kim.userId)).toMatchObject({ givenName: '', employeeId: '007' })
  })

  test('numbers are stored sealed alone, and what is missing is told without opening them', async () => {
    const kinds = ['license', 'npi', 'epid', 'employeeId', 'birthMonthDay'] as const
    expect(await missingIdentifiers(record.db, kim.userId, kinds)).toEqual(kinds)
    await give({ npi: '1234567893', birthMonthDay: '0229' })
    await add()
    expect(await missingIdentifiers(record.db, kim.userId, kinds)).toEqual(['epid', 'employeeId'])
    expect(await isComplete(record.db, kim.userId, ['npi', 'license'])).toBe(true)
    const stored = JSON.stringify([
      await record.db.selectFrom('profile').selectAll().execute(),
      await record.db.selectFrom('license').selectAll().execute(),
      await record.db.selectFrom('auditEvent').selectAll().execute()
    ])
    expect(stored).not.toMatch(/1234567893|0229|0123|script/)
    await give({ epid: '000777' }, ['npi'])
    expect(await missingIdentifiers(record.db, kim.userId, kinds)).toEqual(['npi', 'employeeId'])
    const { licenses, ...numbers } = await readBy(kim)
    expect(numbers).toEqual({
      npi: null,
      epid: '000777',
      nremt: null,
      boardId: null,
      birthMonthDay: '0229',
      employeeId: null
    })
    expect(licenses.map(({ id: _, ...rest }) => rest)).toEqual([license])
  })

  test('forms sent at once all count, the first one and later ones', async () => {
    await openConnections(record.db)
    await Promise.all([give({ boardId: '7' }), give({ birthMonthDay: '0101' })])
    await Promise.all([give({ npi: '1234567893' }), give({ epid: '000777' }), give({ nremt: 'E01' })])
    const kept = { npi: '1234567893', epid: '000777', nremt: 'E01', boardId: '7', birthMonthDay: '0101' }
    expect(await readBy(kim)).toMatchObject(kept)
  })

  test('one’s own page shows the ends alone, and is no reading', async () => {
    await give({ npi: '1234567893', boardId: '42', birthMonthDay: '0101' })
    const { licenseId } = await add()
    const before = await record.db.selectFrom('auditEvent').select('seq').execute()
    expect(await maskIdentifiers(record.db, { actor: kim, keys: [one] })).toEqual({
      numbers: { npi: '93', boardId: '', birthMonthDay: '' },
      licenses: [{ id: licenseId, state: 'TX', board: script, kind: 'RN', ending: '23' }]
    })
    expect(await record.db.selectFrom('auditEvent').select('seq').execute()).toEqual(before)
  })

  test('every reading is logged with who, whose and what for, the owner’s own too', async () => {
    const office = await aCoordinator()
    await readBy(office)
    await readBy(kim, { organizationId: null, purpose: 'own view' })
    const logged = await record.db
      .selectFrom('auditEvent')
      .select(['act', 'actorId', 'organizationId', 'subjectId', 'reason'])
      .orderBy('seq')
      .execute()
    expect(logged).toEqual([
      { act: 'license.read', actorId: office.userId, organizationId, subjectId: kim.userId, reason: 'a test' },
      { act: 'license.read', actorId: kim.userId, organizationId: null, subjectId: kim.userId, reason: 'own view' }
    ])
  })

  test.each([
    ['a learner', 'learner', true, 'not_allowed'],
    ['a manager', 'manager', true, 'not_allowed'],
    ['an admin', 'admin', true, 'not_allowed'],
    ['a coordinator without a second factor', 'coordinator', false, 'second_factor_needed']
  ] as const)('%s reads nothing of somebody else, and nothing is logged', async (_, role, hasSecondFactor, fault) => {
    await add()
    const before = await record.db.selectFrom('auditEvent').select('seq').execute()
    const { person } = await aPerson(record.db, { roles: [[organizationId, role]], hasSecondFactor })
    await expect(readBy(person)).rejects.toThrow(fault)
    expect(await record.db.selectFrom('auditEvent').select('seq').execute()).toEqual(before)
  })

  test('a coordinator reads those of their own organization, and of who took its activities', async () => {
    const elsewhere = await anOrganization(record.db, { name: 'Other' })
    const other = await aCoordinator(elsewhere)
    await expect(readBy(other)).rejects.toThrow('not_allowed')
    await expect(readBy(other, { organizationId: elsewhere })).rejects.toThrow('person_not_found')
    await expect(readBy(other, { organizationId: null })).rejects.toThrow('not_allowed')
    const activity = await anOpenActivity(record.db, {
      organization: { id: elsewhere, name: 'Other', isDemonstration: false }
    })
    await aParticipation(record.db, { activity, userId: kim.userId })
    expect(await readBy(other, { organizationId: elsewhere })).toEqual(nothing)
  })

  test('a license is removed by its owner alone, and twenty are enough', async () => {
    const { licenseId } = await add()
    const { person: lee } = await aPerson(record.db)
    const remove = (actor: Person) => removeLicense(record.db, { actor, licenseId, now: night })
    await expect(remove(lee)).rejects.toThrow('license_not_found')
    for (let count = 2; count <= 20; count += 1) await add()
    await expect(add()).rejects.toThrow('too_many_licenses')
    await remove(kim)
    await expect(remove(kim)).rejects.toThrow('license_not_found')
    expect((await readBy(kim)).licenses).toHaveLength(19)
  })

  test('texts changed or swapped between rows in the database do not open', async () => {
    const { person: lee } = await aPerson(record.db)
    const mine = (await add()).licenseId
    const theirs = (await add(lee)).licenseId
    const sealedOf = (id: string) =>
      record.db.selectFrom('license').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
    const put = (id: string, sealed: string) =>
      record.db.updateTable('license').set({ sealed }).where('id', '=', id).execute()
    const [own, other] = [(await sealedOf(mine)).sealed, (await sealedOf(theirs)).sealed]
    await put(mine, other)
    await expect(readBy(kim)).rejects.toThrow('sealed_unreadable table=license key=one')
    await put(mine, `${own.slice(0, -2)}AA`)
    await expect(readBy(kim)).rejects.toThrow('sealed_unreadable')
    await put(mine, own)
    expect((await readBy(kim)).licenses).toHaveLength(1)
  })

  test('a rotation stopped half-way is finished by the next, and leaves what it cannot open', async () => {
    await give({ npi: '1234567893' })
    for (let count = 1; count <= 5; count += 1) await add()
    const keys = () => record.db.selectFrom('license').select('sealedWith').orderBy('sealedWith').execute()
    expect(await reseal(record.db, { keys: [two, one], most: 3 })).toEqual({ resealed: 3, unreadable: [] })
    expect((await keys()).map(({ sealedWith }) => sealedWith)).toEqual(['one', 'one', 'one', 'two', 'two'])
    expect((await readBy(kim, { keys: [two, one] })).licenses).toHaveLength(5)
    const { id } = await record.db
      .selectFrom('license')
      .select('id')
      .where('sealedWith', '=', 'one')
      .limit(1)
      .executeTakeFirstOrThrow()
    await record.db.updateTable('license').set({ sealedWith: 'lost' }).where('id', '=', id).execute()
    const rest = await reseal(record.db, { keys: [two, one] })
    expect(rest).toEqual({ resealed: 2, unreadable: [{ table: 'license', id, sealedWith: 'lost' }] })
    await record.db.updateTable('license').set({ sealedWith: 'one' }).where('id', '=', id).execute()
    expect(await reseal(record.db, { keys: [two, one] })).toEqual({ resealed: 1, unreadable: [] })
    expect(await reseal(record.db, { keys: [two, one] })).toEqual({ resealed: 0, unreadable: [] })
    const { npi, licenses } = await readBy(kim, { keys: [two] })
    expect({ npi, licenses: licenses.length }).toEqual({ npi: '1234567893', licenses: 5 })
  })

  test('nothing that was sealed is written to the log of the server when it does not open', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await give({ npi: '1234567893' })
    await expect(readBy(kim, { keys: [two] })).rejects.toThrow(/^sealed_unreadable table=profile key=one$/)
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })
})

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as choose } from '#app/account/keep/choose/route.ts'
import { POST as removeLicenseOf } from '#app/account/profile/licenses/[licenseId]/remove/route.ts'
import { POST as addLicense } from '#app/account/profile/licenses/add/route.ts'
import { POST as saveNumbers } from '#app/account/profile/numbers/save/route.ts'
import { POST as saveNames } from '#app/account/profile/save/route.ts'
import { POST as accept } from '#app/invitations/[token]/accept/route.ts'
import { POST as invitationDoor } from '#app/manage/people/invitations/[invitationId]/route.ts'
import { POST as invitePeople } from '#app/manage/people/invite/send/route.ts'
import { POST as changeMember } from '#app/manage/people/members/[userId]/change/route.ts'
import { POST as setUpDoor } from '#app/setup/open/route.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { makeSetupCode } from '#server/people/organizations/setup-code.ts'
import { maskIdentifiers } from '#server/people/profiles/mask-identifiers.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { anAttempt, night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const script = '<script>alert(1)</script>'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  let said: string[]
  beforeEach(() => {
    useDoorsOn(record.db)
    said = []
    const keep = (text: unknown) => void said.push(String(text))
    vi.spyOn(console, 'info').mockImplementation(keep)
    vi.spyOn(console, 'error').mockImplementation(keep)
    return () => vi.restoreAllMocks()
  })

  const form = (fields: Record<string, string | string[]>) => {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
    return new URLSearchParams(pairs).toString()
  }
  const post = (fields: Record<string, string | string[]>, cookie?: string, address = '/anywhere') => {
    const { method, headers } = aPost('', { headers: cookie ? { cookie } : {} })
    return new Request(`http://localhost:3000${address}`, { method, headers, body: form(fields) })
  }
  const at = <Name extends string>(name: Name, value: string) =>
    ({ params: Promise.resolve({ [name]: value }) }) as { params: Promise<Record<Name, string>> } // The key is the name.
  const anOffice = async () => {
    const organizationId = await anOrganization(record.db, { name: script })
    const office = await aPerson(record.db, {
      roles: [[organizationId, 'admin']],
      hasSecondFactor: true,
      email: 'ada@example.org'
    })
    return { organizationId, ...office }
  }
  const linkIn = (text: string) => text.match(/\/invitations\/([\w-]{43})/)?.[1] ?? ''

  test('the setup door sets up with the code, once, and says nothing of the password', async () => {
    const code = (await makeSetupCode(record.db)) ?? ''
    const fields = {
      code,
      organization: 'Example Hospital',
      name: 'Ada',
      email: 'Ada@Example.org ',
      password: 'correct horse battery'
    }
    const tried = async (changes: Record<string, string>) =>
      (await read(await setUpDoor(post({ ...fields, ...changes })))).location
    expect(await tried({ code: 'AAAA' })).toBe('/setup?notice=setup_code_wrong')
    expect(await tried({ email: 'ada' })).toBe('/setup?notice=address_invalid')
    expect(await tried({ password: 'short' })).toBe('/setup?notice=password_short')
    expect(await tried({ role: 'admin' })).toBe('/setup?notice=invalid_input')
    expect(await tried({})).toBe('/sign-in?next=%2Fmanage%2Fpeople&notice=setup_done')
    expect(await tried({ email: 'eve@example.org' })).toBe('/setup?notice=setup_closed')
    expect(await record.db.selectFrom('user').select('email').execute()).toEqual([{ email: 'ada@example.org' }])
    expect(said.join()).not.toMatch(/correct horse/)
  })

  test('an office invites, the link comes from the log, and its owner joins with it', async () => {
    const { organizationId, cookie } = await anOffice()
    const fields = { organization: organizationId, addresses: 'Lee <LEE@example.org>', role: 'learner', department: '' }
    expect(await read(await invitePeople(post(fields, cookie)))).toMatchObject({
      status: 303,
      location: '/manage/people?notice=invited#waiting'
    })
    const token = linkIn(said.join())
    const lee = await aPerson(record.db, { email: 'lee@example.org' })
    const joined = async (who?: string) => (await read(await accept(post({}, who), at('token', token)))).location
    expect(await joined()).toBe(`/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}&notice=not_signed_in`)
    expect(await joined(cookie)).toBe(`/invitations/${token}?notice=invitation_other_address`)
    expect(await joined(lee.cookie)).toBe('/account?notice=invitation_accepted')
    expect(await joined(lee.cookie)).toBe('/account?notice=invitation_accepted')
  })

  test('what is no address is counted in the address and named nowhere in it', async () => {
    const { organizationId, cookie } = await anOffice()
    const addresses = 'lee@example.org\nnobody\nada@example.org'
    const fields = { organization: organizationId, addresses, role: 'learner', department: '' }
    expect((await read(await invitePeople(post(fields, cookie)))).location).toBe(
      '/manage/people/invite?notice=invited_some&wrong=1&members=1&waiting=0'
    )
    for (const wrong of [{ role: 'king' }, { department: 'x' }, { addresses: 'nobody' }])
      expect((await read(await invitePeople(post({ ...fields, ...wrong }, cookie)))).location).toMatch(
        /^\/manage\/people\/invite\?notice=(invalid_input|address_invalid)$/
      )
  })

  test('the doors of an office turn away whoever is not signed in, not allowed, or from another site', async () => {
    const { organizationId, person } = await anOffice()
    const { cookie } = await aPerson(record.db, { roles: [[organizationId, 'learner']] })
    const member = { organization: organizationId, seen: 'admin//', department: '', manages: 'all', role: ['learner'] }
    const change = async (request: Request) =>
      (await read(await changeMember(request, at('userId', person.userId)))).location
    const page = `/manage/people/members/${person.userId}?notice=`
    expect(await change(post(member))).toMatch(/^\/sign-in\?next=.*&notice=not_signed_in$/)
    expect(await change(post(member, cookie))).toBe(`${page}not_allowed`)
    const foreign = new Request(post(member, cookie), { headers: { cookie, origin: 'https://evil.example' } })
    expect(await change(foreign)).toBe(`${page}cross_site`)
    const other = await read(
      await invitationDoor(
        post({ organization: organizationId, act: 'again' }, cookie),
        at('invitationId', 'x'.repeat(22))
      )
    )
    expect(other.location).toBe('/manage/people?notice=not_allowed')
  })

  test('what was done on this computer is kept, left or cleared, and the cookie goes with it', async () => {
    const { person, cookie } = await aPerson(record.db)
    const done = async () => {
      const { id, token } = await addLearner(record.db, { isShared: false, now: night })
      const { attemptId } = await anAttempt(record.db, { learnerId: id })
      return { token, attemptId }
    }
    const pick = async (choice: string, token: string) =>
      read(await choose(post({ choice }, `${cookie}; attune-learner=${token}`, '/account/keep/choose?next=/courses')))
    const first = await done()
    expect(await pick('leave', first.token)).toMatchObject({ location: '/courses?notice=left_here', cookie: null })
    expect(await pick('keep', first.token)).toMatchObject({
      location: '/courses?notice=kept_in_account',
      cookie: expect.stringMatching(/^attune-learner=; .*Max-Age=0$/)
    })
    expect(await findLearner(record.db, first.token)).toBeUndefined()
    const second = await done()
    expect(await pick('everything', second.token)).toMatchObject({
      location: '/account/keep?next=%2Fcourses&notice=invalid_input'
    })
    expect((await pick('clear', second.token)).location).toBe('/courses?notice=computer_cleared')
    const left = await record.db
      .selectFrom('attempt')
      .innerJoin('learner', 'learner.id', 'attempt.learnerId')
      .select(['attempt.id', 'learner.userId'])
      .execute()
    expect(left).toEqual([{ id: first.attemptId, userId: person.userId }])
  })

  test('the profile keeps what fits, names what does not, and leads on where a credit asked', async () => {
    const { person, cookie } = await aPerson(record.db)
    const names = {
      givenName: script,
      familyName: 'Łukasz-Đorđević',
      credentials: '',
      profession: 'registered-nurse',
      employeeId: '007',
      timeZone: '',
      consent: 'yes'
    }
    const where = async (response: Promise<Response>) => (await read(await response)).location
    expect(await where(saveNames(post(names, cookie)))).toBe('/account/profile?notice=profile_saved')
    expect(await where(saveNames(post({ ...names, timeZone: 'Mars/Olympus' }, cookie)))).toBe(
      '/account/profile?notice=time_zone_unknown'
    )
    expect(await findProfile(record.db, person.userId)).toMatchObject({ givenName: script, consentsToReport: true })
    const asked = '/account/profile/numbers/save?needs=npi,license&next=/claims/x'
    const page = '/account/profile?needs=license,npi&next=%2Fclaims%2Fx'
    const wrong = { npi: '1234567890', nremt: 'E00123', birthMonth: '2', birthDay: '29' }
    expect(await where(saveNumbers(post(wrong, cookie, asked)))).toBe(`${page}&notice=npi_wrong`)
    expect(await maskIdentifiers(record.db, { actor: person })).toEqual({
      numbers: { nremt: '23', birthMonthDay: '' },
      licenses: []
    })
    expect(await where(saveNumbers(post({ npi: '1234567893' }, cookie, asked)))).toBe(`${page}&notice=profile_saved`)
    const license = { state: 'TX', number: '00123', board: script, kind: 'RN' }
    expect(await where(addLicense(post({ ...license, state: '' }, cookie, asked)))).toBe(`${page}&notice=number_wrong`)
    expect(await where(addLicense(post(license, cookie, asked)))).toBe('/claims/x')
    const { licenses } = await maskIdentifiers(record.db, { actor: person })
    const stranger = await aPerson(record.db)
    const door = at('licenseId', licenses[0]?.id ?? '')
    expect(await where(removeLicenseOf(post({}, stranger.cookie), door))).toBe(
      '/account/profile?notice=license_not_found'
    )
    expect(await where(removeLicenseOf(post({}, cookie), door))).toBe('/account/profile?notice=profile_saved')
    expect(await where(saveNumbers(post({ take: 'npi' }, cookie)))).toBe('/account/profile?notice=profile_saved')
    expect((await maskIdentifiers(record.db, { actor: person })).numbers).toEqual({ nremt: '23', birthMonthDay: '' })
    expect(said.join()).not.toMatch(/1234567893|00123|E00123/)
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { POST as acceptInvitation } from '#app/invitations/[token]/accept/route.ts'
import { POST as joinRoom } from '#app/rooms/join/take/route.ts'
import { POST as openSetup } from '#app/setup/open/route.ts'
import { newCode, readCode } from '#server/credit/certificates/code.ts'
import { verifyCode } from '#server/credit/certificates/verify-code.ts'
import { makeSetupCode } from '#server/people/organizations/setup-code.ts'
import { newId, newToken } from '#server/record/ids.ts'
import { aCertificate } from '#tests/helpers/certificates.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'
import { useMails } from '#tests/helpers/mails.ts'
import { aPerson } from '#tests/helpers/people.ts'
import { anAccount, doors, email, post, secret } from '../integration/app/sign-in/journey.ts'

type Told = { status: number; location: string | null; code: unknown }

const told = async (answer: Promise<Response>): Promise<Told> => {
  const { status, location, json } = await read(await answer)
  return { status, location, code: Object(json).error }
}

describe.each(engines)('guessing on %s', (engine) => {
  const record = useRecord(engine)
  const mails = useMails()
  beforeEach(() => useDoorsOn(record.db))
  const form = (fields: Record<string, string>, cookie = '') =>
    aPost(new URLSearchParams(fields).toString(), { isScript: true, headers: cookie ? { cookie } : {} })

  test('codes of certificates is slowed, tells nothing, and holds up nobody with a right one elsewhere', async () => {
    const { code } = await aCertificate(record.db)
    const now = new Date()
    const ask = (typed: string, address = '192.0.2.7') => verifyCode(record.db, { typed, address, now })
    const wrong = Array.from({ length: 15 }, () => [newCode(), `${newCode().slice(0, 15)}?`]).flat()
    for (const typed of wrong) expect(await ask(typed)).toEqual({ found: 'nothing' })
    expect(await ask(newCode())).toEqual({ found: 'later' })
    expect(await ask(code)).toEqual({ found: 'later' })
    expect(await ask(code, '192.0.2.8')).toMatchObject({ found: 'certificate' })
    const [first = '', second = ''] = ['2001:db8:1:2:3::7', '2001:db8:1:2:9::8']
    for (const typed of wrong) await ask(typed, first)
    expect(await ask(newCode(), second)).toEqual({ found: 'later' })
    const later = { typed: code, address: '192.0.2.7', now: new Date(now.getTime() + 61_000) }
    expect(await verifyCode(record.db, later)).toMatchObject({ found: 'certificate' })
  })

  test('a code of a certificate by changing one sign or swapping two finds its check letter', () => {
    const code = newCode()
    for (let at = 0; at < code.length; at += 1) {
      const other = code[at] === '7' ? '9' : '7'
      expect(readCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined()
      const swapped =
        code.slice(0, at) +
        code
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        code.slice(at + 2)
      if (swapped !== code) expect(readCode(swapped)).toBeUndefined()
    }
  })

  test('secrets of invitations gets one answer, whatever was typed', async () => {
    const { cookie } = await aPerson(record.db)
    const answers = new Set<string>()
    for (const token of [newToken(), newId(), 'x', '', "' or 1=1 --"])
      answers.add(
        JSON.stringify(await told(acceptInvitation(form({}, cookie), { params: Promise.resolve({ token }) })))
      )
    expect([...answers]).toEqual([JSON.stringify({ status: 404, location: null, code: 'invitation_not_found' })])
  })

  test('the code of the setup ends for a while, also for whoever then has it right', async () => {
    const code = (await makeSetupCode(record.db)) ?? ''
    const fields = { organization: 'Example', name: 'Ada', email: 'ada@example.org', password: secret }
    const ask = async (typed: string) => (await told(openSetup(form({ ...fields, code: typed })))).code
    const codes: unknown[] = []
    for (let index = 0; index < 8; index += 1) codes.push(await ask(`AAAA-AAAA-AAAA-AAA${index}`))
    expect(codes).toEqual([...Array(6).fill('setup_code_wrong'), 'too_many_tries', 'too_many_tries'])
    expect(await ask(code)).toBe('too_many_tries')
    expect(await record.db.selectFrom('user').select('id').execute()).toEqual([])
  })

  test('passwords ends for one address for a while, and tells nobody whether it has an account', async () => {
    await anAccount(mails)
    const tries = async (whose: string) => {
      const seen: (string | null)[] = []
      for (let index = 0; index < 12; index += 1)
        seen.push(
          (await post(doors.password, { email: whose, password: `wrong word ${index}` })).headers.get('location')
        )
      return seen
    }
    const known = await tries(email)
    expect(known.slice(0, 10)).toEqual(Array(10).fill('/sign-in?notice=sign_in_failed'))
    expect(known.slice(10)).toEqual(Array(2).fill('/sign-in?notice=too_many_tries'))
    expect(await tries('nobody@example.org')).toEqual(known)
    const right = await post(doors.password, { email: ` ${email.toUpperCase()}`, password: secret })
    expect(right.headers.get('location')).toBe('/sign-in?notice=too_many_tries')
  })

  test('tokens of links opens nothing and says one thing', async () => {
    for (const door of [doors.openLink, doors.confirm, doors.reset]) {
      const answers = new Set<string | null>()
      for (const token of [newToken(), 'x', "' or 1=1 --", 'eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImtpbUBleGFtcGxlLm9yZyJ9.'])
        answers.add((await post(door, { token, password: secret })).headers.get('location'))
      expect([...answers]).toEqual([expect.stringMatching(/notice=link_invalid$/)])
    }
    expect(await record.db.selectFrom('session').select('id').execute()).toEqual([])
  })

  test('codes of rooms is slowed for one address', async () => {
    const ask = async (code: string) =>
      (
        await told(
          joinRoom(
            aPost(new URLSearchParams({ code }).toString(), {
              isScript: true,
              headers: { 'x-forwarded-for': `198.51.100.${engine === 'SQLite' ? 1 : 2}` }
            })
          )
        )
      ).code
    const codes: unknown[] = []
    for (let index = 0; index < 32; index += 1) codes.push(await ask('AAAAAA'))
    expect(codes.slice(0, 30)).toEqual(Array(30).fill('room_not_found'))
    expect(codes.slice(30)).toEqual(Array(2).fill('too_many_guesses'))
  })
})

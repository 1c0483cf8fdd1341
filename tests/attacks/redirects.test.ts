import { beforeEach, describe, expect, test } from 'vitest'
import { sameSitePath } from '#app/_components/same-site-path.ts'
import { POST as choose } from '#app/account/keep/choose/route.ts'
import { askedForIn } from '#app/account/profile/asked-for.ts'
import { POST as saveProfile } from '#app/account/profile/save/route.ts'
import { useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { useMails } from '#tests/helpers/mails.ts'
import { aPerson } from '#tests/helpers/people.ts'
import { anAccount, doors, email, post, secret } from '../integration/app/sign-in/journey.ts'

/** Addresses that a browser would follow to another site, or run, if they were led to. */
const away = [
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '///elsewhere.example/',
  '/\\elsewhere.example/',
  '\\\\elsewhere.example/',
  '/.//elsewhere.example/',
  '/%2e//elsewhere.example/',
  '/a/..//elsewhere.example/',
  '/\t/elsewhere.example/',
  '/\n/elsewhere.example/',
  '\t//elsewhere.example/',
  ' //elsewhere.example/',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http:elsewhere.example',
  '@elsewhere.example',
  '.elsewhere.example',
  '/a\r\nLocation: https://elsewhere.example'
]

const here = 'http://localhost:3000'

/** Fails where a browser on this site would leave it by a Location header, or find a second header in it. */
function expectHere(location: string | null): void {
  expect(location).toMatch(/^\/[^\r\n]*$/)
  expect(new URL(location ?? '', `${here}/sign-in`).origin).toBe(here)
}

describe('an address to go on to', () => {
  const record = useRecord('SQLite')
  const mails = useMails()
  beforeEach(() => useDoorsOn(record.db))

  test.each(away)('%j stays here', (address) => {
    expectHere(sameSitePath(address))
    expectHere(askedForIn({ next: address }).next ?? null)
    expectHere(sameSitePath(sameSitePath(address)))
  })

  test('keeps what is a path of this site', () => {
    for (const path of ['/', '/account?a=b', '/claims/abc_-1?notice=x']) expect(sameSitePath(path)).toBe(path)
  })

  test.each(away)('%j does not lead from signing in, adopting or a profile to another site', async (address) => {
    await anAccount(mails)
    const query = `next=${encodeURIComponent(address)}`
    const at = { address: `/?${query}` }
    const signedIn = await post(doors.password, { email, password: secret }, at)
    expectHere(signedIn.headers.get('location'))
    for (const door of [doors.sendLink, doors.forgotten])
      expectHere((await post(door, { email }, at)).headers.get('location'))
    for (const [, value] of mails.last().link?.searchParams ?? [])
      if (value.includes('/')) expectHere(value.startsWith('/') ? value : 'a link that leads away')
    const { cookie } = await aPerson(record.db)
    const posted = (form: string) => new Request(`${here}/x?${query}`, aPost(form, { headers: { cookie } }))
    expectHere((await choose(posted('choice=leave'))).headers.get('location'))
    const profile = 'givenName=Kim&familyName=Doe&credentials=&profession=&employeeId=&timeZone='
    expectHere((await saveProfile(posted(profile))).headers.get('location'))
  })
})

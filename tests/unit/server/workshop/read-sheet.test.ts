import { describe, expect, test } from 'vitest'
import { readSheet } from '#server/workshop/attendance/read-sheet.ts'

const ada = {
  givenName: 'Ada',
  familyName: 'Example',
  email: 'ada@example.org',
  profession: 'physician',
  from: '09:00',
  to: '10:05',
  hasRead: true
}

describe('a paper sheet', () => {
  test.each([
    ['with commas', 'Ada, Example, ada@example.org, physician, 9:00, 10:05'],
    ['with semicolons', 'Ada;Example;ada@example.org;Physician (MD or DO);09:00;10:05'],
    ['with tabs', 'Ada\tExample\tada@example.org\tphysician\t09:00\t10:05\r\n\r\n'],
    ['with a head', 'first,last,email,profession,in,out\nAda,Example,ada@example.org,physician,09:00,10:05'],
    ['with quotes', '"Ada","Example",ada@example.org,physician,09:00,10:05']
  ])('%s', (_, text) => expect(readSheet(text, { hasRead: true })).toEqual([ada]))

  test('keeps a comma and a quote of a name, and takes nothing for an address and a profession', () => {
    expect(readSheet('"Ada ""Di"", RN",Example,,,09:00,10:05', { hasRead: false })).toEqual([
      { ...ada, givenName: 'Ada "Di", RN', email: null, profession: null, hasRead: false }
    ])
  })

  test.each([
    ['nothing', ''],
    ['a head alone', 'first,last,email,profession,in,out'],
    ['a line without a name', ',Example,,,09:00,10:05'],
    ['a line without a time', 'Ada,Example,,,09:00,'],
    ['a time that no clock shows', 'Ada,Example,,,09:00,24:05'],
    ['an address that is none', 'Ada,Example,ada,,09:00,10:05'],
    ['a profession nobody has', 'Ada,Example,,wizard,09:00,10:05'],
    ['a second line that is short', 'Ada,Example,,,09:00,10:05\nBen,Example'],
    ['too many lines', 'Ada,Example,,,09:00,10:05\n'.repeat(301)]
  ])('is refused whole with %s', (_, text) =>
    expect(() => readSheet(text, { hasRead: true })).toThrow(expect.objectContaining({ code: 'roster_lines_wrong' }))
  )
})

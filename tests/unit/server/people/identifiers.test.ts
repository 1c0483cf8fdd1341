import { describe, expect, test } from 'vitest'
import { readAddresses } from '#server/people/invitations/addresses.ts'
import { isNpi, licenseSchema, numberSchemas } from '#server/people/profiles/identifiers.ts'

describe('an NPI', () => {
  test.each(['1234567893', '1245319599', '1679576722', '2000000002'])('%s is one', (npi) => {
    expect(isNpi(npi)).toBe(true)
  })

  test('with any one digit changed is none', () => {
    for (let place = 0; place < 10; place += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = `${'1234567893'.slice(0, place)}${digit}${'1234567893'.slice(place + 1)}`
        if (changed !== '1234567893') expect([changed, isNpi(changed)]).toEqual([changed, false])
      }
  })

  test.each(['', '123456789', '12345678931', '0234567893', '123456789３', 'A234567893'])('"%s" is none', (text) => {
    expect(isNpi(text)).toBe(false)
  })
})

describe('numbers', () => {
  test('keep leading zeros, letters and signs, and lose only blanks around them', () => {
    expect(numberSchemas.nremt.parse(' E00-0123456 ')).toBe('E00-0123456')
    expect(numberSchemas.epid.parse('000123')).toBe('000123')
    expect(numberSchemas.boardId.parse('O’Neil #007')).toBe('O’Neil #007')
  })

  test.each(['0101', '0229', '1231'])('%s is a day of birth', (day) => {
    expect(numberSchemas.birthMonthDay.parse(day)).toBe(day)
  })

  test.each(['0230', '1301', '0000', '0431', '131', '12-31', '20001'])('%s is no day of birth', (day) => {
    expect(numberSchemas.birthMonthDay.safeParse(day).success).toBe(false)
  })

  test.each(['ZZ', 'ca', '', 'California'])('a license of %s is refused', (state) => {
    expect(licenseSchema.safeParse({ state, number: '1', board: 'Board', kind: 'RN' }).success).toBe(false)
  })
})

describe('pasted addresses', () => {
  test('are read from lines, commas and a mail program, once each and in small letters', () => {
    const text = 'Kim@Example.org, lee@example.org;\n"Doe, Jo" <jo@example.org>\r\nKIM@example.org\n\n  '
    expect(readAddresses(text)).toEqual({
      emails: ['kim@example.org', 'lee@example.org', 'jo@example.org'],
      wrong: []
    })
  })

  test('what is none is given back as it was typed', () => {
    expect(readAddresses('kim\nlee@example\n<script>@x.org\n@example.org')).toEqual({
      emails: [],
      wrong: ['kim', 'lee@example', '<script>@x.org', '@example.org']
    })
  })
})

import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { seal, unseal } from '#server/people/profiles/sealing.ts'

const first = { id: 'first', key: randomBytes(32) }
const second = { id: 'second', key: randomBytes(32) }
const place = { table: 'license', id: 'row', userId: 'kim' } as const
const text = 'RN 0012345, Đorđević'

describe('a sealed text', () => {
  test('opens again for its row, and names the key that closed it', () => {
    const sealed = seal(text, [first, second], place)
    expect(sealed.sealedWith).toBe('first')
    expect(sealed.sealed).not.toContain('0012345')
    expect(unseal(sealed, [second, first], place)).toBe(text)
  })

  test('is another one each time', () => {
    expect(seal(text, [first], place).sealed).not.toBe(seal(text, [first], place).sealed)
  })

  test.each([
    ['another row', { ...place, id: 'other' }],
    ['another person', { ...place, userId: 'lee' }],
    ['another table', { ...place, table: 'profile' as const }]
  ])('does not open for %s', (_, other) => {
    const sealed = seal(text, [first], place)
    expect(() => unseal(sealed, [first], other)).toThrow('sealed_unreadable table=')
  })

  test('does not open where any byte of it was changed, or cut off', () => {
    const { sealed, sealedWith } = seal(text, [first], place)
    const whole = Buffer.from(sealed, 'base64url')
    for (let index = 0; index < whole.length; index += 1) {
      const changed = Buffer.from(whole)
      changed[index] = (changed[index] ?? 0) ^ 1
      const tampered = { sealed: changed.toString('base64url'), sealedWith }
      expect(() => unseal(tampered, [first], place)).toThrow('sealed_unreadable')
    }
    for (const length of [0, 5, 20, whole.length - 1]) {
      const cut = { sealed: whole.subarray(0, length).toString('base64url'), sealedWith }
      expect(() => unseal(cut, [first], place)).toThrow('sealed_unreadable')
    }
  })

  test('does not open with another key of the same name, or without its key', () => {
    const sealed = seal(text, [first], place)
    expect(() => unseal(sealed, [{ ...second, id: 'first' }], place)).toThrow('sealed_unreadable')
    expect(() => unseal(sealed, [second], place)).toThrow('sealed_unreadable table=license key=first')
  })

  test('a fault says nothing of the text', () => {
    const sealed = seal(text, [first], place)
    let said = ''
    try {
      unseal(sealed, [second], place)
    } catch (fault) {
      said = String(fault)
    }
    expect(said).toBe('AppError: sealed_unreadable table=license key=first')
  })
})

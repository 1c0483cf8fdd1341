import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findSourceNumber, getRegistry, listRoles, readFacility } from '#server/learning/reference/queries.ts'

function aFolder(card?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-facility-'))
  if (card !== undefined) writeFileSync(join(folder, 'facility.yaml'), card)
  return folder
}

test('without a file every line of the card is blank and named', () => {
  const { name, lines, faults } = readFacility(aFolder())
  expect(name).toBeUndefined()
  expect(faults).toEqual([])
  expect(lines.map(({ label, phone }) => [label, phone])).toEqual([
    ['Social work', undefined],
    ['Security', undefined],
    ['Child-protection team', undefined],
    ['Interpreter line', undefined],
    ['Domestic violence program', undefined],
    ['Privacy officer', undefined],
    ['State child-abuse line', undefined],
    ['Police, not an emergency', undefined]
  ])
})

test('a line of the card keeps what the operator wrote, and a change shows at once', () => {
  const folder = aFolder('facility: Riverside\nsecurity:\n  phone: 4400\n')
  expect(readFacility(folder)).toMatchObject({ name: 'Riverside', faults: [] })
  expect(readFacility(folder).lines[1]).toMatchObject({ label: 'Security', phone: '4400' })
  writeFileSync(join(folder, 'facility.yaml'), 'security:\n  phone: 5500\n')
  expect(readFacility(folder).lines[1]).toMatchObject({ phone: '5500' })
})

test('a card that cannot be read is blank and says where it is at fault, not where it lies', () => {
  const { lines, faults } = readFacility(aFolder('security:\n  checkedOn: soon\n'))
  expect(lines.every(({ phone }) => phone === undefined)).toBe(true)
  expect(faults).toEqual(['facility.yaml:2:3 schema security.checkedOn: write a date as YYYY-MM-DD'])
})

test('sources are numbered in the order of their list', () => {
  const [first, second] = getRegistry().sources
  expect([findSourceNumber(first?.id ?? ''), findSourceNumber(second?.id ?? '')]).toEqual([1, 2])
  expect(findSourceNumber('no-such-source')).toBeUndefined()
})

test('a role may stay unnamed, and that comes first', () => {
  expect(listRoles()[0]).toEqual({ id: 'not-listed', label: 'Not listed or unknown' })
})

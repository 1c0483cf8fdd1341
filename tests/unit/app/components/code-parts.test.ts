import { describe, expect, test } from 'vitest'
import { codeParts } from '#app/_components/code-parts.ts'
import { loadRegistry } from '#content/load.ts'

const { codes } = loadRegistry()
const titleOf = (code: string) => codes.find((entry) => entry.code === code)?.title

const placeholder = {
  characters: 'X',
  kind: 'Placeholder',
  meaning: 'Fills the empty place, so that the 7th character stands seventh.'
}
const activeTreatment = {
  characters: 'A',
  kind: '7th character',
  meaning: 'Active treatment at this visit. It does not mean a first visit.'
}

describe('a complete code', () => {
  test('of suspected exploitation is read to its 7th character', () => {
    expect(codeParts('T76.51XA', titleOf)).toEqual([
      {
        characters: 'T76',
        kind: 'Category',
        meaning: 'Adult and child abuse, neglect and other maltreatment, suspected'
      },
      { characters: '.5', kind: '4th character', meaning: 'Forced sexual exploitation, suspected' },
      { characters: '1', kind: '5th character', meaning: 'Adult forced sexual exploitation, suspected' },
      placeholder,
      activeTreatment
    ])
  })

  test('of confirmed abuse by a partner is read the same way', () => {
    expect(codeParts('T74.11XA', titleOf).map(({ characters }) => characters)).toEqual(['T74', '.1', '1', 'X', 'A'])
    expect(codeParts('T74.11XA', titleOf).slice(3)).toEqual([placeholder, activeTreatment])
  })

  test('without a 7th character has neither that nor a placeholder', () => {
    expect(codeParts('Z04.81', titleOf)).toEqual([
      { characters: 'Z04', kind: 'Category', meaning: 'Encounter for examination and observation for other reasons' },
      {
        characters: '.8',
        kind: '4th character',
        meaning: 'Encounter for examination and observation for other specified reasons'
      },
      { characters: '1', kind: '5th character', meaning: titleOf('Z04.81') }
    ])
  })

  test('begins with the shortest stem that has a title', () => {
    const titles: Record<string, string> = { 'Z91.4': 'A history', 'Z91.42': 'A history of one kind' }
    expect(codeParts('Z91.42', (code) => titles[code])).toEqual([
      { characters: 'Z91.4', kind: 'Subcategory', meaning: 'A history' },
      { characters: '2', kind: '5th character', meaning: 'A history of one kind' }
    ])
  })

  test('of a subsequent encounter or a sequela says which', () => {
    expect(codeParts('T74.61XD', titleOf).at(-1)?.meaning).toBe('Routine care after the active treatment has ended.')
    expect(codeParts('T74.61XS', titleOf).at(-1)?.meaning).toBe('Sequela: a later condition that this one led to.')
  })

  test('whose stems the registry does not hold is still taken apart', () => {
    expect(codeParts('B99.9', () => undefined)).toEqual([
      { characters: 'B99', kind: 'Category', meaning: '' },
      { characters: '.9', kind: '4th character', meaning: '' }
    ])
  })
})

// What the debrief may take apart: exploitation, and the abuse that stands beside it.
const groups = ['confirmed', 'suspected', 'history']

test.each(codes.filter(({ group, billable }) => billable && groups.includes(group)))(
  'every part of $code has a meaning',
  ({ code }) => {
    expect(codeParts(code, titleOf).filter(({ meaning }) => meaning === '')).toEqual([])
  }
)

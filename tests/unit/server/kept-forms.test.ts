import { expect, test } from 'vitest'
import { dropKeptForm, findKeptForm, keepForm } from '#server/kept-forms.ts'

const now = new Date('2026-11-24T10:00:00Z')
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const place = { sessionId: 'one', path: '/manage/facility', now }
const fields = new Map([['text', ['As typed.']]])

test('what was typed is found by its own session on its own page, for a quarter of an hour', () => {
  keepForm(place, fields)
  expect(findKeptForm({ ...place, now: at(14) })?.get('text')).toEqual(['As typed.'])
  expect(findKeptForm({ ...place, now: at(15) })).toBeUndefined()
  expect(findKeptForm({ ...place, sessionId: 'other' })).toBeUndefined()
  expect(findKeptForm({ ...place, path: '/manage/statements/add' })).toBeUndefined()
})

test('it is gone once the form was taken', () => {
  keepForm(place, fields)
  dropKeptForm(place)
  expect(findKeptForm(place)).toBeUndefined()
})

test('the oldest go where there are too many, and those that are over', () => {
  for (let index = 0; index < 600; index += 1) keepForm({ ...place, sessionId: `many-${index}` }, fields)
  expect(findKeptForm({ ...place, sessionId: 'many-0' })).toBeUndefined()
  expect(findKeptForm({ ...place, sessionId: 'many-599' })).toBeDefined()
  expect(globalThis.attuneKeptForms?.size).toBeLessThanOrEqual(500)
  keepForm({ ...place, sessionId: 'late', now: at(20) }, fields)
  expect(globalThis.attuneKeptForms?.size).toBe(1)
})

test('long forms of one account to many pages do not fill the memory', () => {
  const long = new Map([['text', ['x'.repeat(500_000)]]])
  for (let index = 0; index < 40; index += 1) keepForm({ ...place, path: `/manage/activities/${index}` }, long)
  expect(globalThis.attuneKeptForms?.size).toBe(15)
  expect(findKeptForm({ ...place, path: '/manage/activities/24' })).toBeUndefined()
  expect(findKeptForm({ ...place, path: '/manage/activities/39' })?.get('text')).toEqual(['x'.repeat(500_000)])
})

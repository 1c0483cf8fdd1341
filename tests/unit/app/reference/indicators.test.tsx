import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import IndicatorsPage from '#app/reference/indicators/page.tsx'
import { searchIn } from '#app/reference/indicators/search.ts'
import { searchIndicators } from '#server/learning/reference/indicators.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'

const nothing = { setting: '', channel: '', strength: '', age: '', kind: '' }

async function pageFor(given: Record<string, string>): Promise<string> {
  const props = { params: Promise.resolve({}), searchParams: Promise.resolve(given) }
  return renderToStaticMarkup(await IndicatorsPage(props))
}

test('what is not among the choices narrows nothing', () => {
  expect(searchIn({ setting: 'moon', channel: ['room', 'talk'], strength: 'weak', age: 'minor' })).toEqual({
    ...nothing,
    strength: 'weak',
    age: 'minor'
  })
  expect(searchIndicators(nothing)).toEqual(getRegistry().indicators)
})

test('a setting keeps its own signs and those for any setting', () => {
  const found = searchIndicators({ ...nothing, setting: 'telehealth', strength: 'moderate', channel: 'room' })
  expect(found.map(({ id }) => id)).toEqual(['fear-and-exhaustion', 'eyes-off-screen'])
})

test('age and kind narrow as well', () => {
  const found = searchIndicators({ ...nothing, strength: 'strong', age: 'adult', kind: 'labor' })
  expect(found.map(({ id }) => id)).not.toContain('age-is-not-true')
  expect(found.map(({ id }) => id)).not.toContain('other-decides-on-pregnancy')
  expect(found.map(({ id }) => id)).toContain('employer-attends')
})

test('the page says first that no sign says who is trafficked, and shows a sign with its other reasons', async () => {
  const page = await pageFor({ strength: 'not-an-indicator' })
  expect(page.indexOf('No sign says that somebody is trafficked')).toBeLessThan(page.indexOf('<form'))
  expect(page).toContain('7 of 53 indicators')
  expect(page).toContain('A language tells you which interpreter to call, and nothing else.')
  expect(page).not.toContain('Clinical danger sign</h3>')
})

test('the page says so where nothing fits', async () => {
  expect(await pageFor({ strength: 'decoy', channel: 'talk' })).toContain('Nothing fits all of this.')
})

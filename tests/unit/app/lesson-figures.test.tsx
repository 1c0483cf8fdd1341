import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LessonFigure } from '#app/lessons/_figures/figure.tsx'
import { figureNames } from '#content/lesson-schema.ts'
import { loadFigures } from '#content/load-figures.ts'

/** What a reader finds, without the markup. */
function words(name: string, search = {}): string {
  return renderToStaticMarkup(<LessonFigure name={name} search={search} />)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
}

test('every name that a lesson may use draws a figure, any other draws nothing', () => {
  for (const name of figureNames) expect(words(name).length).toBeGreaterThan(100)
  expect(words('nothing')).toBe('')
})

test.each(['wheel', 'bite'] as const)('the %s holds all its words in the page, closed or not', (name) => {
  const figure = loadFigures()[name]
  const text = words(name)
  const said = [
    ...figure.origin.map((it) => it.text),
    ...figure.segments.flatMap((it) => [it.name, it.tactics.text, it.clinic.text, it.otherwise.text]),
    ...figure.situations.flatMap((it) => [it.text, ...it.options.map(({ why }) => why)]),
    figure.attribution
  ]
  expect(said.filter((sentence) => !text.includes(sentence))).toEqual([])
})

test('the predictive value is that of the numbers in the address, else of the first published study', () => {
  expect(words('predictive-value')).toContain('a positive is right 3.7 percent of the time.')
  const search = { prevalence: '50', sensitivity: '90', specificity: '90' }
  expect(words('predictive-value', search)).toContain('a positive is right 90 percent of the time.')
  expect(words('predictive-value', { ...search, prevalence: 'many' })).toContain('Write three numbers from 0 to 100')
})

test('a tool without a known sensitivity is shown without one', () => {
  expect(words('tools')).toContain('No sensitivity or specificity; its makers ask for more testing.')
})

import { expect, test } from 'vitest'
import { figuresSchema } from '#content/figures-schema.ts'
import { loadRegistry } from '#content/load.ts'
import { loadFigures, readFiguresFile } from '#content/load-figures.ts'
import { unknownSources } from '#content/registry-checks.ts'

test('the file of the figures is whole and every source it names is known', () => {
  expect(readFiguresFile().faults).toEqual([])
  expect(unknownSources(loadFigures(), loadRegistry().sources)).toEqual([])
})

test('the wheel has the nine segments of its adaptation, the BITE model four', () => {
  const { wheel, bite } = loadFigures()
  expect(wheel.segments.map(({ name }) => name)).toEqual([
    'Coercion and threats',
    'Intimidation',
    'Emotional abuse',
    'Isolation',
    'Denying, blaming and minimizing',
    'Sexual abuse',
    'Physical abuse',
    'Using privilege',
    'Economic abuse'
  ])
  expect(bite.segments.map(({ id }) => id)).toEqual(['behavior', 'information', 'thought', 'emotional'])
})

test.each([
  ['a sentence without a ground', '"sources":["duluth-wheel"],"mark":"verified"', '"note":"none"', 'sources'],
  ['a source without its mark', ',"mark":"verified"', '', 'sources have a mark'],
  ['a segment that is not there', '"segment":"economic-abuse"', '"segment":"taste"', 'there is no segment "taste"'],
  ['two options that are closest', '"fits":"partly"', '"fits":"closest"', 'one option is the closest'],
  ['one part of the protocol twice', '"id":"leadership"', '"id":"training"', '"training" stands twice']
])('%s is a fault', (_, from, to, message) => {
  const spoiled: unknown = JSON.parse(JSON.stringify(loadFigures()).replace(from, to))
  const { error } = figuresSchema.safeParse(spoiled)
  expect(JSON.stringify(error?.issues)).toContain(message.replaceAll('"', '\\"'))
})

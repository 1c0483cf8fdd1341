import { expect, test } from 'vitest'
import { fillStatement, placeholdersIn, unknownBraces } from '#machines/activity/statement.ts'

const values = { provider: 'Example Hospital', amount: '1.25', format: 'enduring material' }

test('the three names are filled wherever they stand, and nothing else changes', () => {
  const text = '{provider} grants {amount} for this {format}.\n\n{provider} $& <b>€</b>'
  expect(fillStatement(text, values)).toBe(
    'Example Hospital grants 1.25 for this enduring material.\n\nExample Hospital $& <b>€</b>'
  )
})

test('braces and dollar signs in a value stay what they are', () => {
  expect(fillStatement('{provider}: {amount}', { ...values, provider: '{amount} $1 $&' })).toBe('{amount} $1 $&: 1.25')
})

test('a text without a name comes back as it is', () =>
  expect(fillStatement('As supplied.', values)).toBe('As supplied.'))

test('whatever else stands in braces is named, each once', () => {
  expect(unknownBraces('{provider} {Provider} {name} {Provider} {{amount}} { } } {')).toEqual([
    '{Provider}',
    '{name}',
    '{}',
    '{ }',
    '}',
    '{'
  ])
  expect(unknownBraces('{provider} grants {amount} for {format}.')).toEqual([])
})

test('the names that a text uses come in one order', () => {
  expect(placeholdersIn('{format} by {provider}, {format}')).toEqual(['provider', 'format'])
})

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Coding } from '#app/learn/attempts/[attemptId]/debrief/coding.tsx'
import { loadRegistry } from '#content/load.ts'
import { type CodingAccess, codingAccessOf } from '#content/roles.ts'

const { codes, sources } = loadRegistry()

/** Where the coding part of a debrief links to within the reference. */
function linksFor(access: CodingAccess, shown: string[], example: string | null): string[] {
  const coding = {
    access,
    readers: ['The front desk.'],
    documented: 'Suspected exploitation.',
    rows: [],
    codes: shown,
    example,
    treated: [{ text: 'Pelvic infection', code: 'N73.9' }],
    askCodingStaff: []
  }
  const markup = renderToStaticMarkup(<Coding coding={coding} codes={codes} sources={sources} />)
  return [...markup.matchAll(/href="(\/reference[^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
}

test('a code in a debrief leads to its page and to the answers that end at it', () => {
  expect(linksFor('provider', ['T76.52XA'], 'T76.52XA')).toEqual([
    '/reference/codes/decide?certainty=suspected&kind=sexual&age=child&visit=active',
    '/reference/codes/T76.52XA'
  ])
  expect(linksFor('supporting', ['T74.11XA'], 'T74.11XA')).toEqual([
    '/reference/codes/decide',
    '/reference/codes/T74.11XA'
  ])
})

test('a role that sees no codes is shown no way to them', () => {
  expect(codingAccessOf('registrar')).toBe('none')
  expect(linksFor('none', ['T76.52XA'], 'T76.52XA')).toEqual([])
})

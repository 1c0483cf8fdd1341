import { existsSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import CardsPage from '#app/reference/cards/page.tsx'
import ContactsPage from '#app/reference/contacts/page.tsx'
import CorrectionsPage from '#app/reference/corrections/page.tsx'
import ReferencePage from '#app/reference/page.tsx'
import { shelf } from '#app/reference/shelf.ts'
import { getEvidence, getRegistry } from '#server/learning/reference/queries.ts'

const idsIn = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)

test('the front leads to pages that are there', () => {
  const page = renderToStaticMarkup(<ReferencePage />)
  for (const { href } of shelf.flatMap(({ places }) => places)) {
    expect(page).toContain(`href="${href}"`)
    expect([href, existsSync(new URL(`../../../../app${href}/page.tsx`, import.meta.url))]).toEqual([href, true])
  }
})

test('each phrase stands once, under its moment, with what to avoid said in words', () => {
  const page = renderToStaticMarkup(<CardsPage />)
  const ids = idsIn(page)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, say } of getRegistry().phrases) {
    expect(ids).toContain(id)
    expect(page).toContain(`“${say.replaceAll("'", '&#x27;')}”`)
  }
  expect(page.match(/<b>Say<\/b>/g)).toHaveLength(36)
  expect(page.match(/<b>Avoid<\/b>/g)).toHaveLength(36)
})

test('every contact stands once, and law enforcement after all services', () => {
  const page = renderToStaticMarkup(<ContactsPage />)
  const places = getRegistry().contacts.map(({ id }) => page.split(`id="contact-${id}"`).length - 1)
  expect(new Set(places)).toEqual(new Set([1]))
  expect(page.indexOf('id="law"')).toBeLessThan(page.indexOf('id="contact-hsi-tip-line"'))
  expect(page.lastIndexOf('<article')).toBeGreaterThan(page.indexOf('id="law"'))
  expect(page).toContain('Not confirmed: test before relying')
  expect(page).toContain('href="/facility"')
  expect(page).toContain('Never call 911 to try it.')
})

test('each correction has its claim, its reason and what to say instead', () => {
  const page = renderToStaticMarkup(<CorrectionsPage />)
  const { corrections } = getEvidence()
  expect(page.match(/<h3>/g)).toHaveLength(corrections.length)
  expect(page.match(/<b>Instead:<\/b>/g)).toHaveLength(corrections.length)
})

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import EvidencePage from '#app/evidence/page.tsx'

test('the page of the evidence leads from a source to what it supports, and back, and stays light', () => {
  const page = renderToStaticMarkup(<EvidencePage />)
  const links = [...page.matchAll(/href="\/evidence#((?:statement|correction)-[^"]+)"/g)].map(([, id]) => id ?? '')
  expect(links.length).toBeGreaterThan(20)
  expect(links.filter((id) => !page.includes(` id="${id}"`))).toEqual([])
  expect(page).toContain('href="/lessons/control-tactics')
  expect(page.length).toBeLessThan(600_000)
})

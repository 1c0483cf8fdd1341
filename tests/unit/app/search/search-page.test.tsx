import { existsSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { GET } from '#app/search/index.json/route.ts'
import SearchPage from '#app/search/page.tsx'
import { searchedPages } from '#server/learning/reference/searched-pages.ts'

async function pageFor(q?: string | string[]): Promise<string> {
  const searchParams = Promise.resolve(q === undefined ? {} : { q })
  return renderToStaticMarkup(await SearchPage({ params: Promise.resolve({}), searchParams }))
}

test('without words the page has a form and no list', async () => {
  for (const q of [undefined, '', ['a', 'b']]) {
    const page = await pageFor(q)
    expect(page).toContain('<form class=')
    expect(page).toContain('action="/search"')
    expect(page).not.toContain('id="found"')
  }
})

test('the server answers the words of an address', async () => {
  const page = await pageFor('T76.52XA')
  expect(page).toContain('value="T76.52XA"')
  expect(page).toContain('href="/reference/codes/T76.52XA"')
  expect(await pageFor('xylophone quartet')).toContain('Nothing found. Try fewer or other words.')
})

test('the index is answered as JSON', async () => {
  const answer = GET()
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(Object.keys(await answer.json())).toEqual(['options', 'index'])
})

test('every page that a search leads to is there', () => {
  expect(searchedPages.filter(({ href }) => !existsSync(`app${href}/page.tsx`))).toEqual([])
})

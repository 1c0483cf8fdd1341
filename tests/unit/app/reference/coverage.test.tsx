import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import CoveragePage from '#app/reference/coverage/page.tsx'
import { csvOf } from '#app/reference/coverage.csv/csv.ts'
import { GET } from '#app/reference/coverage.csv/route.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'

test('cells are quoted where they must be, and none is computed by a spreadsheet', () => {
  expect(csvOf([['plain', 'a, b', 'he said "no"', 3], ['=1+1', '+1', '-1', '@a', -1], ['two\nlines']])).toBe(
    'plain,"a, b","he said ""no""",3\r\n\'=1+1,\'+1,\'-1,\'@a,-1\r\n"two\nlines"\r\n'
  )
})

test('the table to download has a row for each competency and each topic', async () => {
  const answer = GET()
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [head, ...rows] = (await answer.text()).trimEnd().split('\r\n')
  const { competencies, topics } = getRegistry()
  expect(head).toBe('kind,id,name,lessons,cases,questions,minutes')
  expect(rows.map((row) => row.split(',').slice(0, 2).join(' '))).toEqual([
    ...competencies.map(({ id }) => `competency ${id}`),
    ...topics.map(({ id }) => `topic ${id}`)
  ])
})

test('the page says that coverage is not compliance and leads to what it names', () => {
  const page = renderToStaticMarkup(<CoveragePage />)
  expect(page).toContain('Coverage is not compliance')
  expect(page).toContain('Whether a board accepts a course is for the board to say.')
  expect(page).toContain('href="/lessons/four-steps"')
  expect(page).toContain('href="/learn/sc03"')
  expect(page).toContain('href="/reference/coverage.csv"')
})

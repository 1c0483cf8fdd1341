import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { DebriefPage } from './pages/debrief.ts'
import { visitAfter } from './pages/shortcut.ts'
import { answersAlong, at, isRecommended } from './paths.ts'

const declined = answersAlong([at('home'), isRecommended])

test('the debrief prints whole, without the frame, on two or three pages', async ({ page }) => {
  await page.goto(await visitAfter(page, declined))
  await page.emulateMedia({ media: 'print' })
  await expectNoFrame(page)
  const debrief = new DebriefPage(page)
  await expect(debrief.station('Her answer').getByText('Why', { exact: true })).toBeVisible()
  for (const title of await debrief.titles()) await expect(debrief.part(title)).toBeVisible()
  for (const button of await page.getByRole('main').getByRole('button').all()) await expect(button).toBeHidden()
  expect(await pagesOnPaper(page)).toBeLessThanOrEqual(3)
})

test('the facility card prints on one page, with room to write', async ({ page }) => {
  await page.goto('/facility')
  await page.emulateMedia({ media: 'print' })
  await expectNoFrame(page)
  await expect(page.getByText('Find this before your next shift.')).toHaveCount(8)
  await expect(page.getByRole('button', { name: 'Print the card' })).toBeHidden()
  expect(await pagesOnPaper(page)).toBe(1)
})

async function expectNoFrame(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: 'Leave quickly' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'About this site' })).toBeHidden()
}

async function pagesOnPaper(page: Page): Promise<number> {
  const paper = await page.pdf({ format: 'Letter', preferCSSPageSize: false })
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

import { expect, test } from './fixtures.ts'
import { DebriefPage } from './pages/debrief.ts'
import { visitAfter } from './pages/shortcut.ts'
import { Visit } from './pages/visit.ts'
import { answersAlong, at, isRecommended } from './paths.ts'

const taken = answersAlong([at('home'), isRecommended])
const other = answersAlong([at('teaching')], [at('mend-told')], [at('gone-before')])
const again = other.slice(other.findIndex(({ scene }) => scene === 'teaching'))

test('another try from a scene ends elsewhere, and the first run still counts', async ({ page }) => {
  const path = await visitAfter(page, taken)
  await page.goto(path)
  await new DebriefPage(page).tryAgainFrom('A knock')
  const visit = new Visit(page)
  await expect(page.getByText('You are trying again. The first run stays the one that counts.')).toBeVisible()
  await visit.walk(again)
  await expect(visit.heading('gone-before')).toBeVisible()
  await page.getByRole('link', { name: /debrief of the first run/ }).click()
  await expect(page).toHaveURL(`${path}/debrief`)
  await expect(visit.heading('home')).toBeVisible()
})

test('a try that is left open does not stand in the way of the case', async ({ page }) => {
  const path = await visitAfter(page, taken)
  await page.goto(path)
  await new DebriefPage(page).tryAgainFrom('Her answer')
  await expect(new Visit(page).heading('her-answer')).toBeVisible()
  await page.goto('/learn/sc01')
  await expect(page.getByRole('button', { name: 'Begin the visit' })).toBeVisible()
  await page.goto(path)
  await expect(new Visit(page).heading('home')).toBeVisible()
})

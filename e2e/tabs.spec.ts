import type { Page, Route } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { DebriefPage } from './pages/debrief.ts'
import { answerOn, visitAfter } from './pages/shortcut.ts'
import { Visit } from './pages/visit.ts'
import { answersAlong, at, isRecommended } from './paths.ts'

const answers = answersAlong([at('home'), isRecommended])
const [first, second] = answers
if (first?.type !== 'learner.chose' || !second) throw new Error('The case begins with a choice')
const other = { ...first, choice: 'uneasy' }

/** The number of the last event the page shows: 1 at the start, one more for each answer that is stored. */
function seen(page: Page) {
  return page.locator('input[name="seenSeq"]').first()
}

test('an answer in a second tab that is late shows where the visit stands', async ({ page, context }) => {
  const path = await visitAfter(page, [])
  const late = await context.newPage()
  await page.goto(path)
  await late.goto(path)
  await new Visit(page).give(first)
  await expect(new Visit(page).heading(second.scene)).toBeVisible()
  await new Visit(late).give(other)
  await expect(new Visit(late).heading(second.scene)).toBeVisible()
  await expect(new Visit(late).notice).toContainText('This visit has moved on')
  await expect(new Visit(late).notice).toBeFocused()
  await new Visit(late).give(second)
  await expect(new Visit(late).heading('second-look')).toBeVisible()
  await answerOn(page, path, answers.slice(2), 3)
  await page.goto(path)
  const impression = new DebriefPage(page).part('Your first impression')
  await expect(impression).toContainText('Four days and a fever. Something in there is infected.')
})

test('a double click stores one answer', async ({ page }) => {
  await page.goto(await visitAfter(page, []))
  const visit = new Visit(page)
  await visit.fill(first)
  await visit.button(first).dblclick()
  await expect(visit.heading(second.scene)).toBeVisible()
  await expect(seen(page)).toHaveValue('2')
  await expect(visit.notice).toBeHidden()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`a form from before a restart is taken, ${how} scripts`, async ({ anotherBrowser, server }) => {
    const page = await anotherBrowser({ javaScriptEnabled })
    await page.goto(await visitAfter(page, []))
    const visit = new Visit(page)
    await visit.fill(first)
    await server.restart()
    await visit.button(first).click()
    await expect(visit.heading(second.scene)).toBeVisible()
    await expect(seen(page)).toHaveValue('2')
  })

  test(`going back shows where the visit stands, ${how} scripts`, async ({ anotherBrowser }) => {
    const page = await anotherBrowser({ javaScriptEnabled })
    await page.goto(await visitAfter(page, []))
    const visit = new Visit(page)
    await visit.walk([first, second])
    await expect(visit.heading('second-look')).toBeVisible()
    await page.getByRole('link', { name: 'Support', exact: true }).click()
    await expect(page).toHaveURL('/support')
    await page.goBack()
    await expect(visit.heading('second-look')).toBeVisible()
    await expect(seen(page)).toHaveValue('3')
  })
}

test('going back over answers without scripts shows where the visit stands', async ({ anotherBrowser }) => {
  const page = await anotherBrowser({ javaScriptEnabled: false })
  const path = await visitAfter(page, [])
  await page.goto(path)
  const visit = new Visit(page)
  await visit.walk([first, second])
  await expect(visit.heading('second-look')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(path)
  await expect(visit.heading('second-look')).toBeVisible()
})

test('a choice that is not in the case is refused', async ({ page }) => {
  await page.goto(await visitAfter(page, []))
  const visit = new Visit(page)
  await visit.fill(first)
  await visit.firstControl(first).evaluate((radio) => radio.setAttribute('value', 'forged'))
  await visit.button(first).click()
  await expect(visit.notice).toContainText('That answer does not fit this scene')
  await expect(visit.heading(first.scene)).toBeVisible()
  await expect(seen(page)).toHaveValue('1')
})

test('an incomplete answer keeps what was chosen', async ({ page }) => {
  await page.goto(await visitAfter(page, [first]))
  const visit = new Visit(page)
  await visit.fill(second)
  const last = page.getByRole('combobox').last()
  const place = await page.getByRole('combobox').first().inputValue()
  await last.selectOption(place)
  await visit.button(second).click()
  await expect(visit.notice).toContainText('Give every step its own place')
  await expect(last).toHaveValue(place)
  await visit.give(second)
  await expect(visit.heading('second-look')).toBeVisible()
})

test('a visit is not there for anybody else', async ({ page, anotherBrowser }) => {
  const path = await visitAfter(page, [])
  const stranger = await anotherBrowser()
  expect((await stranger.goto(path))?.status()).toBe(404)
  await visitAfter(stranger, [])
  expect((await stranger.goto(path))?.status()).toBe(404)
  await expect(stranger.getByText('There is no page at this address')).toBeVisible()
  expect((await stranger.goto(`${path}/debrief`))?.status()).toBe(404)
})

test('an answer that does not arrive stays on the page and is stored once when it is sent again', async ({ page }) => {
  await page.goto(await visitAfter(page, []))
  const visit = new Visit(page)
  await page.route('**/answer', (route) => route.abort(), { times: 1 })
  await visit.give(first)
  await expect(page.getByText('Not saved yet. Your answer is still here; try again.')).toBeVisible()
  await expect(visit.firstControl(first)).toBeChecked()
  await visit.button(first).click()
  await expect(visit.heading(second.scene)).toBeVisible()
  await expect(seen(page)).toHaveValue('2')
})

test('an answer whose reply is lost is stored once when it is sent again', async ({ page }) => {
  await page.goto(await visitAfter(page, []))
  const visit = new Visit(page)
  const losesTheReply = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await page.route('**/answer', losesTheReply, { times: 1 })
  await visit.give(first)
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await visit.button(first).click()
  await expect(visit.heading(second.scene)).toBeVisible()
  await expect(seen(page)).toHaveValue('2')
  await expect(visit.notice).toBeHidden()
})

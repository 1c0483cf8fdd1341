import { expect, test } from './fixtures.ts'
import { FrontPage } from './pages/front-page.ts'
import { visitAfter } from './pages/shortcut.ts'
import { Visit } from './pages/visit.ts'
import { answersAlong, at, everyKind, isRecommended } from './paths.ts'

test.use({ javaScriptEnabled: false, outside: 'https://www.weather.gov' })

test('the whole case, with a repair and a way back, without scripts', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Choose a case' }).click()
  await page.getByRole('link', { name: 'Four days of pelvic pain', exact: true }).click()
  await new FrontPage(page).begin()
  const visit = new Visit(page)
  await visit.walk(everyKind)
  await expect(visit.heading('home')).toBeVisible()
  await page.getByRole('link', { name: '4. The room is ready' }).click()
  await expect(page.getByText('It went smoothly because it could only go one way.')).toBeVisible()
})

test('an incomplete answer is told what is missing', async ({ page }) => {
  const upTo = answersAlong([at('hand-over'), isRecommended])
  await page.goto(await visitAfter(page, upTo))
  await page.getByRole('button', { name: 'Hand over with these words' }).click()
  await expect(page.getByText('Choose one to three sentences')).toBeVisible()
  await expect(new Visit(page).heading('hand-over')).toBeVisible()
})

test('a break and the way out are links', async ({ page, context }) => {
  await context.route('https://www.weather.gov/**', (route) => route.fulfill({ body: 'Weather' }))
  const path = await visitAfter(page, [])
  await page.goto(path)
  await page.getByRole('link', { name: 'Take a break' }).click()
  await expect(page).toHaveTitle('Paused')
  await expect(page.getByRole('banner')).toBeHidden()
  await page.getByRole('link', { name: 'Back when you are ready' }).click()
  await expect(page).toHaveURL(path)
  await page.getByRole('link', { name: 'Leave quickly' }).click()
  await expect(page).toHaveURL('https://www.weather.gov/')
})

test('the computer is cleared', async ({ page }) => {
  const path = await visitAfter(page, [])
  await page.goto(path)
  await page.getByRole('link', { name: 'Clear this computer' }).click()
  await page.getByRole('button', { name: 'Clear this computer' }).click()
  await expect(page.getByText('This computer is cleared')).toBeVisible()
  expect((await page.goto(path))?.status()).toBe(404)
})

import { expect, test } from './fixtures.ts'

test('words are looked for while they are typed, and the arrow keys lead to what is found', async ({ page }) => {
  await page.goto('/search')
  const field = page.getByRole('searchbox', { name: 'Words or a code' })
  const index = page.waitForResponse('**/search/index.json')
  await field.click()
  await index
  await field.fill('T76.52XA')
  const first = page.getByRole('link', { name: 'T76.52XA Child sexual exploitation, suspected, initial encounter' })
  await expect(first).toBeVisible()
  await expect(page).toHaveURL('/search')
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(field).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/reference/codes/T76.52XA')
})

test('where the index does not arrive, the form is sent', async ({ page }) => {
  await page.route('**/search/index.json', (route) => route.abort())
  await page.goto('/search')
  await page.getByRole('searchbox').fill('interpreter')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=interpreter')
  await expect(page.getByRole('heading', { name: /^\d+ found$/ })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the server answers, and says so where nothing fits', async ({ page }) => {
    await page.goto('/search')
    await page.getByRole('searchbox').fill('facility card')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Facility card', exact: true }).click()
    await expect(page).toHaveURL('/facility')
    await page.goto('/search?q=xylophone+quartet')
    await expect(page.getByRole('heading', { name: 'Nothing found. Try fewer or other words.' })).toBeVisible()
  })
})

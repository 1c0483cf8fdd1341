import { expect, test } from './fixtures.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('signs are narrowed by setting, strength and age, and the choices stand in the address', async ({ page }) => {
      await page.goto('/reference')
      await page.getByRole('link', { name: 'Indicators', exact: true }).click()
      await expect(page.getByText('No sign says that somebody is trafficked.')).toBeVisible()
      await page.getByLabel('Setting').selectOption('Telehealth')
      await page.getByLabel('Strength').selectOption('Moderate sign')
      await page.getByLabel('Age').selectOption('Adult')
      await page.getByRole('button', { name: 'Show' }).click()
      await expect(page).toHaveURL(/setting=telehealth&channel=&strength=moderate&age=adult&kind=$/)
      await expect(page.getByLabel('Strength')).toHaveValue('moderate')
      const sign = page.getByRole('listitem').filter({ hasText: 'On a video visit the eyes go off-screen' })
      await expect(sign).toContainText('A child in the room, a shared home, a poor line, a pet.')
      await expect(page.getByText('many beds in a room')).toHaveCount(0)
      await page.getByRole('link', { name: 'Clear', exact: true }).click()
      await expect(page.getByRole('heading', { name: /^All \d+ indicators$/ })).toBeVisible()
    })

    test('words for a moment and numbers are a few links from the shelf', async ({ page }) => {
      await page.goto('/reference')
      await page.getByRole('link', { name: 'Conversation cards' }).click()
      await page.getByRole('link', { name: 'When the answer is no' }).click()
      await expect(page.getByRole('heading', { name: 'When the answer is no' })).toBeInViewport()
      await page.goto('/reference')
      await page.getByRole('link', { name: 'Contacts', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Law enforcement' })).toBeVisible()
      await expect(page.getByText('Not confirmed: test before relying').first()).toBeVisible()
    })
  })
}

test('the cards print without links and buttons, in two columns', async ({ page }) => {
  await page.goto('/reference/cards')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'When the answer is no' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print the cards' })).toBeHidden()
  const edges = await page
    .locator('main section')
    .evaluateAll((cards) => [...new Set(cards.map((card) => Math.round(card.getBoundingClientRect().left)))])
  expect(edges).toHaveLength(2)
})

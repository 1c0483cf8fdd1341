import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { beginActivity, signInAs } from './pages/office.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

async function expectNoFault(page: Page): Promise<void> {
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
}

/** The line of the facility card for security, as members read it. */
function security(page: Page) {
  return page.getByRole('region', { name: 'Facility card' }).locator('div', { hasText: 'Security' }).last()
}

// Demonstrations: the card of the only real organization would be shown to every test without an account.
const isDemonstration = true

test('an organization’s own facility card is what its members see', async ({
  page,
  context,
  server,
  anotherBrowser
}) => {
  await signInAs(context, server, { roles: ['coordinator'], isDemonstration })
  await page.goto('/manage/facility')
  await expect(page.getByText('Nobody has edited it here yet')).toBeVisible()
  const line = page.getByRole('group', { name: 'Security' })
  await page.getByLabel('Name of this facility').fill('Riverside Hospital')
  await line.getByLabel('Number').fill('007 4400')
  await line.getByLabel('Last called on').fill('2026-11-20')
  await line.getByLabel('Called by').fill('R. Diaz')
  await page.getByRole('button', { name: 'Save the card' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByText('No number: Social work, Child-protection team')).toBeVisible()
  await expectNoFault(page)

  for (const path of ['/facility', '/support/patient']) {
    await page.goto(path)
    await expect(page.getByRole('region', { name: 'Facility card' })).toContainText('Riverside Hospital')
    await expect(security(page)).toContainText('007 4400')
    await expect(security(page)).toContainText('Last called November 20, 2026 by R. Diaz')
  }

  const stranger = await anotherBrowser()
  await signInAs(stranger.context(), server, { roles: ['learner'], name: 'Another Hospital' })
  await stranger.goto('/facility')
  await expect(stranger.getByRole('region', { name: 'Facility card' })).toContainText(
    'Name of this facility: find this'
  )
  await expect(stranger.getByText('007 4400')).toHaveCount(0)
})

test('whoever saves a card second sees what they typed, and nothing is overwritten', async ({
  page,
  context,
  server
}) => {
  await signInAs(context, server, { roles: ['admin'], isDemonstration })
  const other = await context.newPage()
  await page.goto('/manage/facility')
  await other.goto('/manage/facility')
  await page.getByLabel('Name of this facility').fill('First to save')
  await page.getByRole('button', { name: 'Save the card' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await other.getByLabel('Name of this facility').fill('Second to save')
  await other.getByRole('button', { name: 'Save the card' }).click()
  await expect(other.getByText('Somebody changed this meanwhile')).toBeVisible()
  await expect(other.getByLabel('Name of this facility')).toHaveValue('Second to save')
  await page.goto('/facility')
  await expect(page.getByRole('region', { name: 'Facility card' })).toContainText('First to save')
})

test('a reviewer signs what they read under a chosen name, and takes it back', async ({ page, context, server }) => {
  await signInAs(context, server, { roles: ['coordinator', 'reviewer'] })
  await beginActivity(page)
  await page.goto('/manage/reviews')
  const lessons = page.getByRole('row').filter({ hasText: 'Lesson:' })
  const count = await lessons.count()
  await lessons.first().getByRole('checkbox').check()
  await page.getByRole('radio', { name: /^Lived experience/ }).check()
  await page.getByLabel('Name as it is shown').fill('River')
  await page.getByRole('button', { name: 'Sign today' }).click()
  await expect(page.getByText('The signature is kept')).toBeVisible()
  const signed = page
    .getByRole('table', { name: 'What is taught and asked' })
    .getByRole('row')
    .filter({ hasText: 'River' })
  await expect(signed).toHaveCount(1)
  await expect(signed).toContainText('Not signed')
  expect(count).toBeGreaterThan(0)
  await expectNoFault(page)

  const kept = page.getByRole('table', { name: 'Signatures kept here' })
  await kept.getByText('Withdraw', { exact: true }).last().click()
  await kept.getByLabel('Reason').fill('I read another version.')
  await kept.getByRole('button', { name: 'Withdraw this signature' }).click()
  await expect(page.getByText('The signature is withdrawn')).toBeVisible()
  await expect(page.getByText('River')).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a statement is compared word by word before its next version, and credits say that they lag', async ({
    page,
    context,
    server
  }) => {
    await signInAs(context, server, { roles: ['coordinator'] })
    await page.goto('/manage/statements/add')
    await page.getByLabel('Body').selectOption('State board or agency')
    const text = page.getByLabel('The statement, word for word')
    await text.fill('{Provider} grants {amount} example hours.')
    await page.getByRole('button', { name: 'Keep this statement' }).click()
    await expect(page.getByText('Only {provider}, {amount} and {format} may stand in braces')).toBeVisible()
    await expect(text).toHaveValue('{Provider} grants {amount} example hours.')
    await text.fill('{provider} grants {amount} example hours.')
    await page.getByRole('button', { name: 'Keep this statement' }).click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()

    await beginActivity(page)
    await page.goto(`${page.url().replace(/\?.*$/, '')}/offerings`)
    await page.getByLabel('Body').selectOption('State board or agency')
    await page.getByRole('button', { name: 'Set this credit up' }).click()
    await page.getByLabel('Name of this credit').fill('Example hours')
    await page.getByLabel('Most that can be claimed').fill('1,25')
    await page.getByLabel('Statement').selectOption({ index: 1 })
    await page.getByLabel('Registered nurse', { exact: true }).check()
    await page.getByLabel('First day to begin for it').fill('2026-11-01')
    await page.getByLabel('Last day to finish for it').fill('2029-10-01')
    await page.getByRole('button', { name: 'Add this credit' }).click()
    await expect(page.getByText('The most that can be claimed does not fit the step')).toBeVisible()
    await expect(page.getByLabel('Most that can be claimed')).toHaveValue('1,25')
    await page.getByLabel('Most that can be claimed').fill('1.25')
    await page.getByRole('button', { name: 'Add this credit' }).click()
    await expect(page.getByText('1.25 (hour)')).toBeVisible()
    const credits = page.url()

    await page.goto('/manage/statements')
    await page.getByRole('link', { name: 'Change the words' }).click()
    await text.fill('{provider} awards {amount} example hours.')
    await page.getByRole('button', { name: 'Compare with version 1' }).click()
    await expect(page.locator('del')).toHaveText('grants')
    await expect(page.locator('ins')).toHaveText('awards')
    await page.getByRole('button', { name: 'Save as version 2' }).click()
    await expect(page.getByText('still with version 1')).toBeVisible()
    await page.goto(credits)
    await expect(page.getByText('There are newer words, version 2')).toBeVisible()
  })
})

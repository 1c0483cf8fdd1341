import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import {
  addContributor,
  beginActivity,
  fillDraft,
  fillStep,
  offerCompletion,
  recordSignatures,
  signInAs
} from './pages/office.ts'

/** A gap's line in the checklist. */
function gap(page: Page, what: string) {
  return page.getByRole('listitem').filter({ hasText: what })
}

test('a coordinator sees exactly why an activity cannot open, puts it right and opens it', async ({
  page,
  context,
  server
}) => {
  await signInAs(context, server, { roles: ['coordinator'] })
  await beginActivity(page)
  const checklist = page.url().replace(/\?.*$/, '')

  await expect(page.getByRole('link', { name: 'Open for credit' })).toHaveCount(0)
  await page.goto(`${checklist}/open`)
  await expect(page.getByRole('heading', { level: 1, name: 'It cannot open yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open it for credit' })).toHaveCount(0)
  await expect(gap(page, 'Write down the practice gap').last()).toContainText('It belongs to the planning record')
  await expect(gap(page, 'Have a coding specialist sign').last()).toContainText('Lesson “Looking after yourself')

  await page.goto(checklist)
  await fillDraft(page)
  await expect(gap(page, 'Write down the practice gap')).toHaveCount(0)

  await page.getByRole('link', { name: 'People and disclosures', exact: true }).click()
  await addContributor(page, { name: 'Ada Example', roles: ['Planner', 'Author'] })
  await addContributor(page, { name: 'Ben Example', roles: ['Reviewer'] })
  for (const capacity of ['Clinician', 'Lived experience']) await recordSignatures(page, capacity)
  await page.goto(checklist)
  await page.getByRole('link', { name: 'Credits', exact: true }).click()
  await offerCompletion(page)

  await page.goto(checklist)
  await expect(page.getByText('1 gap', { exact: true }).first()).toBeVisible()
  await expect(gap(page, 'Have a coding specialist sign').last()).toBeVisible()
  await recordSignatures(page, 'Coding specialist')

  await page.goto(checklist)
  await page.getByRole('link', { name: 'Open for credit' }).click()
  await expect(page.getByText('Everything is frozen as it stands')).toBeVisible()
  await page.getByRole('button', { name: 'Open it for credit' }).click()
  await expect(page.getByText('It is open for credit')).toBeVisible()
  await expect(page.getByText('Version 1 is open')).toBeVisible()

  await fillStep(page, 'Title and audience', () => page.getByLabel('Title', { exact: true }).fill('Another title'))
  await expect(page.getByText('Changes that are not open yet')).toBeVisible()
  await expect(page.getByText('Different now: title and audience. Opening them makes version 2.')).toBeVisible()

  await page.getByRole('link', { name: 'Close', exact: true }).click()
  await page.getByLabel('Reason').fill('The content is read again.')
  await page.getByRole('button', { name: 'Close it for credit' }).click()
  await expect(page.getByText('It is closed for credit')).toBeVisible()
})

test('what was typed comes back where somebody else saved first', async ({ page, context, server }) => {
  await signInAs(context, server, { roles: ['coordinator'] })
  await beginActivity(page)
  const support = `${page.url().replace(/\?.*$/, '')}/sections/support`
  const other = await context.newPage()
  await page.goto(support)
  await other.goto(support)
  await other.getByLabel('No', { exact: true }).check()
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByText('Saved', { exact: true })).toBeVisible()

  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('Who gave what').fill('A grant of the county.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('As it stands now, where it differs from what you typed')).toBeVisible()
  await expect(page.getByLabel('Who gave what')).toHaveValue('A grant of the county.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an activity is begun and its first step saved', async ({ page, context, server }) => {
    await signInAs(context, server, { roles: ['coordinator'] })
    await beginActivity(page)
    await fillStep(page, 'Provider', () =>
      page.getByLabel('Contact', { exact: true }).fill('education@hospital.example.org')
    )
    await expect(gap(page, 'Say how the provider is reached')).toHaveCount(0)
  })
})

test('a learner is told what managing needs', async ({ page, context, server }) => {
  await signInAs(context, server, { roles: ['learner'] })
  await page.goto('/manage/activities')
  await expect(
    page.getByText('Ask an administrator of your organization for the role that this page needs.')
  ).toBeVisible()
})

test('the pages of an activity hold no barrier, wide, narrow and dark', async ({ page, context, server }) => {
  await signInAs(context, server, { roles: ['coordinator', 'admin', 'manager', 'reviewer'] })
  await beginActivity(page)
  const { pathname } = new URL(page.url())
  const steps = ['basics', 'objectives', 'time', 'dates', 'support', 'before-starting'].map(
    (step) => `/sections/${step}`
  )
  const paths = [
    '/manage/activities',
    '/manage/activities/new',
    ...['', '/front', '/open', '/close', ...steps].map((end) => `${pathname}${end}`)
  ]
  for (const path of paths) {
    await page.goto(path)
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [320, 'dark']
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect.soft(violations.map(({ id, nodes }) => `${path} ${width}: ${id} ${nodes[0]?.html}`)).toEqual([])
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  }
})

import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { aNurseWithActivity, CreditPages } from './pages/credit.ts'
import type { RunningServer } from './server.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a nurse takes an activity from its page to a certificate', async ({ page, context, server }) => {
      test.slow()
      await fromPageToCertificate({ page, context, server })
      if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    })
  })
}

test('a test that is not passed leaves the next one, and says how many are left', async ({ page, context, server }) => {
  test.slow()
  const activity = await aNurseWithActivity(context, server)
  const pages = new CreditPages(page, server)
  await pages.begin(activity.draft.title)
  await pages.doAll(activity.activityId)
  await pages.takeTest({ isRight: false })
  await expect(page.getByText('Something is left to do before this credit.').first()).toBeVisible()
  await pages.takeTest()
  await expect(page.getByRole('button', { name: 'Claim: Contact hours' })).toBeVisible()
})

test('the pages fit a narrow screen', async ({ page, context, server }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const activity = await aNurseWithActivity(context, server)
  await page.goto(`/activities/${activity.activityId}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await new CreditPages(page, server).begin(activity.draft.title)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

async function fromPageToCertificate({
  page,
  context,
  server
}: {
  page: Page
  context: BrowserContext
  server: RunningServer
}): Promise<void> {
  const activity = await aNurseWithActivity(context, server)
  const pages = new CreditPages(page, server)
  await pages.begin(activity.draft.title)
  await pages.doAll(activity.activityId)
  await pages.takeTest()
  await pages.openClaim('Contact hours')
  await expect(page).toHaveTitle(/^Credit · /)
  const begun = Date.now()
  await pages.claim({ amount: '0.75 contact hour', minutes: '52' })
  expect(Date.now() - begun).toBeLessThan(5000)
  await expect(page.getByText('0.75 contact hour, finished on')).toBeVisible()
  await page.goBack()
  await page.goto(page.url())
  await expect(page.getByRole('link', { name: 'Open the certificate' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the certificate' }).click()
  await expect(page).toHaveURL(/\/certificates\/[\w-]+$/)
  await expect(page.getByText('Kim Doe, RN').first()).toBeVisible()
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test as base, expect } from './fixtures.ts'
import { FrontPage } from './pages/front-page.ts'
import { Visit } from './pages/visit.ts'
import { answersAlong, at, isRecommended } from './paths.ts'

type Computer = { open: () => Promise<Page>; close: () => Promise<void> }

/** A computer whose browser keeps a profile on the disk: it can be closed and opened again. */
const test = base.extend<{ computer: Computer }>({
  computer: async ({ playwright, launchOptions, baseURL }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'attune-profile-'))
    let browser: Awaited<ReturnType<typeof playwright.chromium.launchPersistentContext>> | undefined
    const options = { ...launchOptions, ...(baseURL && { baseURL }), locale: 'en-US', timezoneId: 'UTC' }
    const close = async () => {
      await browser?.close()
      browser = undefined
    }
    await use({
      close,
      open: async () => {
        browser = await playwright.chromium.launchPersistentContext(profile, options)
        return browser.newPage()
      }
    })
    await close()
    await rm(profile, { recursive: true, force: true })
  }
})

const [first, second] = answersAlong([at('second-look'), isRecommended])
if (!first || !second) throw new Error('The case begins with two answers')

test('a visit goes on after the browser was closed', async ({ computer }) => {
  const before = await computer.open()
  await new FrontPage(before).openAndBegin()
  await new Visit(before).give(first)
  await expect(new Visit(before).heading(second.scene)).toBeVisible()
  await computer.close()
  const page = await computer.open()
  await new FrontPage(page).open()
  await expect(page.getByText(/^Continue the visit begun at \d\d:\d\d, or start as someone new\?$/)).toBeVisible()
  await page.getByRole('button', { name: 'Continue the visit' }).click()
  await expect(new Visit(page).heading(second.scene)).toBeVisible()
  await new Visit(page).give(second)
  await expect(new Visit(page).heading('second-look')).toBeVisible()
})

test('a shared computer keeps nothing after the browser was closed', async ({ computer }) => {
  const before = await computer.open()
  await new FrontPage(before).openAndBegin({ isShared: true })
  await new Visit(before).give(first)
  await expect(new Visit(before).heading(second.scene)).toBeVisible()
  const path = new URL(before.url()).pathname
  await computer.close()
  const page = await computer.open()
  await new FrontPage(page).open()
  await expect(page.getByRole('button', { name: 'Begin the visit' })).toBeVisible()
  await expect(page.getByText('Continue the visit')).toHaveCount(0)
  expect((await page.goto(path))?.status()).toBe(404)
})

test('someone new starts apart from the visit that was there', async ({ page }) => {
  await new FrontPage(page).openAndBegin()
  await new Visit(page).give(first)
  await expect(new Visit(page).heading(second.scene)).toBeVisible()
  const path = new URL(page.url()).pathname
  await new FrontPage(page).open()
  await page.getByRole('link', { name: 'Start as someone new' }).click()
  await page.getByRole('button', { name: 'Start as someone new' }).click()
  await expect(new Visit(page).heading(first.scene)).toBeVisible()
  expect((await page.goto(path))?.status()).toBe(404)
})

test('clearing the computer takes every visit away', async ({ page }) => {
  await new FrontPage(page).openAndBegin()
  const path = new URL(page.url()).pathname
  await page.getByRole('contentinfo').getByRole('link', { name: 'Clear this computer' }).click()
  await page.getByRole('button', { name: 'Clear this computer' }).click()
  await expect(page.getByRole('status')).toContainText('This computer is cleared')
  expect((await page.goto(path))?.status()).toBe(404)
  await new FrontPage(page).open()
  await expect(page.getByRole('button', { name: 'Begin the visit' })).toBeVisible()
  expect(await page.context().cookies()).toEqual([])
})

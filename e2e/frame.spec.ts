import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { awake } from './pages/awake.ts'
import { visitAfter } from './pages/shortcut.ts'
import { Visit } from './pages/visit.ts'
import { answersAlong, at, isRecommended } from './paths.ts'

const declined = answersAlong([at('home'), isRecommended])
const [first, second] = declined
if (!first || !second) throw new Error('The case begins with two answers')
const away = 'https://www.weather.gov/'
const revealing = /traffick|exploit|soar|sex|victim|abuse|violence|pelvic/i

test('every link leads somewhere, under a neutral title', async ({ page }) => {
  test.setTimeout(120_000)
  const debrief = `${await visitAfter(page, declined)}/debrief`
  const visit = await visitAfter(page, declined.slice(0, 3))
  const found = new Map([debrief, visit, '/', '/learn/sc01'].map((path) => [path, 'start']))
  const anchors = new Map<string, string[]>()
  const wanted: { from: string; path: string; hash: string }[] = []
  const faults: string[] = []
  for (const [path, from] of found) {
    const response = await page.goto(path)
    if (response?.status() !== 200) faults.push(`${path} (from ${from}) answers ${response?.status()}`)
    const seen = `${await page.title()} ${path.replace(/attempts\/[^/]+/, 'attempts')}`
    if (revealing.test(seen)) faults.push(`history would show ${seen}`)
    anchors.set(path, await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)))
    for (const link of await linksOn(page)) {
      if (!found.has(link.path)) found.set(link.path, path)
      wanted.push({ from: path, ...link })
    }
  }
  const lost = wanted.filter(({ path, hash }) => hash !== '' && !anchors.get(path)?.includes(hash))
  faults.push(...lost.map(({ from, path, hash }) => `${path}#${hash} (from ${from}) is not there`))
  expect(faults).toEqual([])
  const offered = ['/about', '/accessibility', '/break', '/evidence', '/facility', '/learn', '/learn/clear', '/leave']
  expect([...found.keys()]).toEqual(expect.arrayContaining([...offered, '/privacy', '/support', '/support/patient']))
})

test('an address that is not here says so', async ({ page }) => {
  const response = await page.goto('/learn/nowhere')
  expect(response?.status()).toBe(404)
  await expect(page).toHaveTitle('Page not found · Patient safety training')
  await page.getByRole('link', { name: 'See the cases' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible()
})

test('the list of cases is narrowed by setting and role', async ({ page }) => {
  await page.goto('/learn')
  await page.getByLabel('Setting').selectOption({ label: 'Emergency department' })
  await page.getByLabel('Role in the case').selectOption({ label: 'Registered nurse' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page).toHaveURL(/setting=emergency-department&role=registered-nurse/)
  await expect(page.getByRole('link', { name: 'Four days of pelvic pain', exact: true })).toBeVisible()
  await page.goto('/learn?setting=elsewhere')
  await expect(page.getByText('No case fits both.')).toBeVisible()
})

test.describe('leaving quickly', () => {
  test.use({ outside: away })

  for (const [way, leave] of [
    ['the link', byLink],
    ['Shift three times', byShift]
  ] as const) {
    test(`by ${way} replaces the page in the history`, async ({ page, context }) => {
      await context.route(`${away}**`, (route) => route.fulfill({ body: 'Weather' }))
      await page.goto('/about')
      await page.goto(await visitAfter(page, []))
      await awake(page)
      await leave(page)
      await page.goBack()
      await expect(page).toHaveURL('/about')
    })
  }

  test('needs three presses of Shift and nothing between them', async ({ page }) => {
    await page.goto('/about')
    await awake(page)
    for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift', 'Escape']) await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1, name: 'About Attune' })).toBeVisible()
  })
})

test('a break covers the page and gives it back as it was', async ({ page }) => {
  await page.goto(await visitAfter(page, []))
  const visit = new Visit(page)
  await visit.fill(first)
  await page.getByRole('link', { name: 'Take a break' }).click()
  const cover = page.getByRole('dialog', { name: 'Break' })
  await expect(cover).toBeVisible()
  const size = page.viewportSize()
  expect(await cover.boundingBox()).toEqual({ x: 0, y: 0, ...size })
  await expect(cover.getByRole('button', { name: 'Back when you are ready' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cover).toBeHidden()
  await expect(visit.firstControl(first)).toBeChecked()
})

test('every answer carries its protection', async ({ page }) => {
  const debrief = `${await visitAfter(page, declined)}/debrief`
  const visit = await visitAfter(page, [])
  const nonces = new Set<string>()
  for (const path of ['/', '/learn/sc01', visit, debrief, '/facility', '/nowhere']) {
    const headers = (await page.goto(path))?.headers() ?? {}
    const policy = headers['content-security-policy'] ?? ''
    const nonce = policy.match(/script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/)?.[1] ?? `none on ${path}`
    nonces.add(nonce)
    expect(policy).not.toContain('unsafe')
    expect(await page.locator('script').evaluateAll((all) => all.map((script) => script.nonce))).not.toContain('')
    expect(headers).toMatchObject({
      'cache-control': expect.stringContaining('no-store'),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin'
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  }
  expect(nonces.size).toBe(6)
})

test('the cookie of a visit is out of reach for scripts', async ({ page }) => {
  await visitAfter(page, [])
  await page.goto('/')
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await page.context().cookies()).toMatchObject([{ name: 'attune-learner', httpOnly: true, sameSite: 'Lax' }])
})

async function byLink(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Leave quickly' }).click()
  await page.waitForURL(away)
}

// The page listens for the key a moment after its scripts have taken over.
async function byShift(page: Page): Promise<void> {
  await expect(async () => {
    for (const key of ['Shift', 'Shift', 'Shift']) await page.keyboard.press(key)
    await page.waitForURL(away, { timeout: 1000 })
  }).toPass()
}

/** The links of a page that stay on this site, without their queries. */
async function linksOn(page: Page): Promise<{ path: string; hash: string }[]> {
  const urls = await page
    .locator('a[href]:not([download])')
    .evaluateAll((links) => links.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href))
  const own = urls.map((url) => new URL(url)).filter(({ origin }) => origin === new URL(page.url()).origin)
  return own.map(({ pathname, hash }) => ({ path: pathname, hash: decodeURIComponent(hash.slice(1)) }))
}

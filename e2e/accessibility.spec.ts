import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answerOn, visitAfter } from './pages/shortcut.ts'
import { aTestFor, TestPages } from './pages/test.ts'
import { Visit } from './pages/visit.ts'
import { answersAlong, at, everyKind, isRecommended } from './paths.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const wide = 1440
const phone = 390
// A window of 1280 by 1024 at 400 % zoom.
const zoomed = { width: 320, height: 256 }
const pages = [
  '/',
  '/?notice=computer_cleared',
  '/learn',
  '/learn?setting=elsewhere',
  '/learn/sc01',
  '/learn/sc01?notice=choose_one',
  '/learn/sc03?role=registrar',
  '/learn/sc01/summary',
  '/learn/clear',
  '/lessons',
  '/lessons/control-tactics',
  '/lessons/facility-protocol',
  '/lessons/screening-tools',
  '/lessons/what-it-is',
  '/lessons/what-it-is?from=core',
  '/courses',
  '/courses?role=registrar',
  '/courses/core',
  '/courses/starter',
  '/progress',
  '/progress?notice=plan_not_found',
  '/boosters/three-days',
  '/courses/starter/evaluation',
  '/facility',
  '/facility/protocol',
  '/evidence',
  '/reference',
  '/reference/indicators',
  '/reference/indicators?setting=telehealth&strength=strong',
  '/reference/cards',
  '/reference/contacts',
  '/reference/corrections',
  '/reference/codes',
  '/reference/codes?q=trafficking&billable=yes',
  '/reference/codes/T76.52XA',
  '/reference/codes/T74',
  '/reference/codes/decide',
  '/reference/codes/decide?certainty=suspected&kind=sexual&age=child',
  '/reference/codes/decide?certainty=suspected&kind=sexual&age=child&visit=active',
  '/reference/codes/decide?certainty=none',
  '/reference/codes/card',
  '/reference/coverage',
  '/search',
  '/search?q=interpreter',
  '/support',
  '/support/you',
  '/support/patient',
  '/about',
  '/privacy',
  '/accessibility',
  '/leave',
  '/break?return=/',
  '/nowhere'
]

for (const path of pages) {
  test(`the page ${path} has no barrier`, async ({ page }) => {
    await page.goto(path)
    await expectNoBarrier(page)
  })
}

test('the page in front of a case that is under way has no barrier', async ({ page }) => {
  await visitAfter(page, [])
  await page.goto('/learn/sc01')
  await expectNoBarrier(page)
})

test('a lesson with its reasons open has no barrier, nor one that was marked as read', async ({ page }) => {
  await page.goto('/lessons/what-it-is')
  for (const group of await page.getByRole('group').all()) await group.getByRole('radio').first().check()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await expect(page.getByText(/^Read on .+\.$/)).toBeVisible()
  await expectNoBarrier(page)
  await page.goto('/lessons')
  await expectNoBarrier(page)
})

test('no kind of scene has a barrier, nor a repair, nor the debrief', async ({ page }) => {
  test.setTimeout(180_000)
  const path = await visitAfter(page, [])
  const seen = new Set<string>()
  for (const [index, answer] of everyKind.entries()) {
    const kind = answer.scene.startsWith('mend-') ? 'repair' : answer.type
    await page.goto(path)
    await expect(new Visit(page).heading(answer.scene)).toBeVisible()
    if (!seen.has(kind)) await expectNoBarrier(page)
    seen.add(kind)
    await answerOn(page, path, [answer], index + 1)
  }
  expect([...seen].sort()).toEqual([
    'learner.chose',
    'learner.continued',
    'learner.filed',
    'learner.flagged',
    'learner.handed-over',
    'learner.ordered',
    'learner.returned',
    'learner.sorted',
    'repair'
  ])
  await page.goto(path)
  await expect(new Visit(page).heading('home')).toBeVisible()
  await expectNoBarrier(page)
})

test('no notice of a visit has a barrier', async ({ page }) => {
  const [first, second] = answersAlong([at('second-look'), isRecommended])
  if (!first || !second) throw new Error('The case begins with two answers')
  const path = await visitAfter(page, [first])
  await page.goto(path)
  await page.route('**/answer', (route) => route.abort(), { times: 1 })
  await new Visit(page).give(second)
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await expectNoBarrier(page)
  await page.goto(`${path}?notice=attempt_stale`)
  await expectNoBarrier(page)
})

test('no page of a test has a barrier', async ({ page, server }) => {
  test.setTimeout(180_000)
  const pages = new TestPages(page)
  for (const [form, isRight, title] of [
    ['pre', true, 'Your first test is recorded'],
    ['post', false, 'This test is not passed yet'],
    ['post', true, 'This test is passed']
  ] as const) {
    const { path, paper } = await aTestFor(page, server, { form })
    await page.goto(path)
    await expectNoBarrier(page)
    await page.goto(`${path}?q=1`)
    await pages.answerAll(paper, { isRight })
    await pages.press('Hand in')
    await expect(pages.heading(title)).toBeVisible()
    await expectNoBarrier(page)
  }
  const { path, paper } = await aTestFor(page, server)
  const places = (['one', 'several'] as const).map((kind) => paper.findIndex((question) => question.kind === kind) + 1)
  for (const place of [...places.map((q) => `?q=${q}&notice=assessment_stale`), '/review']) {
    await page.goto(`${path}${place}`)
    await expectNoBarrier(page)
  }
  await page.goto(`${path}?q=1`)
  await pages.answerAll(paper)
  await expectNoBarrier(page)
})

test('the decision map takes the colors that the system forces', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.goto(await visitAfter(page, answersAlong([at('home'), isRecommended])))
  const label = page
    .getByRole('navigation', { name: /^Decision map/ })
    .locator('svg text')
    .first()
  const ink = await page.locator('main').evaluate((main) => getComputedStyle(main).color)
  expect(await label.evaluate((text) => getComputedStyle(text).fill)).toBe(ink)
})

test('nothing moves for those who asked for less motion', async ({ page }) => {
  await page.goto(await visitAfter(page, []))
  const moving = await page.locator('*').evaluateAll((all) =>
    all
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
        return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
      })
      .map((element) => element.outerHTML.slice(0, 80))
  )
  expect(moving).toEqual([])
})

/** Looks at the page in light, in dark and on a phone, then at how it fits a narrow window and one that is zoomed in. */
async function expectNoBarrier(page: Page): Promise<void> {
  const found: string[] = []
  for (const { colorScheme, width } of [
    { colorScheme: 'light', width: wide },
    { colorScheme: 'dark', width: wide },
    { colorScheme: 'light', width: phone }
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await unroll(page, width)
    // Without frames on the page there is nothing to put together in a second one.
    const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze()
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target, any }) => `${colorScheme} ${width}: ${id} ${target} ${any[0]?.message ?? ''}`))
    }
  }
  for (const size of [{ width: 320, height: 640 }, zoomed]) {
    await page.setViewportSize(size)
    found.push(...(await wideThings(page)).map((thing) => `wider than ${size.width}: ${thing}`))
  }
  expect(found).toEqual([])
}

/** Shows all of the page at once: what sticks to an edge of the window then covers nothing that could be scrolled to. */
async function unroll(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
}

/** What makes the page scroll sideways. */
function wideThings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1
    )
    return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 100))
  })
}

import { expect, test } from './fixtures.ts'
import { FrontPage } from './pages/front-page.ts'
import { keyboard } from './pages/hands.ts'
import { Visit } from './pages/visit.ts'
import { everyKind, headingOf } from './paths.ts'

test('the whole case with the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000)
  const hands = keyboard(page)
  await page.goto('/learn')
  await hands.press(page.getByRole('link', { name: 'Four days of pelvic pain', exact: true }))
  await page.waitForURL('**/learn/sc01')
  await new FrontPage(page, hands).begin({ role: 'Registered nurse' })
  const visit = new Visit(page, hands)
  for (const [index, answer] of everyKind.entries()) {
    await visit.give(answer)
    const next = everyKind[index + 1]
    if (!next) continue
    await expect(visit.heading(next.scene)).toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: `Scene: ${headingOf(next.scene)}` })).toBeAttached()
  }
  await expect(visit.heading('home')).toBeFocused()
})

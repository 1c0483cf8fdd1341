import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const lesson = '/lessons/control-tactics'

const wheelOn = (page: Page) => page.getByRole('region', { name: 'Nine kinds of control, drawn as a wheel' })
const biteOn = (page: Page) => page.getByRole('region', { name: 'Four kinds of control: the BITE model' })
const situationIn = (figure: Locator, words: RegExp) => figure.getByRole('group', { name: words })

async function pagesOnPaper(page: Page): Promise<number> {
  const paper = await page.pdf({ format: 'Letter', preferCSSPageSize: false })
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a segment opens by its name, by its slice and from the keyboard, and all open together', async ({ page }) => {
    await page.goto(lesson)
    const wheel = wheelOn(page)
    const debt = wheel.getByText('A debt that cannot be paid off')
    const humiliation = wheel.getByText('Humiliation, name-calling and mind games')
    await expect(wheel.getByText('Threats to hurt the person')).toBeVisible()
    await expect(debt).toBeHidden()
    await wheel.getByRole('radio', { name: 'Economic abuse', exact: true }).first().check()
    await expect(debt).toBeVisible()
    await expect(wheel.getByText('Threats to hurt the person')).toBeHidden()
    // The slice under its word takes the press.
    await wheel.locator('svg tspan', { hasText: 'Emotional' }).click({ force: true })
    await expect(humiliation).toBeVisible()
    await expect(debt).toBeHidden()
    await page.keyboard.press('ArrowDown')
    await expect(wheel.getByText('Never being alone in public')).toBeVisible()
    await wheel.getByRole('radio', { name: 'All of them, one after another' }).check()
    await expect(wheel.getByText('What else could explain it')).toHaveCount(9)
    for (const each of await wheel.getByText('What else could explain it').all()) await expect(each).toBeVisible()
  })

  test('a situation explains the answer that was chosen, and that alone', async ({ page }) => {
    await page.goto(lesson)
    const sister = situationIn(wheelOn(page), /^A 19-year-old looks to her older sister/)
    await expect(sister.getByRole('status')).toHaveText(/this fits best/)
    await expect(sister.getByText('From this alone you cannot tell.')).toBeHidden()
    await sister.getByRole('radio', { name: 'Intimidation' }).check()
    await expect(sister.getByText('No threat has been seen or told.')).toBeVisible()
    await sister.getByRole('radio', { name: 'You cannot tell from this' }).check()
    await expect(sister.getByText('From this alone you cannot tell.')).toBeVisible()
    await expect(sister.getByText('No threat has been seen or told.')).toBeHidden()
  })

  test('the BITE model works in the same way beside the wheel', async ({ page }) => {
    await page.goto(lesson)
    await biteOn(page).getByRole('radio', { name: 'Thought control' }).first().check()
    await expect(biteOn(page).getByText('One permitted way to see things')).toBeVisible()
    await expect(wheelOn(page).getByText('Threats to hurt the person')).toBeVisible()
  })

  test('on paper every segment, every origin and every fitting answer is there', async ({ page }) => {
    await page.goto(lesson)
    await page.emulateMedia({ media: 'print' })
    for (const [figure, segments] of [
      [wheelOn(page), 9],
      [biteOn(page), 4]
    ] as const) {
      const explained = await figure.getByText('What else could explain it').all()
      expect(explained).toHaveLength(segments)
      for (const each of explained) await expect(each).toBeVisible()
      for (const each of await figure.getByText('this fits best').all()) await expect(each).toBeVisible()
    }
    await expect(wheelOn(page).getByText('was made in 1984 in Duluth')).toBeVisible()
  })

  test('the facility card that was filled in comes back as a file', async ({ page }) => {
    await page.goto('/facility')
    await page.getByRole('link', { name: 'Fill in your protocol’s checklist and this card' }).click()
    await page.getByLabel('Name of this facility').fill('St. Mary: "Ward 3"')
    const security = page.getByRole('group', { name: 'Security' })
    await security.getByLabel('Number').fill('007')
    await security.getByLabel('Last called').fill('2026-11-24')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Make the card’s file' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('facility.yaml')
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('facility: "St. Mary: \\"Ward 3\\""')
    expect(text).toContain('security:\n  name:\n  phone: "007"\n  hours:\n  note:\n  checkedOn: "2026-11-24"\n')
    await expect(security.getByLabel('Number')).toHaveValue('007')
  })
})

test('the protocol prints as filled in, on three pages at most', async ({ page }) => {
  await page.goto('/facility/protocol')
  for (const owner of await page.getByLabel('Owner').all()) await owner.fill('Night charge nurse, unit 3')
  for (const note of await page.getByLabel('Note for 3 in the morning').all())
    await note.fill('Ask for it. '.repeat(10))
  const safety = page.getByRole('group', { name: 'Safety' })
  await safety.getByLabel('State').selectOption('Being built')
  await page.emulateMedia({ media: 'print' })
  await expect(safety.getByLabel('State')).toHaveValue('being-built')
  await expect(page.getByRole('link', { name: 'Leave quickly' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Make the card’s file' })).toBeHidden()
  expect(await pagesOnPaper(page)).toBeLessThanOrEqual(3)
})

test('the checklist is kept in the tab only when asked, and forgotten when asked', async ({ page }) => {
  const owner = page.getByRole('group', { name: 'Leadership' }).getByLabel('Owner')
  const keep = page.getByRole('checkbox', { name: /^Keep it in this tab/ })
  const kept = () => page.evaluate(() => sessionStorage.length)
  await page.goto('/facility/protocol')
  await expect(keep).not.toBeChecked()
  await owner.fill('R. Diaz')
  expect(await kept()).toBe(0)
  await keep.check()
  await owner.fill('S. Rivera')
  await page.reload()
  await expect(owner).toHaveValue('S. Rivera')
  await expect(keep).toBeChecked()
  await keep.uncheck()
  expect(await kept()).toBe(0)
})

test('the drawings take the colors that the system forces', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.goto(lesson)
  const ink = await page.locator('main').evaluate((main) => getComputedStyle(main).color)
  const word = wheelOn(page).locator('svg text').first()
  expect(await word.evaluate((text) => getComputedStyle(text).fill)).toBe(ink)
})

import type { Locator, Page } from '@playwright/test'
import { loadLessons } from '#content/load-lessons.ts'
import { expect, test } from './fixtures.ts'

const lesson = anOfferedLesson()
const [question] = lesson.questions
const marked = /^Read on \w+ \d+, \d{4}\.$/
const right = question?.options.find((option) => option.right)
const other = question?.options.find((option) => !option.right)
if (!question || !right || !other) throw new Error(`${lesson.id} has no question`)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a lesson is found, read, asked about, marked and seen as read', async ({ page }) => {
      await page.goto('/lessons')
      await rowOf(page).getByRole('link', { name: lesson.title, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: lesson.title, exact: true })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Choose another lesson' })).toHaveAttribute('href', '/lessons')
      for (const { text } of lesson.objectives) await expect(page.getByText(text, { exact: true })).toBeVisible()
      await answer(page)
      await page.getByRole('button', { name: 'Mark as read' }).click()
      await expect(page).toHaveURL(new RegExp(`/lessons/${lesson.id}#read$`))
      await expect(page.getByText(marked)).toBeVisible()
      await expect(page.getByRole('button', { name: 'Mark as read' })).toHaveCount(0)
      await page.goto('/lessons')
      await expect(rowOf(page).getByText('Read on')).toBeVisible()
      await expect(page.getByText('Read on')).toHaveCount(1)
    })

    test('what was read is gone once this computer is cleared', async ({ page }) => {
      await page.goto(`/lessons/${lesson.id}`)
      await page.getByLabel('This is a shared computer').check()
      await page.getByRole('button', { name: 'Mark as read' }).click()
      await expect(page.getByText(marked)).toBeVisible()
      await page.goto('/learn/clear')
      await page.getByRole('button', { name: 'Clear this computer' }).click()
      await expect(page.getByText('This computer is cleared')).toBeVisible()
      await page.goto('/lessons')
      await expect(rowOf(page)).toBeVisible()
      await expect(page.getByText('Read on')).toHaveCount(0)
    })
  })
}

test('a question is answered from the keyboard, and nobody is told', async ({ page }) => {
  await page.goto(`/lessons/${lesson.id}`)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const group = questionOn(page)
  const [first, second] = question.options
  await group.getByRole('radio', { name: first?.text }).focus()
  await expect(group.getByRole('status').filter({ visible: true, hasText: /\S/ })).toHaveCount(0)
  await page.keyboard.press('Space')
  await expect(group.getByText(first?.why ?? '')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(group.getByText(second?.why ?? '')).toBeVisible()
  await expect(group.getByText(first?.why ?? '')).toBeHidden()
  expect(asked).toEqual([])
})

test('the contents beside the text lead to its parts', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await page.goto(`/lessons/${lesson.id}`)
  const links = page.getByRole('navigation', { name: 'In this lesson' }).getByRole('link')
  for (const link of await links.all()) {
    await link.click()
    const heading = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
    await expect(heading).toBeInViewport()
  }
})

test('who came from a course can go back to it, marked or not', async ({ page }) => {
  await page.goto(`/lessons/${lesson.id}?from=core`)
  await expect(page.getByRole('link', { name: 'Back to the course' })).toHaveAttribute('href', '/courses/core')
  await expect(page.getByRole('button', { name: 'Mark as read and go back to the course' })).toBeVisible()
  await page.goto(`/lessons/${lesson.id}?from=//example.org`)
  await expect(page.getByRole('link', { name: 'Back to the course' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Mark as read', exact: true })).toBeVisible()
})

test('a lesson that is not here is not found', async ({ page }) => {
  expect((await page.goto('/lessons/nowhere'))?.status()).toBe(404)
})

test('a lesson prints on two or three pages, its reasons on the last', async ({ page }) => {
  await page.goto(`/lessons/${lesson.id}`)
  await questionOn(page).getByText(other.text, { exact: true }).first().click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Leave quickly' })).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(questionOn(page).getByText(right.text, { exact: true })).toBeVisible()
  await expect(questionOn(page).getByText(other.why)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'The reasons' })).toBeVisible()
  const paper = await page.pdf({ format: 'Letter', preferCSSPageSize: false })
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThanOrEqual(2)
  expect(pages).toBeLessThanOrEqual(3)
})

async function answer(page: Page): Promise<void> {
  const group = questionOn(page)
  await expect(group.getByText(right?.why ?? '')).toBeHidden()
  await group.getByRole('radio', { name: right?.text ?? '' }).check()
  await expect(group.getByText(`This fits best. ${right?.why}`)).toBeVisible()
  await group.getByRole('radio', { name: other?.text ?? '' }).check()
  await expect(group.getByText(`Another fits better. ${other?.why}`)).toBeVisible()
  await expect(group.getByText(right?.why ?? '')).toBeHidden()
}

function questionOn(page: Page): Locator {
  return page.getByRole('group', { name: question?.prompt ?? '' })
}

function rowOf(page: Page): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: lesson.title, exact: true }) })
}

/** One that asks for care and has no figure, whose own tests look at paper. */
function anOfferedLesson() {
  const found = loadLessons()
    .map((loaded) => loaded.lesson)
    .find(({ status, contentNote, text }) => {
      const hasFigure = text.children.some(({ type }) => type === 'leafDirective')
      return status === 'offered' && contentNote !== undefined && !hasFigure
    })
  if (!found) throw new Error('No lesson with a content note is on offer')
  return found
}

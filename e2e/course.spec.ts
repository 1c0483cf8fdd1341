import AxeBuilder from '@axe-core/playwright'
import { capitalized, wordsOf } from '#app/_components/words.ts'
import { loadScenarios } from '#content/load.ts'
import { loadCourses } from '#content/load-courses.ts'
import { loadLessons } from '#content/load-lessons.ts'
import { type Part, partsFor } from '#machines/course/parts.ts'
import { expect, test } from './fixtures.ts'
import { CoursePages } from './pages/course.ts'
import { visitAfter } from './pages/shortcut.ts'
import { everyKind, sc01 } from './paths.ts'

const core = loadCourses().find(({ course }) => course.id === 'core')?.course
if (!core) throw new Error('There is no core course')
const parts = partsFor(core, 'registered-nurse')
const lessons = new Map(loadLessons().map(({ lesson }) => [lesson.id, lesson.title]))
const cases = new Map(loadScenarios().map(({ scenario }) => [scenario.id, scenario]))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('the core course from its first test to its end', async ({ page, server }) => {
      test.slow()
      const pages = new CoursePages(page, server)
      await pages.begin(core.title, 'Registered nurse')
      await expect(pages.step('Test at the end').getByRole('button')).toHaveCount(0)
      if (javaScriptEnabled) await expectClean(page)
      for (const part of parts) {
        await expect(pages.next(nameOf(part))).toBeVisible()
        await take(pages, part)
        await page.goto(`/courses/${core.id}`)
        await expect(pages.step(nameOf(part))).toContainText('Done')
      }
      await expect(page.getByText('You have finished this course')).toBeVisible()
      await expect(page.getByRole('region', { name: 'Next in this course' })).toHaveCount(0)
      if (javaScriptEnabled) await expectClean(page)
    })

    test('a hard case straight after another is asked about first', async ({ page, server }) => {
      test.slow()
      const pages = new CoursePages(page, server)
      const [first, second] = parts.filter((part) => part.kind === 'case')
      if (!first || !second) throw new Error('The core course has two cases')
      await pages.begin(core.title, 'Registered nurse')
      await pages.goOn()
      await pages.takeTest({ isRight: false })
      const [last, ...others] = parts.filter((part) => part.kind === 'lesson').toReversed()
      for (const lesson of others) {
        await page.goto(`/courses/${core.id}`)
        await page.getByRole('link', { name: nameOf(lesson), exact: true }).click()
        await pages.readLesson(nameOf(lesson))
      }
      await pages.readSummary(nameOf(first))
      await pages.goOn()
      await expect(page.getByRole('heading', { level: 1, name: 'How would you like to go on?' })).toBeVisible()
      if (javaScriptEnabled) await expectClean(page)
      await expect(page.getByRole('link', { name: 'Go on with the case' })).toHaveAttribute(
        'href',
        `/learn/${second.kind === 'case' ? second.scenario : ''}`
      )
      await expect(page.getByRole('link', { name: 'Read its summary' })).toBeVisible()
      const title = last ? nameOf(last) : ''
      await page.getByRole('link', { name: `Something lighter first: ${title}` }).click()
      await pages.readLesson(title)
      await pages.goOn()
      await expect(page).toHaveTitle(/^Before you begin/)
    })
  })
}

async function take(pages: CoursePages, part: Part): Promise<void> {
  if (part.kind === 'case' && part.scenario === sc01.id) {
    await visitAfter(pages.page, everyKind)
    return
  }
  if (part.kind === 'case') return pages.readSummary(nameOf(part))
  await pages.goOn()
  if (part.kind === 'lesson') return pages.readLesson(nameOf(part))
  if (part.kind === 'test') return pages.takeTest({ isRight: part.form === 'post' })
  await evaluate(pages)
}

async function evaluate({ page }: CoursePages): Promise<void> {
  await expect(page).toHaveURL(/\/evaluation$/)
  await page.getByRole('button', { name: 'Finish without answering' }).click()
  await expect(page).not.toHaveURL(/\/evaluation$/)
}

/** Only with scripts: the check itself is one. */
async function expectClean(page: CoursePages['page']): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

function nameOf(part: Part): string {
  if (part.kind === 'lesson') return lessons.get(part.lesson) ?? ''
  if (part.kind === 'test') return part.form === 'pre' ? 'First test' : 'Test at the end'
  if (part.kind === 'evaluation') return 'Evaluation, without your name'
  const found = cases.get(part.scenario)
  return found ? `${wordsOf(found.setting)}: ${capitalized(found.complaint)}` : ''
}

import type { Page } from '@playwright/test'
import { rightIn, wrongIn } from '#tests/helpers/items.ts'
import { expect, test } from './fixtures.ts'
import { aTestFor, TestPages } from './pages/test.ts'

const keys = /Reason |"right"|isRight|"why"/

/** What the server sends for a page, as its source. */
async function sourceOf(page: Page, path: string): Promise<string> {
  return (await page.request.get(path)).text()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a course’s two tests, and one more, ${how} scripts`, async ({ anotherBrowser, server }) => {
    const page = await anotherBrowser({ javaScriptEnabled })
    const pages = new TestPages(page)

    const first = await aTestFor(page, server, { form: 'pre', now: new Date('2026-03-01T03:00:00Z') })
    await page.goto(first.path)
    await expect(page).toHaveTitle(/^Test/)
    await expect(page.getByText('Nobody passes or fails this test.')).toBeVisible()
    await page.getByRole('link', { name: 'Begin with question 1' }).click()
    await pages.answerAll(first.paper, { isRight: false })
    await pages.press('Hand in')
    await expect(pages.heading('Your first test is recorded')).toBeVisible()
    expect(await sourceOf(page, first.path)).not.toMatch(keys)

    const second = await aTestFor(page, server, { now: new Date('2026-03-01T04:00:00Z') })
    await page.goto(second.path)
    await expect(page.getByText('It is passed with 80 percent: 2.4 of 3 questions.')).toBeVisible()
    await page.getByRole('link', { name: 'Begin with question 1' }).click()
    await pages.answerAll(second.paper, { isRight: false })
    await pages.press('Hand in')
    await expect(pages.heading('This test is not passed yet')).toBeVisible()
    await expect(page.getByText('Your answers were worth 0 of 3 questions; it takes 2.4 to pass.')).toBeVisible()
    for (const { options } of second.paper)
      for (const { why } of options) await expect(page.getByText(why, { exact: true })).toBeVisible()
    await expect(page.getByText('Right', { exact: true })).toBeHidden()

    const third = await aTestFor(page, server, { now: new Date('2026-03-01T05:00:00Z') })
    expect(third.paper.filter(({ id }) => second.paper.some((asked) => asked.id === id))).toEqual([])
    await page.goto(third.path)
    await page.getByRole('link', { name: 'Begin with question 1' }).click()
    await pages.answerAll(third.paper)
    await pages.press('Hand in')
    await expect(pages.heading('This test is passed')).toBeVisible()
    await expect(page.getByText('Your answers were worth 3 of 3 questions; it takes 2.4 to pass.')).toBeVisible()
    const privacy = page.getByRole('row', { name: /Room to speak/ })
    await expect(privacy).toContainText('Little of it')
    await expect(privacy).toContainText('All of it')
    const right = third.paper.flatMap(rightIn).length
    await expect(page.getByText('Right', { exact: true })).toHaveCount(right)
    await page.goto(first.path)
    await page.getByRole('link', { name: 'See them side by side' }).click()
    await expect(page).toHaveURL(third.path)
  })

  test(`nothing is lost on the way, ${how} scripts`, async ({ anotherBrowser, server }) => {
    const page = await anotherBrowser({ javaScriptEnabled })
    const pages = new TestPages(page)
    const { path, paper } = await aTestFor(page, server)
    const [one, two] = paper
    if (!one || !two) throw new Error('The test has three questions')
    const label = (question: typeof one, id: string) =>
      page.getByLabel(question.options.find((option) => option.id === id)?.text ?? '', { exact: true })
    const [first = ''] = rightIn(one)
    const [second = ''] = wrongIn(two)

    await page.goto(`${path}?q=1`)
    await pages.press('Save and go on')
    await expect(page.getByRole('status')).toContainText('Nothing is marked here yet')
    await expect(pages.heading('Question 1 of 3')).toBeVisible()

    // A form from before a restart is taken.
    await pages.mark(one, [first])
    await server.restart()
    await page.getByRole('button', { name: 'Save and go on' }).dblclick()
    await expect(pages.heading('Question 2 of 3')).toBeVisible()
    await expect(page.getByText('1 of 3 answered')).toBeVisible()

    // Back keeps what is marked, and the browser's own way back shows what was kept.
    await pages.mark(two, [second])
    await pages.press('Back')
    await expect(label(one, first)).toBeChecked()
    await page.goto(`${path}?q=2`)
    await expect(label(two, second)).toBeChecked()
    await page.goBack()
    await expect(label(one, first)).toBeChecked()

    // One stops here and comes back to the first question without an answer.
    await page.goto(path)
    await expect(page.getByRole('link', { name: 'Go on with question 3' })).toBeVisible()
    await page.getByRole('link', { name: 'All questions' }).click()
    await expect(page.getByText('Not answered yet')).toHaveCount(1)
    await expect(page.getByText('1 question to answer before the test can be handed in.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Hand in' })).toBeHidden()
  })
}

test('before it is handed in, no page of a test says what is right or why', async ({ page, server }) => {
  const { path, paper } = await aTestFor(page, server)
  const pages = new TestPages(page)
  await page.goto(`${path}?q=1`)
  await pages.answerAll(paper)
  const sources = await Promise.all(
    ['', '?q=1', '?q=2', '?q=3', '/review'].map((rest) => sourceOf(page, `${path}${rest}`))
  )
  for (const source of sources) expect(source).not.toMatch(keys)
  expect(sources[1]).toContain(paper[0]?.stem)
  // What the page would ask for to go on by itself says no more.
  const wanted = await page.request.get(`${path}?q=1`, { headers: { rsc: '1' } })
  expect(await wanted.text()).not.toMatch(keys)
})

test('two tabs on two questions both count; on the same one the first answer stays', async ({
  page,
  context,
  server
}) => {
  const { path, paper } = await aTestFor(page, server)
  const [one, two] = paper
  if (!one || !two) throw new Error('The test has three questions')
  const late = await context.newPage()
  await page.goto(`${path}?q=1`)
  await late.goto(`${path}?q=2`)
  const third = await context.newPage()
  await third.goto(`${path}?q=1`)
  await new TestPages(page).mark(one, rightIn(one))
  await new TestPages(page).press('Save and go on')
  await expect(new TestPages(page).heading('Question 2 of 3')).toBeVisible()
  await new TestPages(late).mark(two, rightIn(two))
  await new TestPages(late).press('Save and go on')
  await expect(new TestPages(late).heading('Question 3 of 3')).toBeVisible()
  await new TestPages(third).mark(one, wrongIn(one).slice(0, 1))
  await new TestPages(third).press('Save and go on')
  await expect(third.getByRole('status')).toContainText('This test has moved on')
  for (const { id, text, right } of one.options)
    expect([id, await third.getByLabel(text, { exact: true }).isChecked()]).toEqual([id, right === true])
})

test('a test handed in twice, or answered after that, shows what it came to', async ({ page, context, server }) => {
  const { path, paper } = await aTestFor(page, server)
  const [one] = paper
  if (!one) throw new Error('The test has three questions')
  const pages = new TestPages(page)
  await page.goto(`${path}?q=1`)
  await pages.answerAll(paper)
  const late = await context.newPage()
  await late.goto(`${path}/review`)
  const later = await context.newPage()
  await later.goto(`${path}?q=1`)
  await page.getByRole('button', { name: 'Hand in' }).dblclick()
  await expect(pages.heading('This test is passed')).toBeVisible()
  await new TestPages(late).press('Hand in')
  await expect(new TestPages(late).heading('This test is passed')).toBeVisible()
  const labels = one.options.filter(({ right }) => !right)
  for (const { text } of one.options)
    if (one.kind === 'several') await later.getByLabel(text, { exact: true }).uncheck()
  await later.getByLabel(labels[0]?.text ?? '', { exact: true }).check()
  await new TestPages(later).press('Save and go on')
  await expect(later.getByRole('status')).toContainText('This test is handed in')
  await expect(new TestPages(later).heading('This test is passed')).toBeVisible()
})

test('a test is not there for anybody else', async ({ page, anotherBrowser, server }) => {
  const { path } = await aTestFor(page, server)
  const stranger = await anotherBrowser()
  for (const place of [path, `${path}?q=1`, `${path}/review`]) expect((await stranger.goto(place))?.status()).toBe(404)
  await aTestFor(stranger, server)
  expect((await stranger.goto(path))?.status()).toBe(404)
  await expect(stranger.getByText('There is no page at this address')).toBeVisible()
})

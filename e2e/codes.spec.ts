import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { visitAfter } from './pages/shortcut.ts'
import { answersAlong, at, isRecommended } from './paths.ts'

const suspected = answersAlong([at('suspected-with-her'), isRecommended])

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a 15-year-old, suspected, treated for it today, is T76.52XA in four choices', async ({ page }) => {
      await page.goto('/reference/codes/decide')
      await choose(page, 'What has the responsible provider documented about exploitation?', 'Suspected')
      await choose(page, 'Which kind of exploitation is documented?', 'Sexual exploitation')
      await choose(page, 'How old is the patient at this visit?', 'A child')
      await choose(page, 'What is this visit for?', 'Active treatment')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('T76.52XA')
      await expect(page.getByText('Child sexual exploitation, suspected, initial encounter').first()).toBeVisible()
      await expect(part(page, 'The 7th character')).toContainText('A means active treatment at this visit.')
      await expect(part(page, 'What may not')).toContainText('T74 and T76 exclude each other')
      await expect(part(page, 'What may not')).toContainText('Guidelines FY2026, I.C.19.f.')
      await expect(part(page, 'Before it is sent')).toContainText('Who will read this?')
      await expect(part(page, 'Ask coding staff')).toContainText('A pregnant patient')
    })

    test('an answer can be taken back, and a result has an address to share', async ({ page, anotherBrowser }) => {
      await page.goto('/reference/codes/decide?certainty=confirmed&kind=labor&age=adult&visit=subsequent')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('T74.61XD')
      await page.getByRole('link', { name: 'Change Documented' }).click()
      await choose(page, 'What has the responsible provider documented about exploitation?', 'History, not current')
      await choose(page, 'When did it happen?', 'In childhood')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Z62.813')
      const other = await anotherBrowser({ javaScriptEnabled })
      await other.goto(page.url())
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Z62.813')
    })

    test('a code is found by its words, narrowed, and opened', async ({ page }) => {
      await page.goto('/reference/codes')
      await expect(page.getByRole('heading', { name: '70 of 459 codes' })).toBeVisible()
      await page.getByLabel('Words or a code').fill('trafficking')
      await page.getByLabel('Certainty').selectOption('Suspected')
      await page.getByLabel('Age at the visit').selectOption('Child')
      await page.getByLabel('Complete').selectOption('Complete codes only')
      await page.getByRole('button', { name: 'Find' }).click()
      await expect(page.getByText('No official title holds the word trafficking.')).toBeVisible()
      await expect(page.getByRole('rowheader')).toHaveText([
        'T76.52XA',
        'T76.52XD',
        'T76.52XS',
        'T76.62XA',
        'T76.62XD',
        'T76.62XS'
      ])
      await page.getByRole('link', { name: 'T76.62XA' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('T76.62XA')
      await page.getByRole('link', { name: 'How a record leads here' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('T76.62XA')
      await expect(part(page, 'Your answers')).toContainText('Active treatment')
    })
  })
}

test('what fits nothing is said, and all codes are one link away', async ({ page }) => {
  await page.goto('/reference/codes?q=unicorn')
  await expect(page.getByRole('heading', { name: '0 of 459 codes' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Show all codes' }).click()
  await expect(page.getByRole('heading', { name: 'All 459 codes' })).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveCount(459)
})

test('all codes together weigh less than 250 kB', async ({ page }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let weight = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    weight += encodedDataLength
  })
  await page.goto('/reference/codes?show=all', { waitUntil: 'networkidle' })
  expect(weight).toBeGreaterThan(0)
  expect(weight).toBeLessThan(250_000)
})

test('a code that is not in the set is missing', async ({ page }) => {
  await page.goto('/reference/codes/A00.0')
  await expect(page).toHaveURL('/missing')
})

test('the debrief leads to the page of its code, which leads back', async ({ page }) => {
  const debrief = `${await visitAfter(page, suspected, { role: 'registered-nurse' })}/debrief`
  await page.goto(debrief)
  const coding = part(page, 'Coding this encounter')
  await coding.getByRole('link', { name: 'T76.51XA' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('T76.51XA')
  await part(page, 'In cases you completed').getByRole('link').click()
  await expect(page).toHaveURL(`${debrief}#coding`)
  await coding.getByRole('link', { name: 'How a record leads to a code' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('T76.51XA')
})

test('a code tells of no case that was not completed', async ({ page }) => {
  await page.goto('/reference/codes/T76.51XA')
  await expect(page.getByRole('heading', { name: 'In cases you completed' })).toBeHidden()
})

test('the card of coding prints on one page, with its edition and without the frame', async ({ page }) => {
  await page.goto('/reference/codes/card')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print the card' })).toBeHidden()
  await expect(page.getByRole('rowheader')).toHaveCount(5)
  await expect(page.getByText('ICD-10-CM FY2027')).toBeVisible()
  const paper = await page.pdf({ format: 'Letter', preferCSSPageSize: false })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

async function choose(page: Page, question: string, answer: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
  await page.getByRole('main').getByRole('link', { name: answer }).first().click()
}

function part(page: Page, title: string) {
  return page.getByRole('region', { name: title })
}

import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { anOpenOffering } from '#tests/helpers/activities.ts'
import { readPdf } from '#tests/helpers/pdf.ts'
import { expect, test } from './fixtures.ts'
import { aSeededCertificate, pagesOnPaper, signInAs } from './pages/certificate.ts'

const name = "Nguyễn Łukasz O'Brien-Đorđević, RN"
const sentence = 'Learners should claim only the credit commensurate with the extent of their participation in it. '

test('a learner reads, prints and downloads a certificate, and finds it in the transcript', async ({
  page,
  context,
  server
}) => {
  const { certificateId, code, learner } = await aSeededCertificate(server)
  await signInAs(context, server, learner)
  await page.goto('/transcript')
  await page.getByRole('link', { name: code }).click()
  await expect(page).toHaveURL(`/certificates/${certificateId}`)
  await expect(page).toHaveTitle(/^Certificate · /)
  await expect(page.getByText(name)).toBeVisible()
  expect(await faultsOn(page)).toEqual([])

  const file = readPdf(await downloaded(page, 'Download as PDF'))
  expect(file.pages).toHaveLength(1)
  expect(file.text).toContain(name)
  expect(file.text).toContain(code)
  expect(file.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Your transcript' })).toBeHidden()
  await expect(page.getByText('Education only.')).toBeHidden()
  expect(await pagesOnPaper(page)).toBe(1)
})

test('a long statement prints on the one page too', async ({ page, context, server }) => {
  const offering = anOpenOffering({ statementText: sentence.repeat(30) })
  const { certificateId, learner } = await aSeededCertificate(server, { offering })
  await signInAs(context, server, learner)
  await page.goto(`/certificates/${certificateId}`)
  await page.emulateMedia({ media: 'print' })
  expect(await pagesOnPaper(page)).toBe(1)
})

test('a transcript is downloaded as PDF and as CSV', async ({ page, context, server }) => {
  const { code, learner } = await aSeededCertificate(server)
  await signInAs(context, server, learner)
  await page.goto('/transcript')
  // A code of wide letters goes on in a second line of its column.
  expect(readPdf(await downloaded(page, 'Download as PDF')).text.replaceAll('-\n', '-')).toContain(code)
  expect(String(await downloaded(page, 'Download as CSV'))).toContain(`,${code},Valid,no`)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('anybody verifies a certificate; the office voids it, then reissues it, and both show', async ({
    page,
    server,
    anotherBrowser
  }) => {
    const { certificateId, code, office } = await aSeededCertificate(server)
    await page.goto('/verify')
    await page.getByLabel('Code').fill('6C3K')
    await page.getByRole('button', { name: 'Verify' }).click()
    await expect(page.getByText('This code has a typing error.')).toBeVisible()
    await verify(page, ` ${code.toLowerCase()} `)
    await expect(page.getByText('This certificate is valid')).toBeVisible()
    await expect(page.getByText("N. Ł. O'Brien-Đorđević")).toBeVisible()
    await expect(page.getByText('Łukasz')).toHaveCount(0)
    expect((await page.reload())?.headers()['x-robots-tag']).toBe('noindex')

    const desk = await anotherBrowser({ javaScriptEnabled: false })
    await signInAs(desk.context(), server, office)
    await desk.goto('/manage/certificates?q=dordevic')
    await desk.getByRole('link', { name }).first().click()
    await expect(desk).toHaveURL(`/manage/certificates/${certificateId}`)
    await desk.getByLabel('Reason for voiding').fill('Issued twice.')
    await desk.getByRole('button', { name: 'Void this certificate' }).click()
    await expect(desk.getByText('The certificate is voided')).toBeVisible()
    await verify(page, code)
    await expect(page.getByText('This certificate is voided', { exact: true })).toBeVisible()
    await desk.getByLabel('Reason').fill('It was right after all.')
    await desk.getByRole('button', { name: `Reissue as ${name}` }).click()
    await expect(desk.getByText('The certificate is reissued')).toBeVisible()
    const [, again] = await desk
      .getByRole('listitem')
      .filter({ hasText: /^(\w{4}-){3}\w{4}/ })
      .allInnerTexts()
    await verify(page, code)
    await expect(page.getByText('This certificate is voided and was replaced')).toBeVisible()
    await expect(page.getByText(again?.slice(0, 19) ?? '?')).toHaveCount(0)
    await verify(page, again?.slice(0, 19) ?? '')
    await expect(page.getByText('This certificate is valid')).toBeVisible()
  })

  test('an unknown code and a mistyped one read alike', async ({ page }) => {
    const texts: string[] = []
    for (const code of ['6C3K-W9QT-4MXH-P7RB', 'nothing', '%25']) {
      const response = await page.goto(`/verify/${code}`)
      expect(response?.status()).toBe(200)
      expect(response?.headers()['cache-control']).toContain('no-store')
      texts.push((await page.getByRole('main').textContent()) ?? '')
    }
    expect(texts[0]).toContain('No certificate is found under this code')
    expect(new Set(texts).size).toBe(1)
  })
})

async function verify(page: Page, code: string): Promise<void> {
  await page.goto('/verify')
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Verify' }).click()
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  return readFile(await download.path())
}

async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id }) => id)
}

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { openRecord } from '#server/record/db/client.ts'
import { anOpenOffering } from '#tests/helpers/activities.ts'
import { aCreditActivity } from '#tests/helpers/credit.ts'
import { readPdf } from '#tests/helpers/pdf.ts'
import { aPerson } from '#tests/helpers/people.ts'
import { expect, test } from './fixtures.ts'
import { linkFor, password, signIn } from './pages/account.ts'
import { CreditPages } from './pages/credit.ts'
import { cookieOf, putCookie } from './pages/session.ts'
import { type RunningServer, startServer } from './server.ts'

const email = 'lee@example.org'
const name = 'Nguyễn Łukasz O’Brien-Đorđević'

type Browsers = { office: Page; learner: Page; stranger: Page; server: RunningServer }

test('one person goes from an invitation to a certificate that a stranger verifies', async ({ anotherBrowser }) => {
  test.setTimeout(90_000)
  const server = await startServer()
  try {
    await wholeJourney(await browsersOn(server, anotherBrowser))
  } finally {
    await server.stop()
  }
})

test('the same on PostgreSQL', async ({ anotherBrowser, postgresServer }) => {
  test.setTimeout(90_000)
  await wholeJourney(await browsersOn(postgresServer, anotherBrowser))
})

async function browsersOn(
  server: RunningServer,
  anotherBrowser: (options: { baseURL: string }) => Promise<Page>
): Promise<Browsers> {
  const open = () => anotherBrowser({ baseURL: server.origin })
  return { office: await open(), learner: await open(), stranger: await open(), server }
}

async function wholeJourney({ office, learner, stranger, server }: Browsers): Promise<void> {
  const activity = await anOfficeWithActivity(office, server)
  await invite(office)
  await join(learner, server)
  const pages = new CreditPages(learner, server)
  await begin(learner, activity)
  await pages.takeTest({ isRight: false })
  await pages.doAll(activity.activityId)
  await expect(learner.getByRole('button', { name: 'Claim: Contact hours' })).toBeHidden()
  await pages.takeTest()
  await openClaimByProfile(pages)
  await pages.claim({ amount: '0.75 contact hour', minutes: '52' })
  const code = await readCertificate(learner)
  await verify(stranger, code)
  await findInCheck(office, code)
}

/** An activity that is open, whose hour needs a license, and its coordinator, signed in. */
async function anOfficeWithActivity(page: Page, server: RunningServer): Promise<ActivityVersion> {
  const db = openRecord(server.databaseUrl)
  try {
    const activity = await aCreditActivity(db, { offerings: [anOpenOffering({ idsRequired: ['license'] })] })
    const roles = [[activity.organization.id, 'coordinator']] as const
    const { person } = await aPerson(db, { roles, hasSecondFactor: true, name: 'Cora Example' })
    await putCookie(page.context(), server, await cookieOf(db, server, person))
    return activity
  } finally {
    await db.destroy()
  }
}

async function invite(page: Page): Promise<void> {
  await page.goto('/manage/people/invite')
  await page.getByLabel('E-mail addresses').fill(email)
  await page.getByRole('button', { name: 'Send the invitations' }).click()
  await expect(page.getByRole('rowheader', { name: email })).toBeVisible()
}

async function join(page: Page, server: RunningServer): Promise<void> {
  await page.goto(await linkFor(server, { email, subject: 'Invitation to a training site' }))
  await page.getByRole('link', { name: 'Make an account' }).click()
  await page.getByLabel('Your name').fill('Lee Learner')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByText('Look into your mail')).toBeVisible()
  await page.goto(await linkFor(server, { email, subject: 'Confirm your address' }))
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await signIn(page, email)
  await page.getByRole('button', { name: 'Join Example Hospital' }).click()
  await expect(page.getByText('You are a member', { exact: true })).toBeVisible()
}

/** Reads the front matter and begins; a new account has not said its profession yet. */
async function begin(page: Page, { draft }: ActivityVersion): Promise<void> {
  await page.goto('/activities')
  await page.getByRole('link', { name: draft.title, exact: true }).click()
  await page.getByLabel('Your profession').selectOption('Registered nurse')
  await page.getByLabel('Your time zone').selectOption('America/Chicago')
  await page.getByLabel('I have read this page').check()
  await page.getByRole('button', { name: 'Begin for credit' }).click()
  await expect(page.getByRole('heading', { name: 'Your steps' })).toBeVisible()
}

/** Gives the evaluation, then the name and the license that this credit asks for, and comes back to the form. */
async function openClaimByProfile(pages: CreditPages): Promise<void> {
  const { page } = pages
  await page.getByRole('button', { name: 'Claim: Contact hours' }).click()
  await page.getByRole('link', { name: 'Go to the evaluation' }).click()
  const bias = page.getByRole('group', { name: /free of commercial bias/ })
  await bias.getByLabel('Yes, free of it').check()
  await page.getByRole('button', { name: 'Send and finish' }).click()
  await expect(page.getByText('Thank you for the evaluation')).toBeVisible()
  await page.getByRole('button', { name: 'Claim: Contact hours' }).click()
  await expect(page.getByRole('button', { name: 'Claim and get the certificate' })).toBeHidden()
  await page.getByRole('link', { name: 'Add it to my profile' }).click()
  await page.getByLabel('Given names').fill('Nguyễn Łukasz')
  await page.getByLabel('Family name').fill('O’Brien-Đorđević')
  await page.getByLabel('Credentials').fill('RN')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('State or territory').selectOption('Illinois')
  await page.getByLabel('Board that issued it').fill('Board of Nursing')
  await page.getByLabel('Kind').fill('RN')
  await page.getByLabel('Number', { exact: true }).fill('041-000123')
  await page.getByRole('button', { name: 'Add the license' }).click()
  await expect(page).toHaveURL(/\/claims\/[\w-]+(\?.*)?$/)
  await expect(page.getByText(name)).toBeVisible()
}

/** Opens the certificate, as a page, on paper and as a file. @returns its code as printed */
async function readCertificate(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Open the certificate' }).click()
  await expect(page.getByText(`${name}, RN`)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(`${name}, RN`)).toBeVisible()
  await page.emulateMedia({ media: null })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as PDF' }).click()
  ])
  const file = readPdf(await readFile(await download.path()))
  const [code = 'no code'] = file.text.match(/\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/) ?? []
  for (const text of [`${name}, RN`, '0.75']) expect(file.text).toContain(text)
  expect(file.text).not.toContain('041-000123')
  await expect(page.getByText(code).first()).toBeVisible()
  return code
}

/** Looks a certificate up as anybody can, by the form. */
async function verify(page: Page, code: string): Promise<void> {
  await page.goto('/verify')
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByText('This certificate is valid')).toBeVisible()
  await expect(page.getByText('0.75 contact hour')).toBeVisible()
  await expect(page.getByText('Łukasz')).toHaveCount(0)
}

/** The office finds the same certificate; what it stands on comes to the same when it is computed again. */
async function findInCheck(page: Page, code: string): Promise<void> {
  await page.goto('/manage/check')
  await page.getByLabel('Code of the certificate').fill(code)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Everything that is stored is what its log comes to.')).toBeVisible()
  await expect(page.getByText(name).first()).toBeVisible()
  await expect(page.getByText('0.75 contact hour')).toBeVisible()
  await expect(page.getByText('52 reported')).toBeVisible()
}

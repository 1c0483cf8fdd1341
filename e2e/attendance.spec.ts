import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Person } from '#server/people/auth/person.ts'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import { openRecord } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { aLiveWorkshop } from '#tests/helpers/attendance.ts'
import { aMember } from '#tests/helpers/credit.ts'
import { test } from './fixtures.ts'
import type { RunningServer } from './server.ts'

// Nine minutes ago is today in one of the two.
const zone = new Date().getUTCHours() === 0 ? 'America/Chicago' : 'UTC'

test('two check in by code, one of them without an account; one claims, and the roster has both', async ({
  page,
  context,
  server,
  anotherBrowser
}) => {
  test.slow()
  const { workshopId, lead, nurse } = await aWorkshopWithPeople(server)
  const door = `/workshops/${workshopId}/check-in`
  await signIn(context, server, lead)
  await openTheDoor(page, workshopId)
  const wall = await anotherBrowser()
  await signIn(wall.context(), server, lead)

  const nursePage = await anotherBrowser()
  await signIn(nursePage.context(), server, nurse)
  await nursePage.goto(`${door}?code=${await codeOnWall(wall, workshopId, 'start')}`)
  await nursePage.getByRole('button', { name: 'Go on' }).click()
  await expect(nursePage.getByRole('heading', { name: 'Who planned, wrote and reviewed it' })).toBeVisible()
  await nursePage.getByRole('button', { name: 'Check in' }).click()
  await expect(nursePage.getByText('Read the page of this activity first')).toBeVisible()
  await nursePage.getByLabel('I have read this page').check()
  expect((await new AxeBuilder({ page: nursePage }).analyze()).violations).toEqual([])
  await nursePage.getByRole('button', { name: 'Check in' }).click()
  await expect(nursePage.getByText('You are checked in')).toBeVisible()

  const phone = await anotherBrowser({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  await phone.goto(door)
  await phone.getByLabel('Code shown for checking in').fill('333333')
  await phone.getByRole('button', { name: 'Go on' }).click()
  await expect(phone.getByText('That is not the code that is shown now')).toBeVisible()
  await phone.getByLabel('Code shown for checking in').fill(await codeOnWall(wall, workshopId, 'start'))
  await phone.getByRole('button', { name: 'Go on' }).click()
  await walkIn(phone)

  await page.getByRole('button', { name: 'Begin the end code' }).click()
  await expect(page.getByText('The end code can be shown now')).toBeVisible()
  await leave(nursePage, await codeOnWall(wall, workshopId, 'end'))
  await leave(phone, await codeOnWall(wall, workshopId, 'end'), 'ada@example.org')

  await nursePage.getByRole('button', { name: 'Take my credit' }).click()
  await expect(nursePage.getByText('15 of 15 minutes that count.')).toBeVisible()
  await nursePage.getByRole('button', { name: 'Claim: Contact hours' }).first().click()
  await expect(nursePage.getByText('0.25 contact hour')).toBeVisible()
  await nursePage.getByLabel('I took part in this activity as I claim it.').check()
  await nursePage.getByRole('button', { name: 'Claim and get the certificate' }).click()
  await nursePage.getByRole('link', { name: 'Open the certificate' }).click()
  await expect(nursePage.getByText('Kim Doe, RN').first()).toBeVisible()

  await page.goto(`/workshops/${workshopId}/roster`)
  await expect(page.getByRole('heading', { name: '2 people' })).toBeVisible()
  const rows = page.getByRole('row')
  await expect(rows.filter({ hasText: 'Kim Doe' })).toContainText('15 of 15')
  await expect(rows.filter({ hasText: 'Kim Doe' })).toContainText('claimed')
  await expect(rows.filter({ hasText: 'Ada Example' })).toContainText('not taken')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('the roster takes a paper sheet, and changes with a reason', async ({ page, context, server }) => {
  const { workshopId, lead } = await aWorkshopWithPeople(server)
  await signIn(context, server, lead)
  await openTheDoor(page, workshopId)
  await page.getByText('Lines as they were signed on paper').click()
  await page.getByLabel('Lines', { exact: true }).fill('Ben, Example, ben@example.org, physician, 9:00, 10:00')
  await page.locator('#sheet-reason').fill('Signed on paper')
  await page.getByRole('button', { name: 'Take the sheet' }).click()
  await expect(page.getByText('The sheet is on the roster')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Ben Example' })
  await row.getByText('Change', { exact: true }).last().click()
  await row.getByLabel('Left at').fill('09:30')
  await row.getByLabel('Reason', { exact: true }).fill('Left early')
  await row.getByRole('button', { name: 'Set these times' }).click()
  await expect(page.getByText('The times are changed')).toBeVisible()
  await expect(row).toContainText('09:00 to 09:30')
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

async function aWorkshopWithPeople(server: RunningServer) {
  const db = openRecord(server.databaseUrl)
  try {
    const set = await aLiveWorkshop(db, undefined, { first: 10, pause: 1, second: 5 })
    const nurse = await aMember(db, set.activity)
    return {
      workshopId: set.workshopId,
      lead: await cookieFor(db, server, set.lead.person),
      nurse: await cookieFor(db, server, nurse.person)
    }
  } finally {
    await db.destroy()
  }
}

type SessionCookie = { name: string; value: string }

async function cookieFor(db: Db, server: RunningServer, { sessionId }: Person): Promise<SessionCookie> {
  const { token } = await db.selectFrom('session').select('token').where('id', '=', sessionId).executeTakeFirstOrThrow()
  const settings = { publicUrl: server.origin, dataDir: server.dataDir }
  return { name: sessionCookieName(settings), value: signedToken(token, settings) }
}

async function signIn(context: BrowserContext, { origin }: RunningServer, cookie: SessionCookie): Promise<void> {
  await context.addCookies([{ ...cookie, url: origin, httpOnly: true }])
}

async function openTheDoor(page: Page, workshopId: string): Promise<void> {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' })
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  const began = new Date(Date.now() - 9 * 60_000)
  await page.goto(`/workshops/${workshopId}/roster`)
  await page.getByLabel('Day', { exact: true }).fill(day.format(began))
  await page.getByLabel('Begins at').fill(clock.format(began))
  await page.getByLabel('Time zone there').selectOption(zone)
  await page.getByLabel('Place').fill('Room 2')
  await page.getByRole('button', { name: 'Open check-in' }).click()
  await expect(page.getByText('Codes are taken until')).toBeVisible()
}

async function codeOnWall(wall: Page, workshopId: string, kind: 'start' | 'end'): Promise<string> {
  await wall.goto(`/workshops/${workshopId}/roster/code?kind=${kind}`)
  const shown = await wall.getByRole('paragraph').filter({ hasText: 'Code:' }).textContent()
  return (shown ?? '').replace('Code: ', '').replace(/\s/g, '')
}

async function walkIn(phone: Page): Promise<void> {
  await phone.getByLabel('Given name').fill('Ada')
  await phone.getByLabel('Family name').fill('Example')
  await phone.getByLabel('E-mail address').fill('ada@example.org')
  await phone.getByLabel('Your profession').selectOption('registered-nurse')
  await phone.getByLabel('I have read this page').check()
  await phone.getByRole('button', { name: 'Check in' }).click()
  await expect(phone.getByText('You are checked in')).toBeVisible()
}

async function leave(page: Page, code: string, email?: string): Promise<void> {
  await page.reload()
  if (email) await page.getByLabel('Address you checked in with').fill(email)
  await page.getByLabel('Code shown at the end').fill(code)
  await page.getByRole('button', { name: 'Check out' }).click()
  await expect(page.getByText('You are checked out')).toBeVisible()
}

import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { RunningServer } from '../server.ts'

export const password = 'three unrelated words'

let people = 0

/** @returns an address that nobody has used on this server. */
export function aNewAddress(): string {
  people += 1
  return `kim-${process.pid}-${people}@example.org`
}

/** @returns the path of the link in the latest mail to an address, as the log of a server without mail tells it. */
export async function linkFor(server: RunningServer, { email, subject }: { email: string; subject: string }) {
  const found = () =>
    server
      .said()
      .split('\n')
      .findLast((line) => line.startsWith(`Mail to ${email}: ${subject}.`))
  await expect.poll(found).toBeDefined()
  const link = found()?.match(/http\S+/)?.[0] ?? ''
  const { pathname, search } = new URL(link)
  return `${pathname}${search}`
}

/** Makes an account by its forms and confirms its address by the link of the mail; nobody is signed in yet. */
export async function makeAccount(page: Page, server: RunningServer, email = aNewAddress()): Promise<string> {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Make an account' }).click()
  await page.getByLabel('Your name').fill('Kim Doe')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByText('Look into your mail')).toBeVisible()
  await page.goto(await linkFor(server, { email, subject: 'Confirm your address' }))
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await expect(page.getByText('Your address is confirmed')).toBeVisible()
  return email
}

/** Gives address and password on the sign-in page that is open. */
export async function signIn(page: Page, email: string, { isShared = false } = {}): Promise<void> {
  const form = page.getByRole('region', { name: 'With your password' })
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('Password', { exact: true }).fill(password)
  if (isShared) await form.getByLabel('Others use this computer').check()
  await form.getByRole('button', { name: 'Sign in' }).click()
}

/** Gives a browser a passkey device that says yes to everything. */
export async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
}

/** Moves the last request of somebody's sessions back by so many minutes, on a server with a SQLite file. */
export function passMinutes(server: RunningServer, email: string, minutes: number): void {
  const database = new DatabaseSync(fileURLToPath(server.databaseUrl), { timeout: 5000 })
  const at = new Date(Date.now() - minutes * 60_000).toISOString()
  database
    .prepare('update session set lastSeenAt = ? where userId = (select id from user where email = ?)')
    .run(at, email)
  database.close()
}

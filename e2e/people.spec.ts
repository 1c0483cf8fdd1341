import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { codeOfApp } from '#tests/helpers/app-codes.ts'
import { expect, test } from './fixtures.ts'
import { linkFor, password, signIn } from './pages/account.ts'
import { type RunningServer, startServer } from './server.ts'

const ada = 'ada@example.org'
const lee = 'lee@example.org'

// A server of its own that nobody has set up, as the one of the worker may have been.
test('an installation is set up from its log; somebody invited joins and gives a profile', async ({
  anotherBrowser
}) => {
  test.slow()
  const server = await startServer()
  try {
    const office = await anotherBrowser({ baseURL: server.origin })
    await setUp(office, server)
    await giveSecondFactor(office)
    await office.goto('/manage/people')
    await office.getByRole('link', { name: 'Invite people' }).click()
    await expect(office.getByRole('heading', { name: 'Invite people', level: 1 })).toBeVisible()
    await expectAccessible(office)
    await office.getByLabel('E-mail addresses').fill(`Lee Learner <${lee}>`)
    await office.getByRole('button', { name: 'Send the invitations' }).click()
    await expect(office.getByRole('rowheader', { name: lee })).toBeVisible()
    await expectAccessible(office)

    const learner = await anotherBrowser({ baseURL: server.origin })
    await learner.goto('/lessons/documentation')
    await learner.getByRole('button', { name: 'Mark as read' }).click()
    await expect(learner).toHaveURL('/lessons/documentation#read')
    await join(learner, server)
    await giveProfile(learner)
    await office.goto('/manage/people')
    await expect(office.getByRole('rowheader', { name: 'Lee Learner' })).toBeVisible()
    await expect(office.getByText('Nobody is invited just now')).toBeVisible()
  } finally {
    await server.stop()
  }
})

async function setUp(page: Page, server: RunningServer): Promise<void> {
  await page.goto('/setup')
  await expectAccessible(page)
  await page.getByLabel('Code').fill(server.said().match(/with the code (\S+)/)?.[1] ?? '')
  await page.getByLabel('Name of your organization').fill('Riverside Hospital')
  await page.getByLabel('Your name').fill('Ada Admin')
  await page.getByLabel('E-mail address').fill(ada)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByText('Attune is set up', { exact: true })).toBeVisible()
  expect((await page.request.get('/setup')).status()).toBe(404)
  await signIn(page, ada)
  await expect(page.getByText('A second factor is needed for that')).toBeVisible()
}

async function giveSecondFactor(page: Page): Promise<void> {
  await page.goto('/account/security')
  await page.getByRole('region', { name: 'Codes of an app' }).getByLabel('Your password now').fill(password)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const shown = (await page.getByText(/Key: [A-Z2-7 ]+$/).textContent()) ?? ''
  await page.getByLabel('The six digits that the app shows now').fill(codeOfApp(shown.replace(/^.*Key: |\s/g, '')))
  await page.getByRole('button', { name: 'Switch the codes on' }).click()
  await expect(page.getByText('Your second factor is set up')).toBeVisible()
}

async function join(page: Page, server: RunningServer): Promise<void> {
  await page.goto(await linkFor(server, { email: lee, subject: 'Invitation to a training site' }))
  await expect(page.getByText('Ada Admin invites you as a learner.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Make an account' }).click()
  await page.getByLabel('Your name').fill('Lee Learner')
  await page.getByLabel('E-mail address').fill(lee)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByText('Look into your mail')).toBeVisible()
  await page.goto(await linkFor(server, { email: lee, subject: 'Confirm your address' }))
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await signIn(page, lee)
  await expect(page.getByText('1 lesson marked as read')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep it in my account' }).click()
  await expect(page.getByText('It is in your account now', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Join Riverside Hospital' }).click()
  await expect(page.getByText('You are a member', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Credit', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Credit', level: 1 })).toBeVisible()
  await page.goto('/account')
}

async function giveProfile(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Profile' }).click()
  await expect(page.getByRole('heading', { name: 'Profile', level: 1 })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Given names').fill('Nguyễn')
  await page.getByLabel('Family name').fill('O’Brien-Đorđević')
  await expect(page.getByLabel('Time zone')).not.toHaveValue('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Your profile is saved', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Family name')).toHaveValue('O’Brien-Đorđević')
  await page.getByLabel('NPI').fill('1234567890')
  await page.getByRole('button', { name: 'Save the numbers' }).click()
  await expect(page.getByText('That is not an NPI')).toBeVisible()
  await page.getByLabel('NPI').fill('1234567893')
  await page.getByRole('button', { name: 'Save the numbers' }).click()
  await expect(page.getByText('Kept: ends in 93.')).toBeVisible()
  await expect(page.getByText('1234567893')).toHaveCount(0)
  await page.getByRole('link', { name: 'Show what is kept' }).click()
  await expect(page.getByRole('cell', { name: '1234567893' })).toBeVisible()
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const faults = violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes.map(({ html }) => html).join(' ')}`)
  expect(faults).toEqual([])
}

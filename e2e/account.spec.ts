import AxeBuilder from '@axe-core/playwright'
import { codeOfApp } from '#tests/helpers/app-codes.ts'
import { expect, test } from './fixtures.ts'
import { addAuthenticator, linkFor, makeAccount, passMinutes, password, signIn } from './pages/account.ts'
import { type RunningServer, startServer } from './server.ts'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an account is made, confirmed, signed in to and left', async ({ page, server }) => {
    const email = await makeAccount(page, server)
    await page.goto('/account')
    await expect(page).toHaveURL('/sign-in?next=%2Faccount')
    await signIn(page, email)
    await expect(page).toHaveURL('/account')
    await expect(page.getByText(`Signed in as ${email}.`)).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('You are signed out', { exact: true })).toBeVisible()
    await page.goto('/account')
    await expect(page).toHaveURL('/sign-in?next=%2Faccount')
  })

  test('a link signs in once', async ({ page, server, anotherBrowser }) => {
    const email = await makeAccount(page, server)
    await page.goto('/sign-in?next=/lessons')
    const form = page.getByRole('region', { name: 'With a link' })
    await form.getByLabel('E-mail address').fill(email)
    await form.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText('Look into your mail')).toBeVisible()
    const link = await linkFor(server, { email, subject: 'Your sign-in link' })
    // Opening it alone changes nothing: mail servers do that too.
    await page.goto(link)
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL('/lessons')
    await expect(page.getByRole('link', { name: 'Account' })).toBeVisible()
    const other = await anotherBrowser({ javaScriptEnabled: false })
    await other.goto(link)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await expect(other.getByText('That link no longer works')).toBeVisible()
  })

  test('a second factor is set up, asked for after the password, and raises a link', async ({ page, server }) => {
    const email = await makeAccount(page, server)
    await page.goto('/sign-in?next=/account/security')
    await signIn(page, email)
    await page.getByRole('region', { name: 'Codes of an app' }).getByLabel('Your password now').fill(password)
    await page.getByRole('button', { name: 'Set up an app' }).click()
    const shown = (await page.getByText(/Key: [A-Z2-7 ]+$/).textContent()) ?? ''
    const key = shown.replace(/^.*Key: |\s/g, '')
    await expect(page.getByRole('img', { name: /^QR code with the key/ })).toBeVisible()
    await page.getByLabel('The six digits that the app shows now').fill(codeOfApp(key))
    await page.getByRole('button', { name: 'Switch the codes on' }).click()
    await expect(page.getByText('Your second factor is set up')).toBeVisible()

    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto('/sign-in?next=/account')
    await signIn(page, email)
    await expect(page).toHaveURL('/sign-in/second-factor?next=%2Faccount')
    await page.getByLabel('Code', { exact: true }).fill(codeOfApp(key))
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page).toHaveURL('/account')
  })

  test('a shared computer signs out when idle, and leads back to the page', async ({ page, server }) => {
    const email = await makeAccount(page, server)
    await page.goto('/sign-in?next=/account/sessions')
    await signIn(page, email, { isShared: true })
    await expect(page.getByText('(this one, shared)')).toBeVisible()
    await expect(page.getByRole('banner').getByRole('button', { name: 'Sign out' })).toBeVisible()
    passMinutes(server, email, 14)
    await page.reload()
    await expect(page).toHaveURL('/account/sessions')
    passMinutes(server, email, 15)
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(page.getByText('Sign in first')).toBeVisible()
    await signIn(page, email, { isShared: true })
    await expect(page).toHaveURL('/account/sessions')
  })

  test('nothing is done without the account after an idle sign-out, before that is said', async ({ page, server }) => {
    const email = await makeAccount(page, server)
    await page.goto('/sign-in?next=/lessons/four-steps')
    await signIn(page, email, { isShared: true })
    await expect(page).toHaveURL('/lessons/four-steps')
    passMinutes(server, email, 15)
    await page.getByRole('button', { name: 'Mark as read', exact: true }).click()
    await expect(page.getByText('Sign in first')).toBeVisible()
    await signIn(page, email, { isShared: true })
    await expect(page).toHaveURL('/lessons/four-steps')
    await page.getByRole('button', { name: 'Mark as read', exact: true }).click()
    await expect(page).toHaveURL('/lessons/four-steps#read')
    passMinutes(server, email, 15)
    await page.goto('/learn/attempts/of-nobody')
    await expect(page.getByText('Sign in first')).toBeVisible()
    await page.goto('/tests/of-nobody')
    await expect(page.getByText('Sign in first')).toBeVisible()
  })
})

// A passkey belongs to a name, which an address in numbers is not.
const named = test.extend<{ namedServer: RunningServer }>({
  namedServer: async ({ outside: _ }, use) => {
    const server = await startServer({ name: 'localhost' })
    await use(server)
    await server.stop()
  }
})

named('a passkey is added, signs in as two factors, and is removed', async ({ namedServer, anotherBrowser }) => {
  const page = await anotherBrowser({ baseURL: namedServer.origin })
  await addAuthenticator(page)
  const email = await makeAccount(page, namedServer)
  await page.goto('/sign-in?next=/account/security')
  await signIn(page, email)
  await page.getByLabel('A name for the new passkey').fill('My phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added')).toBeVisible()
  await expect(page.getByText('Changing this needs your second factor')).toBeVisible()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in?next=/account/security')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('added on')).toBeVisible()
  await expect(page.getByText('Changing this needs your second factor')).toBeHidden()
  await page.getByRole('button', { name: 'Remove My phone' }).click()
  await expect(page.getByText('The passkey is removed')).toBeVisible()
})

test('signing in and the account are free of accessibility faults', async ({ page, server }) => {
  const email = await makeAccount(page, server)
  const faultsAt = async (path: string) => {
    await page.goto(path)
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations.map(({ id, nodes }) => `${path} ${id} ${nodes.map(({ html }) => html).join(' ')}`)
  }
  const outside = ['/sign-in', '/sign-in/new', '/sign-in/forgotten', '/sign-in/second-factor', '/sign-in/link?token=a']
  const faults: string[] = []
  for (const path of outside) faults.push(...(await faultsAt(path)))
  await page.goto('/sign-in?next=/account/security')
  await signIn(page, email)
  await page.getByRole('region', { name: 'Codes of an app' }).getByLabel('Your password now').fill(password)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  for (const path of ['/account', '/account/security', '/account/sessions']) faults.push(...(await faultsAt(path)))
  expect(faults).toEqual([])
})

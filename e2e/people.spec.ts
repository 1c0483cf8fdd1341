import { expect, test } from './fixtures.ts'
import { startServer } from './server.ts'

// A server that nobody has set up, which the one of the worker may no longer be.
test('an installation is set up from its log, a colleague joins it and gives a profile', async ({ anotherBrowser }) => {
  const server = await startServer()
  try {
    const page = await anotherBrowser({ baseURL: server.origin })
    await page.goto('/setup')
    await page.getByLabel('Code').fill(codeIn(server.said()))
    await page.getByLabel('Name of your organization').fill('Riverside Hospital')
    await page.getByLabel('Your name').fill('Ada Admin')
    await page.getByLabel('E-mail address').fill('ada@example.org')
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Set up' }).click()
    await expect(page.getByRole('status')).toContainText('Attune is set up')
    expect((await page.request.get('/setup')).status()).toBe(404)

    await page.getByLabel('E-mail address').first().fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('main')).toContainText('A second factor is needed')
    await page.goto('/account/profile')
    await page.getByLabel('Given names').fill('Nguyễn')
    await page.getByLabel('Family name').fill('O’Brien-Đorđević')
    await expect(page.getByLabel('Time zone')).not.toHaveValue('')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('Your profile is saved')
    await expect(page.getByLabel('Family name')).toHaveValue('O’Brien-Đorđević')
    await page.getByLabel('NPI').fill('1234567890')
    await page.getByRole('button', { name: 'Save the numbers' }).click()
    await expect(page.getByRole('status')).toContainText('That is not an NPI')
    await page.getByLabel('NPI').fill('1234567893')
    await page.getByRole('button', { name: 'Save the numbers' }).click()
    await expect(page.getByText('Kept: ends in 93.')).toBeVisible()
    await expect(page.getByText('1234567893')).toHaveCount(0)
    await page.getByRole('link', { name: 'Show what is kept' }).click()
    await expect(page.getByRole('cell', { name: '1234567893' })).toBeVisible()
  } finally {
    await server.stop()
  }
})

function codeIn(said: string): string {
  return said.match(/with the code (\S+)/)?.[1] ?? ''
}

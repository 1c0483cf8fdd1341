import { type BrowserContext, expect, type Page } from '@playwright/test'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import { openRecord } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { newId, newToken } from '#server/record/ids.ts'
import type { RunningServer } from '../server.ts'

/** Who is signed in: their roles in a new organization, by two factors. */
export type Signed = { organizationId: string; userId: string }

/** Signs a browser in as a new person of a new organization, on any server. */
export async function signInAs(
  context: BrowserContext,
  server: RunningServer,
  {
    roles,
    name = 'Example Hospital',
    isDemonstration = false
  }: { roles: readonly Role[]; name?: string; isDemonstration?: boolean }
): Promise<Signed> {
  const db = openRecord(server.databaseUrl)
  const at = new Date().toISOString()
  const organizationId = newId()
  const row = { id: organizationId, name, isDemonstration: isDemonstration ? 1 : 0, createdAt: at }
  await db.insertInto('organization').values(row).execute()
  const { userId, token } = await addPerson(db, { organizationId, roles, at })
  await db.destroy()
  const settings = { publicUrl: server.origin, dataDir: server.dataDir }
  const value = signedToken(token, settings)
  await context.addCookies([{ name: sessionCookieName(settings), value, url: server.origin, httpOnly: true }])
  return { organizationId, userId }
}

async function addPerson(
  db: Db,
  { organizationId, roles, at }: { organizationId: string; roles: readonly Role[]; at: string }
): Promise<{ userId: string; token: string }> {
  const userId = newId()
  const token = newToken()
  const account = { id: userId, name: 'Kim Doe', email: `${userId.toLowerCase()}@example.org`, emailVerified: 1 }
  await db
    .insertInto('user')
    .values({ ...account, image: null, twoFactorEnabled: 1, createdAt: at, updatedAt: at })
    .execute()
  for (const role of roles)
    await db
      .insertInto('membership')
      .values({ id: newId(), userId, organizationId, departmentId: null, role, createdAt: at })
      .execute()
  const session = {
    id: newId(),
    token,
    userId,
    createdAt: at,
    updatedAt: at,
    lastSeenAt: at,
    strength: 'two-factors' as const
  }
  const expiresAt = new Date(Date.parse(at) + 86_400_000).toISOString()
  await db
    .insertInto('session')
    .values({ ...session, expiresAt, ipAddress: null, userAgent: null, isShared: 0 })
    .execute()
  return { userId, token }
}

/** Begins an activity of the starter course from the list; the page is its checklist then. */
export async function beginActivity(page: Page): Promise<void> {
  await page.goto('/manage/activities')
  await page.getByRole('link', { name: 'Set up an activity' }).first().click()
  await page.getByRole('radio', { name: /^Patient safety starter/ }).check()
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await expect(page.getByText('The draft is begun')).toBeVisible()
}

/** Fills in one step of the wizard by its form and comes back to the checklist. */
export async function fillStep(page: Page, step: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('region', { name: 'Checklist' }).getByRole('link', { name: step, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: step })).toBeVisible()
  await fill()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

/** Fills in every step of the draft that is a form of its own. */
export async function fillDraft(page: Page): Promise<void> {
  const write = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  const today = new Date().toISOString().slice(0, 10)
  await fillStep(page, 'Title and audience', async () => {
    await write('Title', 'Seeing patients alone')
    await page.getByLabel('Registered nurse', { exact: true }).check()
  })
  await fillStep(page, 'Objectives', async () => {})
  await fillStep(page, 'Planning record', async () => {
    for (const label of [
      'Practice gap',
      'Underlying need',
      'Intended change',
      'Reason for the format',
      'Planners by profession'
    ])
      await write(label, `What we found of: ${label}.`)
  })
  await fillStep(page, 'Authorship', async () => {
    await write('Who wrote the content, and how', 'Written by the authors of the course.')
    await page.getByLabel('Yes', { exact: true }).check()
  })
  await fillStep(page, 'Time and pass mark', () => write('What the time rests on', 'The computed time.'))
  await fillStep(page, 'Dates', async () => {
    await write('Release', today)
    await write('Last review', today)
    await write('Credit ends after', `${Number(today.slice(0, 4)) + 2}-06-30`)
  })
  await fillStep(page, 'Provider', () => write('Contact', 'education@hospital.example.org'))
  await fillStep(page, 'Commercial support', () => page.getByLabel('No', { exact: true }).check())
  await fillStep(page, 'Before starting', async () => {
    for (const label of [
      'What it consists of',
      'How to take part and get credit',
      'What one needs',
      'References',
      'Accommodations',
      'Privacy',
      'Complaints',
      'Attestation'
    ])
      await write(label, `Our own words on: ${label}.`)
  })
}

/** Adds one person to the activity, with nothing to disclose. */
export async function addContributor(
  page: Page,
  { name, roles }: { name: string; roles: readonly string[] }
): Promise<void> {
  await page.getByRole('link', { name: 'Add a person' }).click()
  await page.getByLabel('Name, as learners read it').fill(name)
  await page.getByLabel('Profession', { exact: true }).selectOption('Registered nurse')
  for (const role of roles) await page.getByRole('group', { name: 'What they do here' }).getByLabel(role).check()
  await page.getByRole('radio', { name: 'Nothing to disclose' }).check()
  await page.getByLabel('Day the disclosure was collected').fill(new Date().toISOString().slice(0, 10))
  await page.getByLabel('Assessed by').fill('Office of education')
  await page.getByRole('button', { name: 'Add this person' }).click()
  await expect(page.getByText(name).first()).toBeVisible()
}

/** Records one reader's signature on paper under everything that the organization teaches and asks. */
export async function recordSignatures(page: Page, capacity: string): Promise<void> {
  await page.goto('/manage/reviews')
  for (const box of await page.getByRole('table').getByRole('checkbox').all()) await box.check()
  await page.getByRole('radio', { name: new RegExp(`^${capacity}`) }).check()
  await page.getByLabel('Name as it is shown').fill(`Reader, ${capacity.toLowerCase()}`)
  await page.getByLabel('Day on the paper').fill(new Date().toISOString().slice(0, 10))
  await page.getByLabel('Why it is not signed here').fill('The reader signs on paper.')
  await page.getByRole('button', { name: 'Record this signature' }).click()
  await expect(page.getByText('The signature is kept')).toBeVisible()
}

/** Offers a certificate of completion, from the page of an activity's credits. */
export async function offerCompletion(page: Page): Promise<void> {
  await page.getByLabel('Body').selectOption('No accreditor: certificate of completion')
  await page.getByRole('button', { name: 'Set this credit up' }).click()
  await page.getByRole('button', { name: 'Add this credit' }).click()
  await expect(page.getByText('Certificate of completion').first()).toBeVisible()
}

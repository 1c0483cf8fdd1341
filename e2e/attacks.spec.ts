import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIResponse, BrowserContext, Page } from '@playwright/test'
import { openRecord } from '#server/record/db/client.ts'
import { expect, test } from './fixtures.ts'
import { aPoisonedWorld, mark, type PoisonedWorld, payload } from './pages/poison.ts'
import { type RunningServer, startServer } from './server.ts'

const app = join(import.meta.dirname, '../app')

/** Parts of an address that name what is taught here. */
const named: Readonly<Record<string, string>> = {
  courseId: 'core',
  lessonId: 'documentation',
  scenarioId: 'sc01',
  boosterId: 'three-days',
  section: 'basics',
  setId: 'core'
}

/** Every page of the file tree, with the names of its parts. */
const pages = globSync('**/page.tsx', { cwd: app })
  .filter((file) => !file.startsWith('_'))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
  .sort()

/** Doors that only take a post, with the names of their parts. */
const doors = globSync('**/route.ts', { cwd: app }).map((file) => `/${file.replace(/\/route\.ts$/, '')}`)

test('no text that somebody typed runs on any page, and no stranger reads one', async ({ page, context, server }) => {
  test.setTimeout(240_000)
  const world = await inRecord(server)
  page.on('dialog', () => expect('a dialog').toBe('never opened'))
  const shown = new Set<string>()
  for (const who of ['office', 'learner'] as const) {
    await signIn(context, server, world, who)
    for (const path of pages) if (await isShownAsText(page, filled(path, world))) shown.add(path)
  }
  const said = pagesOfPeople.filter((path) => !saysNothingTyped.includes(path))
  expect(said.filter((path) => !shown.has(path))).toEqual([])

  for (const who of ['otherOffice', 'nobody'] as const) {
    await signIn(context, server, world, who)
    const read: string[] = []
    for (const path of pages) {
      const answer = await page.request.get(filled(path, world))
      expect(answer.status(), path).toBeLessThan(500)
      // An account of their own may be in an organization whose name is poisoned too.
      if ((await answer.text()).includes(mark) && !/^\/(verify|invitations)\//.test(path)) read.push(path)
    }
    expect(read.filter((path) => who === 'nobody' || path.includes('['))).toEqual([])
  }
})

test('pages of people are kept by no browser and no proxy', async ({ page, context, server }) => {
  const world = await inRecord(server)
  await signIn(context, server, world, 'office')
  for (const path of pagesOfPeople) {
    const answer = await page.request.get(filled(path, world))
    expect([path, answer.headers()['cache-control']]).toEqual([path, expect.stringContaining('no-store')])
  }
})

test('a door answers the one method it is for, and others change nothing', async ({ page, context, server }) => {
  const world = await inRecord(server)
  await signIn(context, server, world, 'office')
  const before = await countRows(server)
  for (const path of doors) {
    const code = readFileSync(join(app, path, 'route.ts'), 'utf8')
    const takes = (method: string) =>
      new RegExp(`^export (?:async function|function|const) ${method}\\b`, 'm').test(code)
    const address = filled(path, world)
    const asked = { maxRedirects: 0, headers: { origin: server.origin } }
    for (const method of [
      'PUT',
      'DELETE',
      'PATCH',
      ...['GET', 'HEAD', 'POST'].filter((each) => !takes(each === 'HEAD' ? 'GET' : each))
    ]) {
      const answer = await page.request.fetch(address, { ...asked, method })
      expect([method, path, answer.status()]).toEqual([method, path, 405])
    }
  }
  expect(await countRows(server)).toEqual(before)
})

test('a path that leaves its folder, or is no text, finds nothing', async ({ page, server }) => {
  const hostile = ['..%2f..%2f..%2fetc%2fpasswd', '%2e%2e%2f%2e%2e%2fpackage.json', '%00', '%E0%A4%A', 'a%0d%0aX-A:b']
  const folders = ['/lessons', '/courses', '/learn', '/reference/codes', '/verify', '/invitations', '/_next/static']
  for (const folder of folders)
    for (const part of hostile) {
      const answer = await page.request.get(`${folder}/${part}`)
      expect(answer.status(), `${folder}/${part}`).toBeLessThan(500)
      expect(await answer.text()).not.toMatch(/root:x:|"dependencies"/)
      expect(answer.headers()['x-a']).toBeUndefined()
    }
  const raw = await page.request.get(`${server.origin}/search?q=%00%27%3B--`)
  expect(raw.status()).toBe(200)
})

test('whoever writes the address they come from is limited all the same', async ({ request }) => {
  // A server of its own: the limit lasts a minute, and other tests verify certificates from the same address.
  const server = await startServer()
  const ask = async (index: number): Promise<APIResponse> =>
    request.get(`${server.origin}/verify/6C3K-W9QT-4MXH-P7RB`, { headers: { 'x-forwarded-for': `192.0.2.${index}` } })
  const texts: string[] = []
  for (let index = 0; index < 32; index += 1) texts.push(await (await ask(index)).text())
  expect(texts[0]).toContain('No certificate is found under this code')
  await server.stop()
  expect(texts.at(-1)).toContain('Wait a minute and try again')
})

/** Pages that show what people typed; each is seen to show it as it was typed. */
const pagesOfPeople = [
  '/account',
  '/account/profile',
  '/account/security',
  '/activities',
  '/activities/[activityId]',
  '/certificates/[certificateId]',
  '/invitations/[token]',
  '/manage',
  '/manage/activities',
  '/manage/activities/[activityId]',
  '/manage/activities/[activityId]/front',
  '/manage/activities/[activityId]/offerings',
  '/manage/activities/[activityId]/people',
  '/manage/activities/[activityId]/people/[contributorId]',
  '/manage/activities/[activityId]/sections/[section]',
  '/manage/certificates',
  '/manage/certificates/[certificateId]',
  '/manage/people',
  '/manage/people/departments',
  '/manage/people/members/[userId]',
  '/manage/reports/evaluations/[activityId]',
  '/manage/reviews',
  '/manage/statements',
  '/manage/statements/[statementId]',
  '/team',
  '/transcript',
  '/verify/[code]'
]

/** Of those, what this world's people typed nothing on; no browser keeps them either. */
const saysNothingTyped = ['/account', '/manage/activities/[activityId]/people/[contributorId]']

async function inRecord(server: RunningServer): Promise<PoisonedWorld> {
  const db = openRecord(server.databaseUrl)
  try {
    return await aPoisonedWorld(db, server)
  } finally {
    await db.destroy()
  }
}

async function countRows(server: RunningServer): Promise<unknown> {
  const db = openRecord(server.databaseUrl)
  try {
    const tables = [
      'auditEvent',
      'session',
      'user',
      'membership',
      'activity',
      'certificate',
      'claim',
      'license'
    ] as const
    return await Promise.all(
      tables.map((table) =>
        db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('rows'))
          .execute()
      )
    )
  } finally {
    await db.destroy()
  }
}

function filled(path: string, { ids }: PoisonedWorld): string {
  const known: Record<string, string> = { ...named, ...ids }
  return path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value =
      path.includes('/codes/') && name === 'code' ? 'T74.51XA' : (known[name] ?? (name === 'all' ? 'ok' : ''))
    if (value === '') throw new Error(`Nothing is known to stand for ${name} in ${path}`)
    return value
  })
}

async function signIn(
  context: BrowserContext,
  server: RunningServer,
  { cookies, name }: PoisonedWorld,
  who: 'office' | 'learner' | 'otherOffice' | 'nobody'
): Promise<void> {
  await context.clearCookies()
  if (who !== 'nobody') await context.addCookies([{ name, value: cookies[who], url: server.origin, httpOnly: true }])
}

/** Opens a page and fails where the payload ran. @returns whether it stands there as it was typed */
async function isShownAsText(page: Page, address: string): Promise<boolean> {
  const answer = await page.goto(address)
  expect(answer?.status(), address).toBeLessThan(500)
  const { hit, text } = await page.evaluate(() => ({
    hit: 'hit' in window,
    text: [
      document.body.textContent ?? '',
      ...[...document.querySelectorAll('input, textarea')].map((each) => ('value' in each ? String(each.value) : ''))
    ].join('\n')
  }))
  expect([address, hit]).toEqual([address, false])
  return text.includes(payload)
}

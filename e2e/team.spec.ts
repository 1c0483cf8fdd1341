import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext } from '@playwright/test'
import { signedToken } from '#server/people/auth/session-cookie.ts'
import { openRecord } from '#server/record/db/client.ts'
import { newId } from '#server/record/ids.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { aDepartment, aPerson } from '#tests/helpers/people.ts'
import { aNamedPerson, aParticipation } from '#tests/helpers/reports.ts'
import { expect, test } from './fixtures.ts'
import { signInAs } from './pages/certificate.ts'
import type { RunningServer } from './server.ts'

/** Numbers and times that stand nowhere else, so that finding one anywhere is finding it. */
const secrets = {
  scoreHundredths: 7913,
  testAttempts: 64_213,
  minutesMeasured: 87_651,
  minutesReported: 56_783,
  passedTestId: 'the-passed-test',
  acknowledgedAt: '2026-10-01T01:02:03.456Z',
  shownAt: '2026-09-30T21:22:23.789Z'
}
const forbidden = ['7913', '79.13', '64213', '87651', '56783', 'the-passed-test', '2026-10-01', '2026-09-30', ':05.678']

test('a manager sees who is done, and neither page, its data nor its file says how', async ({
  page,
  context,
  server
}) => {
  await aSeededTeam(context, server)
  await page.goto('/team')
  await expect(page).toHaveTitle(/^Team · /)
  await expect(page.getByRole('row')).toHaveCount(5)
  // By name, though Zeta was done first on that day.
  await expect(page.getByRole('rowheader')).toHaveText(['Adams, Kim', 'Baker, Kim', 'Clark, Kim', 'Zeta, Kim'])
  await page.getByRole('link', { name: 'Done 2' }).click()
  await expect(page.getByRole('rowheader')).toHaveText(['Adams, Kim', 'Zeta, Kim'])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  const html = await (await page.request.get('/team')).text()
  const data = await (await page.request.get('/team', { headers: { rsc: '1' } })).text()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click()
  ])
  const file = await readFile(await download.path(), 'utf8')
  for (const told of [html, data, file]) {
    expect(told).toContain('Zeta, Kim')
    for (const secret of forbidden) expect(told).not.toContain(secret)
    expect(told).not.toMatch(/score|attempts"|retake|minutesMeasured|isEvaluated|acknowledgedAt/)
  }
})

/** A manager, signed in, and a department of four: two done on one day in an order of their own, one begun, one not. */
async function aSeededTeam(context: BrowserContext, server: RunningServer): Promise<void> {
  const db = openRecord(server.databaseUrl)
  try {
    const activity = await anOpenActivity(db)
    const organizationId = activity.organization.id
    const departmentId = await aDepartment(db, organizationId)
    const { person } = await aPerson(db, { roles: [[organizationId, 'manager']], departmentId })
    const finished = {
      Zeta: '2026-11-03T15:04:05.678Z',
      Adams: '2026-11-03T17:04:05.678Z',
      Baker: null,
      Clark: undefined
    }
    for (const [familyName, finishedAt] of Object.entries(finished)) {
      const userId = await aNamedPerson(db, { familyName })
      const member = { id: newId(), userId, organizationId, departmentId, role: 'learner' as const, createdAt: '' }
      await db.insertInto('membership').values(member).execute()
      if (finishedAt !== undefined)
        await aParticipation(db, { activity, userId, participation: { ...secrets, finishedAt } })
    }
    const assignment = { id: newId(), organizationId, activityId: activity.activityId, departmentId, userId: null }
    await db
      .insertInto('assignment')
      .values({ ...assignment, dueOn: '2030-01-31', createdBy: null, createdAt: '', withdrawnAt: null })
      .execute()
    const { token } = await db
      .selectFrom('session')
      .select('token')
      .where('id', '=', person.sessionId)
      .executeTakeFirstOrThrow()
    await signInAs(context, server, signedToken(token, { publicUrl: server.origin, dataDir: server.dataDir }))
  } finally {
    await db.destroy()
  }
}

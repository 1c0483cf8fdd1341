import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { exportCompletions } from '#server/credit/reports/export-completions.ts'
import { completionsCsv } from '#server/credit/reports/write-completions.ts'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import type { Db } from '#server/record/db/schema.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { aCredit } from '#tests/helpers/reports.ts'
import type { Figure } from './figures.ts'
import type { Places } from './places.ts'

const people = 20_000
const of = `A report of ${people.toLocaleString('en-US')} completed credits as CSV`

/** How long a large report takes, how long it keeps others waiting at the longest, and how much memory it adds. */
export async function measureReports(places: Places): Promise<Figure[]> {
  return [
    ...(await measureOn('SQLite', await places.file())),
    ...(await measureOn('PostgreSQL', await places.server()))
  ]
}

async function measureOn(name: string, url: string): Promise<Figure[]> {
  await migrate(url)
  const db = openRecord(url)
  const { organization } = await manyCredits(db)
  // The first reading warms the driver up, so that what it adds once is not counted as the report's.
  await read(db, organization.id)
  const before = process.memoryUsage().rss
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  const peak = await read(db, organization.id)
  const seconds = (performance.now() - start) / 1000
  delay.disable()
  await db.destroy()
  return [
    { of, name: `${name}: all of it`, value: seconds, unit: 's' },
    { of, name: `${name}: longest wait of others`, value: delay.max / 1e6, unit: 'ms', most: 250 },
    { of, name: `${name}: memory added`, value: Math.max(0, peak - before) / 1e6, unit: 'MB', most: 150 }
  ]
}

/** @returns the most memory in use while a report was read, in bytes. */
async function read(db: Db, organizationId: string): Promise<number> {
  const actor = {
    userId: 'office',
    memberships: [{ organizationId, departmentId: null, role: 'coordinator' as const }],
    hasSecondFactor: true
  }
  const wanted = { actor, filter: { organizationId }, hasIdentifiers: false, fileKind: 'csv' as const, now: new Date() }
  const { pages } = await exportCompletions(db, wanted)
  let peak = 0
  for await (const text of completionsCsv(pages, { hasMark: false })) {
    if (text.length > 0) peak = Math.max(peak, process.memoryUsage().rss)
  }
  return peak
}

async function manyCredits(db: Db): Promise<ActivityVersion> {
  const activity = await anOpenActivity(db)
  const { claimId, participationId } = await aCredit(db, { activity })
  const claim = await db.selectFrom('claim').selectAll().where('id', '=', claimId).executeTakeFirstOrThrow()
  const way = await db
    .selectFrom('participation')
    .selectAll()
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow()
  const event = await db.selectFrom('event').selectAll().where('streamId', '=', claimId).executeTakeFirstOrThrow()
  for (let from = 1; from < people; from += 500) {
    const ids = Array.from({ length: Math.min(500, people - from) }, (_, index) => `person-${from + index}`)
    const rows = ids.map((userId) => ({ ...way, id: `way-${userId}`, userId }))
    await db.insertInto('participation').values(rows).execute()
    const streams = ids.map((id) => ({ id, kind: 'claim' as const, lastSeq: 1 }))
    await db.insertInto('stream').values(streams).execute()
    const claims = ids.map((id) => ({ ...claim, id, userId: id, participationId: `way-${id}` }))
    await db.insertInto('claim').values(claims).execute()
    await db
      .insertInto('event')
      .values(ids.map((streamId) => ({ ...event, streamId })))
      .execute()
  }
  return activity
}

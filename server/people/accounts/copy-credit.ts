import type { Db } from '#server/record/db/schema.ts'
import { parsed, withEvents } from './copy-learning.ts'

/** What proves somebody's credits: their ways through activities, claims with their logs, certificates, attendance. */
export async function copyCredit(db: Db, userId: string) {
  const participations = await db.selectFrom('participation').selectAll().where('userId', '=', userId).execute()
  const claims = await db.selectFrom('claim').selectAll().where('userId', '=', userId).execute()
  const certificates = await db.selectFrom('certificate').selectAll().where('userId', '=', userId).execute()
  return {
    participations: await withSteps(db, participations),
    claims: await withEvents(db, claims),
    certificates: certificates.map(({ snapshot, ...row }) => ({ ...row, snapshot: parsed(snapshot) })),
    attendance: await db.selectFrom('attendance').selectAll().where('userId', '=', userId).execute()
  }
}

async function withSteps<Row extends { id: string }>(db: Db, rows: readonly Row[]) {
  const all: (Row & { steps: Awaited<ReturnType<typeof stepsOf>> })[] = []
  for (const row of rows) all.push({ ...row, steps: await stepsOf(db, row.id) })
  return all
}

function stepsOf(db: Db, participationId: string) {
  return db
    .selectFrom('participationStep')
    .select(['kind', 'contentId', 'version', 'doneAt', 'scoreHundredths'])
    .where('participationId', '=', participationId)
    .orderBy('doneAt')
    .execute()
}

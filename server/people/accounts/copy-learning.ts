import type { Db } from '#server/record/db/schema.ts'

/** Everything a learner did: visits and tests with every answer, what was read, begun, finished and planned. */
export async function copyLearning(db: Db, learnerId: string) {
  const of = <T extends 'attempt' | 'completion' | 'assessment' | 'lessonReading' | 'summaryReading' | 'enrollment'>(
    table: T
  ) => db.selectFrom<T>(table)
  const attempts = await of('attempt').selectAll().where('learnerId', '=', learnerId).orderBy('startedAt').execute()
  const tests = await of('assessment').selectAll().where('learnerId', '=', learnerId).orderBy('startedAt').execute()
  return {
    visits: await withEvents(db, attempts),
    finishedVisits: await of('completion').selectAll().where('learnerId', '=', learnerId).execute(),
    tests: await withEvents(db, tests),
    lessonsRead: await of('lessonReading').selectAll().where('learnerId', '=', learnerId).execute(),
    summariesRead: await of('summaryReading').selectAll().where('learnerId', '=', learnerId).execute(),
    courses: await of('enrollment').selectAll().where('learnerId', '=', learnerId).execute(),
    boostersPlanned: await db.selectFrom('boosterPlan').selectAll().where('learnerId', '=', learnerId).execute(),
    boostersDone: await db.selectFrom('boosterDone').selectAll().where('learnerId', '=', learnerId).execute()
  }
}

/** @returns rows with the events of the stream that bears their id, in order. */
export async function withEvents<Row extends { id: string }>(db: Db, rows: readonly Row[]) {
  const all: (Row & { events: Awaited<ReturnType<typeof eventsOf>> })[] = []
  for (const row of rows) all.push({ ...row, events: await eventsOf(db, row.id) })
  return all
}

async function eventsOf(db: Db, streamId: string) {
  const events = await db
    .selectFrom('event')
    .select(['seq', 'type', 'payload', 'occurredAt'])
    .where('streamId', '=', streamId)
    .orderBy('seq')
    .execute()
  return events.map(({ payload, ...event }) => ({ ...event, payload: parsed(payload) }))
}

/** @returns stored JSON as it stands, for a copy to read. */
export function parsed(text: string): unknown {
  return JSON.parse(text)
}

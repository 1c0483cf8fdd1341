import type { Db } from '#server/record/db/schema.ts'

/** From which learner to which; nothing done after `until` moves. */
export type Between = { from: string; to: string; until: string | undefined }

/** A visit or a test: `about` is what a learner has one open of, `touchedAt` the time of its newest event. */
type Run = { id: string; learnerId: string | null; about: string; isOpen: boolean; touchedAt: string }
type Visit = Run & { scenarioId: string; isFirst: boolean; startedAt: string }

/**
 * Moves visits, tests and completions. Where both learners have the same open, the one answered last stays and the other
 * is forgotten; of two first visits to a case the earlier stays the first.
 */
export async function moveStreams(db: Db, between: Between): Promise<void> {
  const visits = await withoutDoubles(db, await listVisits(db, between), between)
  await keepOneFirst(db, visits)
  await move(db, 'attempt', idsToMove(visits, between), between)
  const tests = await withoutDoubles(db, await listTests(db, between), between)
  await move(db, 'assessment', idsToMove(tests, between), between)
  await db
    .updateTable('completion')
    .set({ learnerId: between.to })
    .where('learnerId', '=', between.from)
    .$if(between.until !== undefined, (query) => query.where('completedAt', '<=', between.until ?? ''))
    .execute()
}

async function listVisits(db: Db, { from, to, until }: Between): Promise<Visit[]> {
  const rows = await db
    .selectFrom('attempt')
    .innerJoin('event', 'event.streamId', 'attempt.id')
    .select(['attempt.id', 'learnerId', 'scenarioId', 'kind', 'startedAt', 'endedAt'])
    .select(({ fn }) => fn.max('event.occurredAt').as('touchedAt'))
    .where('learnerId', 'in', [from, to])
    .groupBy(['attempt.id', 'learnerId', 'scenarioId', 'kind', 'startedAt', 'endedAt'])
    .execute()
  return rows
    .map(({ kind, endedAt, ...row }) => ({
      ...row,
      about: row.scenarioId,
      isFirst: kind === 'first',
      isOpen: kind !== 'branch' && endedAt === null
    }))
    .filter((visit) => visit.learnerId === to || until === undefined || visit.touchedAt <= until)
}

async function listTests(db: Db, { from, to, until }: Between): Promise<Run[]> {
  const rows = await db
    .selectFrom('assessment')
    .innerJoin('event', 'event.streamId', 'assessment.id')
    .select(['assessment.id', 'learnerId', 'courseId', 'form', 'participationId', 'submittedAt'])
    .select(({ fn }) => fn.max('event.occurredAt').as('touchedAt'))
    .where('learnerId', 'in', [from, to])
    .groupBy(['assessment.id', 'learnerId', 'courseId', 'form', 'participationId', 'submittedAt'])
    .execute()
  return rows
    .map(({ id, learnerId, courseId, form, participationId, submittedAt, touchedAt }) => {
      const about = [courseId, form, participationId ?? ''].join(' ')
      return { id, learnerId, about, isOpen: submittedAt === null, touchedAt }
    })
    .filter((test) => test.learnerId === to || until === undefined || test.touchedAt <= until)
}

async function withoutDoubles<T extends Run>(db: Db, runs: readonly T[], { from }: Between): Promise<T[]> {
  const open = runs.filter(({ isOpen }) => isOpen)
  const lost = open
    .filter(({ learnerId }) => learnerId === from)
    .flatMap((mine) => {
      const other = open.find(({ learnerId, about }) => learnerId !== from && about === mine.about)
      if (!other) return []
      return [mine.touchedAt > other.touchedAt ? other : mine]
    })
  const ids = lost.map(({ id }) => id)
  if (ids.length > 0) await db.deleteFrom('stream').where('id', 'in', ids).execute()
  return runs.filter(({ id }) => !ids.includes(id))
}

async function keepOneFirst(db: Db, visits: readonly Visit[]): Promise<void> {
  const firsts = visits.filter(({ isFirst }) => isFirst)
  const later = firsts.filter((one) =>
    firsts.some((other) => other.id !== one.id && other.scenarioId === one.scenarioId && isEarlier(other, one))
  )
  const ids = later.map(({ id }) => id)
  if (ids.length > 0) await db.updateTable('attempt').set({ kind: 'repeat' }).where('id', 'in', ids).execute()
}

function isEarlier(one: Visit, other: Visit): boolean {
  return one.startedAt === other.startedAt ? one.id < other.id : one.startedAt < other.startedAt
}

function idsToMove(runs: readonly Run[], { from }: Between): string[] {
  return runs.filter(({ learnerId }) => learnerId === from).map(({ id }) => id)
}

async function move(db: Db, table: 'attempt' | 'assessment', ids: string[], { to }: Between): Promise<void> {
  if (ids.length > 0) await db.updateTable(table).set({ learnerId: to }).where('id', 'in', ids).execute()
}

import { type Kysely, sql } from 'kysely'
import { keptByKey } from '../dialect.ts'

/** Lessons read, courses begun, tests, anonymous evaluations and boosters. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createReadings(db)
  await createEnrollment(db)
  await createAssessment(db)
  await createEvaluation(db)
  await createBoosters(db)
}

async function createReadings(db: Kysely<unknown>): Promise<void> {
  for (const [table, what] of [
    ['lessonReading', 'lessonId'],
    ['summaryReading', 'scenarioId']
  ] as const) {
    await db.schema
      .createTable(table)
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learner.id').onDelete('cascade'))
      .addColumn(what, 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('readAt', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}Key`, ['learnerId', what])
      .execute()
  }
}

async function createEnrollment(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('enrollment')
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learner.id').onDelete('cascade'))
    .addColumn('courseId', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('startedAt', 'text', (column) => column.notNull())
    .addColumn('isEvaluated', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('enrollmentKey', ['learnerId', 'courseId'])
    .addCheckConstraint('enrollmentEvaluated', sql`"isEvaluated" in (0, 1)`)
    .execute()
}

async function createAssessment(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assessment')
    .addColumn('id', 'text', (column) => column.primaryKey().references('stream.id').onDelete('cascade'))
    .addColumn('learnerId', 'text', (column) => column.references('learner.id').onDelete('set null'))
    .addColumn('courseId', 'text', (column) => column.notNull())
    .addColumn('courseVersion', 'integer', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('startedAt', 'text', (column) => column.notNull())
    .addColumn('submittedAt', 'text')
    .addColumn('passed', 'integer')
    .addCheckConstraint('assessmentForm', sql`form in ('pre', 'post')`)
    .addCheckConstraint('assessmentPassed', sql`passed in (0, 1)`)
    .execute()
  await db.schema
    .createIndex('assessmentOpen')
    .unique()
    .on('assessment')
    .columns(['learnerId', 'courseId', 'form'])
    .where(sql<boolean>`"submittedAt" is null`)
    .execute()
}

// No column names a person, a course taken by a person or a time: an evaluation cannot be joined to who gave it.
async function createEvaluation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evaluation')
    .$call(keptByKey(db))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('courseId', 'text', (column) => column.notNull())
    .addColumn('courseVersion', 'integer', (column) => column.notNull())
    .addColumn('quarter', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .execute()
}

async function createBoosters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('boosterPlan')
    .addColumn('learnerId', 'text', (column) => column.primaryKey().references('learner.id').onDelete('cascade'))
    .addColumn('startedOn', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('boosterDone')
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learner.id').onDelete('cascade'))
    .addColumn('boosterId', 'text', (column) => column.notNull())
    .addColumn('doneAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('boosterDoneKey', ['learnerId', 'boosterId'])
    .execute()
}

import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'

/** The log, learners, attempts, completions and served scenarios. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createLog(db)
  await createLearner(db)
  await createScenarioVersion(db)
  await createAttempt(db)
  await createCompletion(db)
}

async function createLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stream')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lastSeq', 'integer', (column) => column.notNull())
    .addCheckConstraint('streamKind', sql`kind in ('attempt', 'assessment', 'claim', 'room')`)
    .execute()
  await db.schema
    .createTable('event')
    .addColumn('streamId', 'text', (column) => column.notNull().references('stream.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('occurredAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('eventKey', ['streamId', 'seq'])
    .execute()
}

async function createLearner(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('learner')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('lastSeenAt', 'text', (column) => column.notNull())
    .addColumn('keep', 'integer', (column) => column.notNull())
    .addCheckConstraint('learnerKeep', sql`keep in (0, 1)`)
    .execute()
}

async function createScenarioVersion(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scenarioVersion')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('firstServedAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('scenarioVersionKey', ['id', 'version'])
    .execute()
}

async function createAttempt(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attempt')
    .addColumn('id', 'text', (column) => column.primaryKey().references('stream.id').onDelete('cascade'))
    .addColumn('learnerId', 'text', (column) => column.references('learner.id').onDelete('set null'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('branchedFrom', 'text')
    .addColumn('branchedSeq', 'integer')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('jurisdiction', 'text', (column) => column.notNull())
    .addColumn('startedAt', 'text', (column) => column.notNull())
    .addColumn('endedAt', 'text')
    .addColumn('endingId', 'text')
    .addCheckConstraint('attemptKind', sql`kind in ('first', 'repeat', 'branch')`)
    .addForeignKeyConstraint('attemptVersion', ['scenarioId', 'version'], 'scenarioVersion', ['id', 'version'])
    .execute()
  await db.schema.createIndex('attemptOfLearner').on('attempt').columns(['learnerId', 'scenarioId']).execute()
  await db.schema.createIndex('attemptOfVersion').on('attempt').columns(['scenarioId', 'version']).execute()
  await onePerLearner(db, 'attemptFirst', sql<SqlBool>`kind = 'first'`)
  await onePerLearner(db, 'attemptOpen', sql<SqlBool>`kind <> 'branch' and "endedAt" is null`)
}

// Without a reference to the attempt: a completion stays when the attempt is forgotten.
async function createCompletion(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('completion')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('attemptId', 'text', (column) => column.notNull().unique())
    .addColumn('learnerId', 'text', (column) => column.references('learner.id').onDelete('set null'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('completedAt', 'text', (column) => column.notNull())
    .addColumn('minutes', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('completionOfLearner').on('completion').column('learnerId').execute()
}

async function onePerLearner(db: Kysely<unknown>, name: string, which: Expression<SqlBool>): Promise<void> {
  await db.schema.createIndex(name).unique().on('attempt').columns(['learnerId', 'scenarioId']).where(which).execute()
}

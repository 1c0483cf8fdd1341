import { type Kysely, sql } from 'kysely'

/** Activities that carry credit, who took part in them, claims and certificates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createActivity(db)
  await createBesideActivity(db)
  await createSignOff(db)
  await createParticipation(db)
  await createClaim(db)
  await createCertificate(db)
  await addToAssessment(db)
  await addToEvaluation(db)
}

async function createActivity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('activity')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('courseId', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('openVersion', 'integer')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addCheckConstraint('activityState', sql`state in ('draft', 'open', 'closed')`)
    .execute()
  await db.schema.createIndex('activityOfOrganization').on('activity').column('organizationId').execute()
  await db.schema
    .createTable('activityVersion')
    .addColumn('activityId', 'text', (column) => column.notNull().references('activity.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('contentHash', 'text', (column) => column.notNull())
    .addColumn('openedAt', 'text', (column) => column.notNull())
    .addColumn('openedBy', 'text')
    .addColumn('closedAt', 'text')
    .addPrimaryKeyConstraint('activityVersionKey', ['activityId', 'version'])
    .execute()
}

async function createBesideActivity(db: Kysely<unknown>): Promise<void> {
  for (const table of ['creditOffering', 'contributor'] as const) {
    await db.schema
      .createTable(table)
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('activityId', 'text', (column) => column.notNull().references('activity.id'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex(`${table}OfActivity`).on(table).column('activityId').execute()
  }
  await db.schema
    .createTable('statement')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text')
    .addPrimaryKeyConstraint('statementKey', ['id', 'version'])
    .execute()
  await db.schema
    .createTable('facilityEdit')
    .addColumn('organizationId', 'text', (column) => column.primaryKey().references('organization.id'))
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('updatedBy', 'text')
    .execute()
}

async function createSignOff(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('signOff')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('contentKind', 'text', (column) => column.notNull())
    .addColumn('contentId', 'text', (column) => column.notNull())
    .addColumn('contentVersion', 'integer', (column) => column.notNull())
    .addColumn('contentHash', 'text', (column) => column.notNull())
    .addColumn('capacity', 'text', (column) => column.notNull())
    .addColumn('reviewerId', 'text')
    .addColumn('reviewerName', 'text', (column) => column.notNull())
    .addColumn('reviewerCredentials', 'text', (column) => column.notNull())
    .addColumn('signedOn', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('recordedBy', 'text')
    .addColumn('recordedAt', 'text', (column) => column.notNull())
    .addCheckConstraint('signOffKind', sql`"contentKind" in ('course', 'lesson', 'case', 'item')`)
    .addCheckConstraint('signOffCapacity', sql`capacity in ('clinician', 'lived-experience', 'coder')`)
    .execute()
  await db.schema
    .createIndex('signOffOfContent')
    .on('signOff')
    .columns([
      'organizationId',
      'contentKind',
      'contentId',
      'contentVersion',
      'contentHash',
      'capacity',
      'reviewerName'
    ])
    .unique()
    .execute()
}

// No reference to the account or the learner: who took part must be shown for six years.
async function createParticipation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('participation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('userId', 'text', (column) => column.notNull())
    .addColumn('learnerId', 'text', (column) => column.references('learner.id').onDelete('set null'))
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('activityId', 'text', (column) => column.notNull())
    .addColumn('activityVersion', 'integer', (column) => column.notNull())
    .addColumn('profession', 'text', (column) => column.notNull())
    .addColumn('timeZone', 'text', (column) => column.notNull())
    .addColumn('shownAt', 'text', (column) => column.notNull())
    .addColumn('acknowledgedAt', 'text', (column) => column.notNull())
    .addColumn('finishedAt', 'text')
    .addColumn('passedTestId', 'text')
    .addColumn('scoreHundredths', 'integer')
    .addColumn('testAttempts', 'integer', (column) => column.notNull())
    .addColumn('minutesMeasured', 'integer')
    .addColumn('minutesReported', 'integer')
    .addColumn('isEvaluated', 'integer', (column) => column.notNull())
    .addUniqueConstraint('participationOnce', ['userId', 'activityId', 'activityVersion'])
    .addForeignKeyConstraint('participationVersion', ['activityId', 'activityVersion'], 'activityVersion', [
      'activityId',
      'version'
    ])
    .addCheckConstraint('participationEvaluated', sql`"isEvaluated" in (0, 1)`)
    .execute()
  await db.schema.createIndex('participationOfActivity').on('participation').column('activityId').execute()
  await db.schema.createIndex('participationOfLearner').on('participation').column('learnerId').execute()
  await db.schema
    .createTable('participationStep')
    .addColumn('participationId', 'text', (column) =>
      column.notNull().references('participation.id').onDelete('cascade')
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('contentId', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('doneAt', 'text', (column) => column.notNull())
    .addColumn('scoreHundredths', 'integer')
    .addPrimaryKeyConstraint('participationStepKey', ['participationId', 'kind', 'contentId', 'version'])
    .addCheckConstraint('participationStepKind', sql`kind in ('lesson', 'case', 'pre', 'post')`)
    .execute()
}

async function createClaim(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('claim')
    .addColumn('id', 'text', (column) => column.primaryKey().references('stream.id'))
    .addColumn('participationId', 'text', (column) => column.notNull().references('participation.id'))
    .addColumn('userId', 'text', (column) => column.notNull())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('activityId', 'text', (column) => column.notNull())
    .addColumn('activityVersion', 'integer', (column) => column.notNull())
    .addColumn('offeringId', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('openedAt', 'text', (column) => column.notNull())
    .addColumn('claimedAt', 'text')
    .addColumn('claimedHundredths', 'integer')
    .addUniqueConstraint('claimOnce', ['participationId', 'offeringId'])
    .execute()
  await db.schema.createIndex('claimOfUser').on('claim').column('userId').execute()
  await db.schema.createIndex('claimOfActivity').on('claim').column('activityId').execute()
  await db.schema
    .createIndex('claimedOnce')
    .unique()
    .on('claim')
    .columns(['userId', 'activityId', 'offeringId'])
    .where(sql<boolean>`"claimedAt" is not null`)
    .execute()
}

async function createCertificate(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificate')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('claimId', 'text', (column) => column.notNull().references('claim.id'))
    .addColumn('userId', 'text', (column) => column.notNull())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('activityId', 'text', (column) => column.notNull())
    .addColumn('issuedAt', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('snapshotHash', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('replaces', 'text')
    .addColumn('replacedBy', 'text')
    .addColumn('voidedAt', 'text')
    .addColumn('voidedBy', 'text')
    .addColumn('voidReason', 'text')
    .addCheckConstraint('certificateState', sql`state in ('valid', 'voided')`)
    .execute()
  await db.schema
    .createIndex('certificateValid')
    .unique()
    .on('certificate')
    .column('claimId')
    .where(sql<boolean>`state = 'valid'`)
    .execute()
  await db.schema.createIndex('certificateOfUser').on('certificate').column('userId').execute()
}

// Neither says who: the activity is that of everyone who took it, and answers are first shown five or more at once.
async function addToEvaluation(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('evaluation').addColumn('activityId', 'text').execute()
  await db.schema.alterTable('evaluation').addColumn('shownAs', 'text').execute()
  await db.schema.createIndex('evaluationOfActivity').on('evaluation').column('activityId').execute()
}

// A test for credit stands beside the course's own: one of each may be open.
async function addToAssessment(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('assessment').addColumn('participationId', 'text').execute()
  await db.schema.dropIndex('assessmentOpen').execute()
  const open = sql`"learnerId", "courseId", form, coalesce("participationId", '')`
  await sql`create unique index "assessmentOpen" on assessment (${open}) where "submittedAt" is null`.execute(db)
}

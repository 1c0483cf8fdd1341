import { type Kysely, sql } from 'kysely'

/** Accounts with better-auth's tables, organizations and their members, profiles with sealed licenses, the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createUser(db)
  await createSession(db)
  await createAccount(db)
  await createProofs(db)
  await linkLearner(db)
  await createOrganization(db)
  await createInvitation(db)
  await createAssignment(db)
  await createProfile(db)
  await createAudit(db)
}

async function createUser(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('user')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', 'integer', (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('twoFactorEnabled', 'integer')
    .execute()
}

async function createSession(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('isShared', 'integer', (column) => column.notNull())
    .addColumn('lastSeenAt', 'text', (column) => column.notNull())
    .addColumn('strength', 'text', (column) => column.notNull())
    .addCheckConstraint('sessionShared', sql`"isShared" in (0, 1)`)
    .addCheckConstraint('sessionStrength', sql`strength in ('one-factor', 'two-factors')`)
    .execute()
  await db.schema.createIndex('sessionOfUser').on('session').column('userId').execute()
}

async function createAccount(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', 'text')
    .addColumn('refreshTokenExpiresAt', 'text')
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('accountOfUser').on('account').column('userId').execute()
}

async function createProofs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('verificationIdentifier').on('verification').column('identifier').execute()
  await db.schema
    .createTable('twoFactor')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backupCodes', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('verified', 'integer')
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', 'text')
    .execute()
  await db.schema.createIndex('twoFactorOfUser').on('twoFactor').column('userId').execute()
  await db.schema
    .createTable('passkey')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('publicKey', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('credentialID', 'text', (column) => column.notNull())
    .addColumn('counter', 'integer', (column) => column.notNull())
    .addColumn('deviceType', 'text', (column) => column.notNull())
    .addColumn('backedUp', 'integer', (column) => column.notNull())
    .addColumn('transports', 'text')
    .addColumn('createdAt', 'text')
    .addColumn('aaguid', 'text')
    .execute()
  await db.schema.createIndex('passkeyOfUser').on('passkey').column('userId').execute()
  await db.schema.createIndex('passkeyCredential').on('passkey').column('credentialID').execute()
  await db.schema
    .createTable('rateLimit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('lastRequest', 'bigint', (column) => column.notNull())
    .execute()
}

// One learner for each account; a learner without one is known by the cookie alone.
async function linkLearner(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('learner')
    .addColumn('userId', 'text', (column) => column.references('user.id').onDelete('set null'))
    .execute()
  await db.schema.alterTable('learner').addColumn('leftAt', 'text').execute()
  await db.schema.createIndex('learnerOfUser').unique().on('learner').column('userId').execute()
}

async function createOrganization(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('organization')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('isDemonstration', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addCheckConstraint('organizationDemonstration', sql`"isDemonstration" in (0, 1)`)
    .execute()
  await db.schema
    .createTable('department')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addUniqueConstraint('departmentName', ['organizationId', 'name'])
    .execute()
  await db.schema
    .createTable('membership')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('departmentId', 'text', (column) => column.references('department.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('membershipOnce', ['userId', 'organizationId', 'role'])
    .addCheckConstraint('membershipRole', isRole)
    .execute()
  await db.schema.createIndex('membershipOfOrganization').on('membership').column('organizationId').execute()
}

const isRole = sql`role in ('learner', 'facilitator', 'author', 'reviewer', 'coordinator', 'manager', 'admin')`

async function createInvitation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('departmentId', 'text', (column) => column.references('department.id'))
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('invitedBy', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('acceptedAt', 'text')
    .addColumn('revokedAt', 'text')
    .addCheckConstraint('invitationRole', isRole)
    .execute()
  await db.schema
    .createIndex('invitationOpen')
    .unique()
    .on('invitation')
    .columns(['organizationId', 'email'])
    .where(sql<boolean>`"acceptedAt" is null and "revokedAt" is null`)
    .execute()
}

async function createAssignment(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assignment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organizationId', 'text', (column) => column.notNull().references('organization.id'))
    .addColumn('activityId', 'text', (column) => column.notNull())
    .addColumn('departmentId', 'text', (column) => column.references('department.id').onDelete('cascade'))
    .addColumn('userId', 'text', (column) => column.references('user.id').onDelete('cascade'))
    .addColumn('dueOn', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('withdrawnAt', 'text')
    .execute()
  await db.schema.createIndex('assignmentOfOrganization').on('assignment').column('organizationId').execute()
}

async function createProfile(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('profile')
    .addColumn('userId', 'text', (column) => column.primaryKey().references('user.id').onDelete('cascade'))
    .addColumn('givenName', 'text', (column) => column.notNull())
    .addColumn('familyName', 'text', (column) => column.notNull())
    .addColumn('credentials', 'text')
    .addColumn('profession', 'text')
    .addColumn('employeeId', 'text')
    .addColumn('timeZone', 'text')
    .addColumn('consentsToReport', 'integer', (column) => column.notNull())
    .addColumn('holds', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('sealed', 'text')
    .addColumn('sealedWith', 'text')
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addCheckConstraint('profileConsent', sql`"consentsToReport" in (0, 1)`)
    .execute()
  await db.schema
    .createTable('license')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('sealedWith', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('licenseOfUser').on('license').column('userId').execute()
}

// Without references: a line stays when what it speaks of is gone.
async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('auditEvent')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('organizationId', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actorId', 'text')
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subjectKind', 'text', (column) => column.notNull())
    .addColumn('subjectId', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previousHash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('auditOfOrganization').on('auditEvent').columns(['organizationId', 'seq']).execute()
  await db.schema.createIndex('auditOfSubject').on('auditEvent').columns(['subjectKind', 'subjectId']).execute()
}

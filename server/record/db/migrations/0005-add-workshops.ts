import { type Kysely, sql } from 'kysely'
import { keptByKey } from '../dialect.ts'

/** Workshops, their anonymous rooms, and apart from those who came by name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createWorkshop(db)
  await createRoom(db)
  await createSeat(db)
  await createSaid(db)
  await createAttendance(db)
  await createCheckIn(db)
}

async function createWorkshop(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workshop')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organizationId', 'text', (column) => column.references('organization.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('agenda', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('activityId', 'text', (column) => column.references('activity.id'))
    .addColumn('supportPerson', 'text')
    .addColumn('createdBy', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('workshopOfOrganization').on('workshop').column('organizationId').execute()
}

async function createRoom(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('room')
    .addColumn('id', 'text', (column) => column.primaryKey().references('stream.id').onDelete('cascade'))
    .addColumn('workshopId', 'text', (column) => column.references('workshop.id').onDelete('set null'))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('joinKey', 'text', (column) => column.notNull())
    .addColumn('controlHash', 'text', (column) => column.notNull())
    .addColumn('watchHash', 'text', (column) => column.notNull())
    .addColumn('openQuestion', 'text')
    .addColumn('batch', 'integer', (column) => column.notNull())
    .addColumn('isRehearsal', 'integer', (column) => column.notNull())
    .addColumn('openedOn', 'text', (column) => column.notNull())
    .addColumn('endedAt', 'text')
    .addCheckConstraint('roomRehearsal', sql`"isRehearsal" in (0, 1)`)
    .execute()
  await db.schema.createIndex('roomOfWorkshop').on('room').column('workshopId').execute()
}

// No column tells when somebody came or answered, from where, or who they are.
async function createSeat(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('roomSeat')
    .$call(keptByKey(db))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('roomId', 'text', (column) => column.notNull().references('room.id').onDelete('cascade'))
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('tableName', 'text')
    .addColumn('part', 'text')
    .addCheckConstraint('roomSeatPart', sql`part in ('note', 'room', 'talk')`)
    .execute()
  await db.schema.createIndex('roomSeatOfRoom').on('roomSeat').column('roomId').execute()
  await db.schema
    .createTable('roomAnswer')
    .$call(keptByKey(db))
    .addColumn('roomId', 'text', (column) => column.notNull().references('room.id').onDelete('cascade'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('seatId', 'text', (column) => column.notNull().references('roomSeat.id').onDelete('cascade'))
    .addColumn('answer', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('roomAnswerKey', ['roomId', 'question', 'seatId'])
    .execute()
}

async function createSaid(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('roomText')
    .$call(keptByKey(db))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('roomId', 'text', (column) => column.notNull().references('room.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('question', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addCheckConstraint('roomTextKind', sql`kind in ('answer', 'parking')`)
    .addCheckConstraint('roomTextState', sql`state in ('waiting', 'shown', 'hidden')`)
    .execute()
  await db.schema.createIndex('roomTextOfRoom').on('roomText').column('roomId').execute()
  await db.schema
    .createTable('roomSignal')
    .$call(keptByKey(db))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('roomId', 'text', (column) => column.notNull().references('room.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('question', 'text')
    .addColumn('isSeen', 'integer', (column) => column.notNull())
    .addCheckConstraint('roomSignalKind', sql`kind in ('support', 'more-time')`)
    .addCheckConstraint('roomSignalSeen', sql`"isSeen" in (0, 1)`)
    .execute()
  await db.schema.createIndex('roomSignalOfRoom').on('roomSignal').column('roomId').execute()
}

async function createAttendance(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendance')
    .$call(keptByKey(db))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshopId', 'text', (column) => column.notNull().references('workshop.id'))
    .addColumn('heldOn', 'text', (column) => column.notNull())
    .addColumn('userId', 'text')
    .addColumn('givenName', 'text', (column) => column.notNull())
    .addColumn('familyName', 'text', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('profession', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('acknowledgedAt', 'text')
    .addColumn('participationId', 'text', (column) => column.references('participation.id').onDelete('set null'))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addCheckConstraint('attendanceSource', sql`source in ('code', 'walk-in', 'paper')`)
    .execute()
  await indexAttendance(db)
}

async function indexAttendance(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('attendanceOfWorkshop').on('attendance').columns(['workshopId', 'heldOn']).execute()
  await db.schema
    .createIndex('attendanceOnce')
    .unique()
    .on('attendance')
    .columns(['workshopId', 'heldOn', 'userId'])
    .where(sql<boolean>`"userId" is not null`)
    .execute()
  await db.schema
    .createIndex('attendanceOnceByMail')
    .unique()
    .on('attendance')
    .columns(['workshopId', 'heldOn', 'email'])
    .where(sql<boolean>`email is not null`)
    .execute()
  await db.schema
    .createIndex('attendanceOfParticipation')
    .unique()
    .on('attendance')
    .column('participationId')
    .where(sql<boolean>`"participationId" is not null`)
    .execute()
}

async function createCheckIn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attendanceInterval')
    .$call(keptByKey(db))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('attendanceId', 'text', (column) => column.notNull().references('attendance.id').onDelete('cascade'))
    .addColumn('startsAt', 'text', (column) => column.notNull())
    .addColumn('endsAt', 'text')
    .addColumn('enteredBy', 'text')
    .addColumn('reason', 'text')
    .execute()
  await db.schema.createIndex('intervalOfAttendance').on('attendanceInterval').column('attendanceId').execute()
  await db.schema
    .createTable('checkIn')
    .addColumn('workshopId', 'text', (column) => column.notNull().references('workshop.id'))
    .addColumn('heldOn', 'text', (column) => column.notNull())
    .addColumn('activityId', 'text', (column) => column.notNull())
    .addColumn('activityVersion', 'integer', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('timeZone', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('blocks', 'text', (column) => column.notNull())
    .addColumn('signingMinutes', 'integer', (column) => column.notNull())
    .addColumn('claimDays', 'integer', (column) => column.notNull())
    .addColumn('beginsAt', 'text', (column) => column.notNull())
    .addColumn('opensAt', 'text', (column) => column.notNull())
    .addColumn('closesAt', 'text', (column) => column.notNull())
    .addColumn('endOpensAt', 'text')
    .addPrimaryKeyConstraint('checkInKey', ['workshopId', 'heldOn'])
    .addForeignKeyConstraint('checkInVersion', ['activityId', 'activityVersion'], 'activityVersion', [
      'activityId',
      'version'
    ])
    .execute()
}

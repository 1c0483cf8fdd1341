import type { EncryptionKey } from '#server/env.ts'
import type { Person } from '#server/people/auth/person.ts'
import { sealingKeys } from '#server/people/profiles/keyring.ts'
import { readIdentifiers } from '#server/people/profiles/read-identifiers.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { copyCredit } from './copy-credit.ts'
import { copyLearning } from './copy-learning.ts'

/** Everything that is stored of an account, as `copyAccount` gives it. */
export type AccountCopy = Awaited<ReturnType<typeof readCopy>>

type Asked = { person: Person; now: Date; keys?: EncryptionKey[] }

/**
 * Gives somebody everything that is stored of them, licenses and numbers in clear, but no password, key or token. That
 * it was read is logged. Evaluations are not in it: nothing leads from them to who gave them.
 * @throws `sealed_unreadable`
 */
export function copyAccount(db: Db, { person, now, keys = sealingKeys() }: Asked): Promise<AccountCopy> {
  return inTransaction(db, async (db) => {
    const { userId } = person
    const asked = { actor: person, userId, organizationId: null, purpose: 'own copy', now, keys }
    const identifiers = await readIdentifiers(db, asked)
    await appendAudit(db, {
      organizationId: null,
      actorId: userId,
      act: 'account.exported',
      subject: { kind: 'user', id: userId },
      now
    })
    return readCopy(db, { userId, now, identifiers })
  })
}

type Wanted = { userId: string; now: Date; identifiers: Awaited<ReturnType<typeof readIdentifiers>> }

async function readCopy(db: Db, { userId, now, identifiers }: Wanted) {
  const account = await db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'emailVerified', 'twoFactorEnabled', 'createdAt', 'updatedAt'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const learner = await db
    .selectFrom('learner')
    .select(['id', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  return {
    copiedAt: now.toISOString(),
    account,
    signingIn: await copySigningIn(db, userId),
    profile: await copyProfile(db, userId),
    identifiers,
    organizations: await copyOrganizations(db, account),
    learning: learner ? { ...learner, ...(await copyLearning(db, learner.id)) } : null,
    credit: await copyCredit(db, userId),
    log: await copyLog(db, userId)
  }
}

async function copySigningIn(db: Db, userId: string) {
  const ways = db.selectFrom('account').select(['providerId', 'createdAt', 'updatedAt']).where('userId', '=', userId)
  const passkeys = db.selectFrom('passkey').select(['name', 'deviceType', 'createdAt']).where('userId', '=', userId)
  const sessions = db
    .selectFrom('session')
    .select(['createdAt', 'lastSeenAt', 'expiresAt', 'ipAddress', 'userAgent', 'isShared', 'strength'])
    .where('userId', '=', userId)
  return { ways: await ways.execute(), passkeys: await passkeys.execute(), sessions: await sessions.execute() }
}

async function copyProfile(db: Db, userId: string) {
  const row = await db
    .selectFrom('profile')
    .select(['givenName', 'familyName', 'credentials', 'profession', 'employeeId', 'timeZone', 'consentsToReport'])
    .select('updatedAt')
    .where('userId', '=', userId)
    .executeTakeFirst()
  return row ?? null
}

async function copyOrganizations(db: Db, { id, email }: { id: string; email: string }) {
  const roles = db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organizationId')
    .leftJoin('department', 'department.id', 'membership.departmentId')
    .select(['organization.name as organization', 'membership.role', 'department.name as department'])
    .select('membership.createdAt')
    .where('membership.userId', '=', id)
  const assigned = db
    .selectFrom('assignment')
    .select(['activityId', 'dueOn', 'createdAt', 'withdrawnAt'])
    .where('userId', '=', id)
  const invitations = db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organizationId')
    .select(['organization.name as organization', 'invitation.email', 'invitation.role', 'invitation.createdAt'])
    .select(['invitation.expiresAt', 'invitation.acceptedAt', 'invitation.revokedAt'])
    .where('invitation.email', '=', email)
  return { roles: await roles.execute(), assigned: await assigned.execute(), invitations: await invitations.execute() }
}

/** Lines of the audit log about them, and what they did themselves, without what it was done to. */
function copyLog(db: Db, userId: string) {
  return db
    .selectFrom('auditEvent')
    .select(['at', 'act', 'subjectKind', 'reason'])
    .where(({ or, and, eb }) =>
      or([eb('actorId', '=', userId), and([eb('subjectKind', '=', 'user'), eb('subjectId', '=', userId)])])
    )
    .orderBy('seq')
    .execute()
}

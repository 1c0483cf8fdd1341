import type { Generated } from 'kysely'

/** Roles that a membership gives in one organization; one person may hold several. */
export const roles = ['learner', 'facilitator', 'author', 'reviewer', 'coordinator', 'manager', 'admin'] as const
export type Role = (typeof roles)[number]

/** An account. The columns of this table and of the five below it are those of better-auth; times are ISO-8601 text. */
export type UserTable = {
  id: string
  name: string
  email: string
  emailVerified: number
  image: string | null
  createdAt: string
  updatedAt: string
  twoFactorEnabled: number | null
}

/**
 * One signed-in browser. `isShared` is 1 where others use the computer; `lastSeenAt` counts toward the idle sign-out;
 * `strength` tells how the person proved who they are.
 */
export type SessionTable = {
  id: string
  expiresAt: string
  token: string
  createdAt: string
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
  userId: string
  isShared: number
  lastSeenAt: string
  strength: 'one-factor' | 'two-factors'
}

export type AccountTable = {
  id: string
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: string
  updatedAt: string
}

export type VerificationTable = {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: string
  updatedAt: string
}

export type TwoFactorTable = {
  id: string
  secret: string
  backupCodes: string
  userId: string
  verified: number | null
  failedVerificationCount: number | null
  lockedUntil: string | null
}

export type PasskeyTable = {
  id: string
  name: string | null
  publicKey: string
  userId: string
  credentialID: string
  counter: number
  deviceType: string
  backedUp: number
  transports: string | null
  createdAt: string | null
  aaguid: string | null
}

export type RateLimitTable = { id: string; key: string; count: number; lastRequest: number }

/** One fact about this installation by name, such as the hash of the code that opens its setup. */
export type SettingTable = { name: string; value: string }

/** A hospital, school or CE office. `isDemonstration` is 1 for the fictional one, which nobody accredits. */
export type OrganizationTable = { id: string; name: string; isDemonstration: number; createdAt: string }

export type DepartmentTable = { id: string; organizationId: string; name: string }

/** One role of one person in one organization. A manager's `departmentId` is the department they see. */
export type MembershipTable = {
  id: string
  userId: string
  organizationId: string
  departmentId: string | null
  role: Role
  createdAt: string
}

/**
 * A link sent to an address that makes its owner a member; the link's token is stored as a hash. An address has one open
 * invitation of an organization: neither accepted nor revoked, though it may have expired.
 */
export type InvitationTable = {
  id: string
  organizationId: string
  departmentId: string | null
  email: string
  role: Role
  tokenHash: string
  invitedBy: string | null
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
  revokedAt: string | null
}

/** Something a department, or one person of it, is asked to finish by a day (YYYY-MM-DD). */
export type AssignmentTable = {
  id: string
  organizationId: string
  activityId: string
  departmentId: string | null
  userId: string | null
  dueOn: string
  createdBy: string | null
  createdAt: string
  withdrawnAt: string | null
}

/**
 * What an account says of itself for certificates and rosters. The names are those on the license; `sealed` holds, as
 * one encrypted text, the numbers that belong to no single license: NPI, ePID, NREMT, a board's id, and month and day
 * of birth; `holds` names which of them it has, with a space between.
 */
export type ProfileTable = {
  userId: string
  givenName: string
  familyName: string
  credentials: string | null
  profession: string | null
  employeeId: string | null
  timeZone: string | null
  consentsToReport: number
  holds: Generated<string>
  sealed: string | null
  sealedWith: string | null
  updatedAt: string
}

/** One professional license: state, number and board as one encrypted text, and the id of the key that opens it. */
export type LicenseTable = { id: string; userId: string; sealed: string; sealedWith: string; updatedAt: string }

/** One line of the append-only log: who did what to what, and why. `hash` covers the line and the hash before it. */
export type AuditEventTable = {
  seq: number
  organizationId: string | null
  at: string
  actorId: string | null
  act: string
  subjectKind: string
  subjectId: string
  reason: string | null
  details: string
  previousHash: string
  hash: string
}

export type PeopleTables = {
  user: UserTable
  session: SessionTable
  account: AccountTable
  verification: VerificationTable
  twoFactor: TwoFactorTable
  passkey: PasskeyTable
  rateLimit: RateLimitTable
  setting: SettingTable
  organization: OrganizationTable
  department: DepartmentTable
  membership: MembershipTable
  invitation: InvitationTable
  assignment: AssignmentTable
  profile: ProfileTable
  license: LicenseTable
  auditEvent: AuditEventTable
}

import { type ProfessionId, professionIds } from '#content/professions.ts'
import type { IdentifierKind } from '#machines/activity/offering.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/** What an account says of itself; names as on the license. `timeZone` is an IANA name such as `America/Chicago`. */
export type Profile = {
  givenName: string
  familyName: string
  credentials: string | null
  profession: ProfessionId | null
  employeeId: string | null
  timeZone: string | null
  consentsToReport: boolean
}

/** @returns the profile of an account, where it was begun; its names may be empty. */
export async function findProfile(db: Db, userId: string): Promise<Profile | undefined> {
  const row = await db
    .selectFrom('profile')
    .select(['givenName', 'familyName', 'credentials', 'profession', 'employeeId', 'timeZone', 'consentsToReport'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (!row) return undefined
  const profession = professionIds.find((known) => known === row.profession) ?? null
  return { ...row, profession, consentsToReport: row.consentsToReport === 1 }
}

/**
 * @returns the profile of an account, with both names
 * @throws `profile_missing` where a certificate would not know what to call them
 */
export async function getProfile(db: Db, userId: string): Promise<Profile> {
  const profile = await findProfile(db, userId)
  if (!profile || profile.givenName === '' || profile.familyName === '') throw new AppError('profile_missing')
  return profile
}

/** @returns which of `kinds` an account has not given. Nothing is decrypted. */
export async function missingIdentifiers(
  db: Db,
  userId: string,
  kinds: readonly IdentifierKind[]
): Promise<IdentifierKind[]> {
  const held = await heldKinds(db, userId)
  return kinds.filter((kind) => !held.has(kind))
}

/** @returns whether an account has given all of `kinds`. Nothing is decrypted. */
export async function isComplete(db: Db, userId: string, kinds: readonly IdentifierKind[]): Promise<boolean> {
  return (await missingIdentifiers(db, userId, kinds)).length === 0
}

async function heldKinds(db: Db, userId: string): Promise<Set<string>> {
  const profile = await db
    .selectFrom('profile')
    .select(['holds', 'employeeId'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  const license = await db.selectFrom('license').select('id').where('userId', '=', userId).limit(1).executeTakeFirst()
  return new Set([
    ...(profile?.holds ?? '').split(' ').filter((kind) => kind !== ''),
    ...(profile?.employeeId ? ['employeeId'] : []),
    ...(license ? ['license'] : [])
  ])
}

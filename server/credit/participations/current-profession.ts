import { findProfile } from '#server/people/profiles/queries.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationTable } from '#server/record/db/schema-credit.ts'
import { listClaimsOf } from '../claims/queries.ts'

/**
 * @returns the profession that decides about a way's credits: the profile's until the first of them is claimed; from
 * then on it stays as it was
 */
export async function currentProfession(
  db: Db,
  { id: participationId, userId, profession }: Pick<ParticipationTable, 'id' | 'userId' | 'profession'>
): Promise<string> {
  const claims = await listClaimsOf(db, { participationId })
  if (claims.some(({ claimedAt }) => claimedAt !== null)) return profession
  return (await findProfile(db, userId))?.profession ?? profession
}

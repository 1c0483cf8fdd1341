import type { EncryptionKey } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type LicenseText, licenseSchema, type Numbers, numbersSchema } from './identifiers.ts'
import { type Sealed, type SealedPlace, unseal } from './sealing.ts'

/** A license with the id of its row. */
export type License = LicenseText & { id: string }

/** Opens the numbers of an account, for verbs of this folder alone: whoever reads for somebody uses `readIdentifiers`. */
export async function openNumbers(db: Db, userId: string, keys: readonly EncryptionKey[]): Promise<Numbers> {
  const row = await db
    .selectFrom('profile')
    .select(['sealed', 'sealedWith'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (!row?.sealed || !row.sealedWith) return {}
  const place = { table: 'profile', id: userId, userId } as const
  return numbersSchema.parse(parsed({ sealed: row.sealed, sealedWith: row.sealedWith }, keys, place))
}

/** Opens the licenses of an account, oldest first, for verbs of this folder alone. */
export async function openLicenses(db: Db, userId: string, keys: readonly EncryptionKey[]): Promise<License[]> {
  const rows = await db
    .selectFrom('license')
    .select(['id', 'sealed', 'sealedWith'])
    .where('userId', '=', userId)
    .orderBy('updatedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id, ...sealed }) => ({
    id,
    ...licenseSchema.parse(parsed(sealed, keys, { table: 'license', id, userId }))
  }))
}

// What a parser says of a text may quote it, so its fault is not passed on.
function parsed(sealed: Sealed, keys: readonly EncryptionKey[], place: SealedPlace): unknown {
  const text = unseal(sealed, keys, place)
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('sealed_unreadable', { where: { table: place.table } })
  }
}

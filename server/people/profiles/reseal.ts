import type { EncryptionKey } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { sealingKeys } from './keyring.ts'
import { type Sealed, type SealedPlace, seal, unseal } from './sealing.ts'

/** How many rows were closed anew with the first key, and which could not be opened. */
export type Resealed = { resealed: number; unreadable: { table: string; id: string; sealedWith: string }[] }

type Row = Sealed & { id: string; userId: string }

/**
 * Closes everything anew with the first key. Each row is done by itself and only where nobody changed it meanwhile, so
 * the work may stop anywhere and be begun again; rows of the first key are left as they are.
 * @param most stop after this many rows
 */
export async function reseal(
  db: Db,
  { keys = sealingKeys(), most = Number.MAX_SAFE_INTEGER }: { keys?: EncryptionKey[]; most?: number } = {}
): Promise<Resealed> {
  const done: Resealed = { resealed: 0, unreadable: [] }
  for (const table of ['profile', 'license'] as const) {
    let after = ''
    while (done.resealed < most) {
      const rows = await nextRows(db, { table, after, current: keys[0]?.id ?? '' })
      const last = rows.at(-1)
      if (!last) break
      after = last.id
      for (const row of rows) if (done.resealed < most) await resealRow(db, { table, row, keys, done })
    }
  }
  return done
}

type Step = { table: SealedPlace['table']; row: Row; keys: EncryptionKey[]; done: Resealed }

async function resealRow(db: Db, { table, row, keys, done }: Step): Promise<void> {
  const place = { table, id: row.id, userId: row.userId }
  try {
    const sealed = seal(unseal(row, keys, place), keys, place)
    const { numUpdatedRows } = await replace(db, { table, row, sealed })
    done.resealed += Number(numUpdatedRows)
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    done.unreadable.push({ table, id: row.id, sealedWith: row.sealedWith })
  }
}

function replace(db: Db, { table, row, sealed }: { table: Step['table']; row: Row; sealed: Sealed }) {
  if (table === 'profile')
    return db
      .updateTable('profile')
      .set(sealed)
      .where('userId', '=', row.id)
      .where('sealed', '=', row.sealed)
      .executeTakeFirstOrThrow()
  return db
    .updateTable('license')
    .set(sealed)
    .where('id', '=', row.id)
    .where('sealed', '=', row.sealed)
    .executeTakeFirstOrThrow()
}

async function nextRows(
  db: Db,
  { table, after, current }: { table: Step['table']; after: string; current: string }
): Promise<Row[]> {
  if (table === 'license')
    return db
      .selectFrom('license')
      .select(['id', 'userId', 'sealed', 'sealedWith'])
      .where('sealedWith', '!=', current)
      .where('id', '>', after)
      .orderBy('id')
      .limit(100)
      .execute()
  return db
    .selectFrom('profile')
    .select(['userId as id', 'userId', 'sealed', 'sealedWith'])
    .where('sealedWith', '!=', current)
    .where('userId', '>', after)
    .orderBy('userId')
    .limit(100)
    .$narrowType<Sealed>()
    .execute()
}

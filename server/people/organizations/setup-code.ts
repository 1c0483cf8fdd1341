import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

const setting = 'setupCode'
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** How many wrong codes are looked at in `triesWindow` milliseconds; more wait for the next. */
const triesAllowed = 10
const triesWindow = 15 * 60_000

const storedSchema = z.strictObject({ hash: z.string(), tries: z.int(), since: z.string() })
type Stored = z.output<typeof storedSchema>

/** @returns whether somebody administers this installation already. */
export async function isSetUp(db: Db): Promise<boolean> {
  const admin = await db.selectFrom('membership').select('id').where('role', '=', 'admin').limit(1).executeTakeFirst()
  return admin !== undefined
}

/**
 * Makes the code that opens the setup of an installation without an administrator; one made before is void. Only its
 * hash is stored, so every process knows it.
 * @returns the code, four groups of four, or undefined where the installation is set up
 */
export async function makeSetupCode(db: Db, now: Date): Promise<string | undefined> {
  if (await isSetUp(db)) return undefined
  const code = Array.from({ length: 4 }, () => group()).join('-')
  const value = JSON.stringify({ hash: hashOf(plain(code)), tries: 0, since: now.toISOString() } satisfies Stored)
  await db
    .insertInto('setting')
    .values({ name: setting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return code
}

/**
 * Lets pass who knows the code, in a transaction of its own, so that a wrong one counts although it is refused. Blanks,
 * dashes and small letters do not matter.
 * @throws `setup_closed`, `setup_code_wrong`, `too_many_tries` after ten wrong ones in a quarter of an hour
 */
export async function checkSetupCode(db: Db, { code, now }: { code: string; now: Date }): Promise<void> {
  const found = await inTransaction(db, async (db) => {
    const stored = await holdCode(db)
    if (!stored) return 'setup_code_wrong'
    const isNew = now.getTime() - Date.parse(stored.since) >= triesWindow
    const tries = isNew ? 0 : stored.tries
    if (tries >= triesAllowed) return 'too_many_tries'
    if (stored.hash === hashOf(plain(code))) return undefined
    const value = JSON.stringify({ ...stored, tries: tries + 1, since: isNew ? now.toISOString() : stored.since })
    await db.updateTable('setting').set({ value }).where('name', '=', setting).execute()
    return 'setup_code_wrong'
  })
  if (await isSetUp(db)) throw new AppError('setup_closed')
  if (found) throw new AppError(found)
}

/** Uses the code up, in the transaction of the setup itself. Throws `setup_closed` where somebody was faster. */
export async function spendSetupCode(db: Db): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('setting').where('name', '=', setting).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new AppError('setup_closed')
}

// Writing the row before reading it makes whoever comes second wait.
async function holdCode(db: Db): Promise<Stored | undefined> {
  const row = await db
    .updateTable('setting')
    .set(({ ref }) => ({ value: ref('value') }))
    .where('name', '=', setting)
    .returning('value')
    .executeTakeFirst()
  return row && storedSchema.parse(JSON.parse(row.value))
}

function group(): string {
  return Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
}

function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}

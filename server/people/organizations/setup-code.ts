import { randomInt } from 'node:crypto'
import { AppError } from '#server/errors.ts'
import { requireTry } from '#server/people/auth/tries.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

const setting = 'setupCode'
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

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
export async function makeSetupCode(db: Db): Promise<string | undefined> {
  if (await isSetUp(db)) return undefined
  const code = Array.from({ length: 4 }, () => group()).join('-')
  const value = hashOf(plain(code))
  await db
    .insertInto('setting')
    .values({ name: setting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return code
}

/**
 * Lets pass who knows the code; blanks, dashes and small letters do not matter. A try counts before it is looked at.
 * @throws `setup_closed`, `setup_code_wrong`, `too_many_tries`
 */
export async function checkSetupCode(db: Db, { code, now }: { code: string; now: Date }): Promise<void> {
  if (await isSetUp(db)) throw new AppError('setup_closed')
  await requireTry(db, { act: 'code', whose: setting, now })
  const stored = await db.selectFrom('setting').select('value').where('name', '=', setting).executeTakeFirst()
  if (stored?.value !== hashOf(plain(code))) throw new AppError('setup_code_wrong')
}

/** Uses the code up, in the transaction of the setup itself. Throws `setup_closed` where somebody was faster. */
export async function spendSetupCode(db: Db): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('setting').where('name', '=', setting).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new AppError('setup_closed')
}

function group(): string {
  return Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
}

function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}

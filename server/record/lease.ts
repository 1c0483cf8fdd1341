import type { Db } from './db/schema.ts'

/** Work that one server at a time may do, until when, and from when on. */
type Lease = { work: string; until: Date; now: Date }

/** @returns whether this server may do the work: of several that ask at once, one may, and none before `until`. */
export async function takeLease(db: Db, { work, until, now }: Lease): Promise<boolean> {
  const row = { name: nameOf(work), value: until.toISOString() }
  const taken = await db
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row).where('setting.value', '<=', now.toISOString()))
    .returning('name')
    .executeTakeFirst()
  return taken !== undefined
}

/** Gives work back that was not done, so that the next who asks may do it. */
export async function endLease(db: Db, { work, now }: Omit<Lease, 'until'>): Promise<void> {
  await db.updateTable('setting').set({ value: now.toISOString() }).where('name', '=', nameOf(work)).execute()
}

function nameOf(work: string): string {
  return `lease:${work}`
}

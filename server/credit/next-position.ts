import type { Db } from '#server/record/db/schema.ts'

/** @returns the place after the last one of an activity's credits or people. */
export async function nextPosition(
  db: Db,
  table: 'creditOffering' | 'contributor',
  activityId: string
): Promise<number> {
  const { last } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('last'))
    .where('activityId', '=', activityId)
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Number(last) + 1
}

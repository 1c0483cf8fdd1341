import type { Db } from '#server/record/db/schema.ts'

const dayLong = 86_400_000

/**
 * How many people were checked in for a workshop on a day: a number for its report, and nobody's name. A room counts
 * its days in UTC and check-in in its place's own, so a day before or after is taken where the day itself has none.
 * @param around YYYY-MM-DD
 * @returns undefined where there was no check-in
 */
export async function countAttendance(
  db: Db,
  { workshopId, around }: { workshopId: string; around: string }
): Promise<{ heldOn: string; count: number } | undefined> {
  const at = Date.parse(`${around}T00:00:00Z`)
  const days = [0, -1, 1].map((days) => new Date(at + days * dayLong).toISOString().slice(0, 10))
  const checkIns = await db
    .selectFrom('checkIn')
    .select('heldOn')
    .where('workshopId', '=', workshopId)
    .where('heldOn', 'in', days)
    .execute()
  const heldOn = days.find((day) => checkIns.some((checkIn) => checkIn.heldOn === day))
  if (heldOn === undefined) return undefined
  const { count } = await db
    .selectFrom('attendance')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workshopId', '=', workshopId)
    .where('heldOn', '=', heldOn)
    .executeTakeFirstOrThrow()
  return { heldOn, count: Number(count) }
}

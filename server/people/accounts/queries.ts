import type { Db } from '#server/record/db/schema.ts'

/** What stays for six years when an account goes: finished activities, claims and certificates, and attendance. */
export type Kept = { finished: number; claims: number; certificates: number; attendance: number }

/** @returns how much of an account stays when it is deleted. */
export async function countKept(db: Db, userId: string): Promise<Kept> {
  const { finished, claims, certificates, attendance } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('participation')
        .select(fn.countAll<number>().as('rows'))
        .where('userId', '=', userId)
        .where('finishedAt', 'is not', null)
        .as('finished'),
      selectFrom('claim').select(fn.countAll<number>().as('rows')).where('userId', '=', userId).as('claims'),
      selectFrom('certificate')
        .select(fn.countAll<number>().as('rows'))
        .where('userId', '=', userId)
        .as('certificates'),
      selectFrom('attendance').select(fn.countAll<number>().as('rows')).where('userId', '=', userId).as('attendance')
    ])
    .executeTakeFirstOrThrow()
  return {
    finished: finished ?? 0,
    claims: claims ?? 0,
    certificates: certificates ?? 0,
    attendance: attendance ?? 0
  }
}

import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getOpenDay } from './day.ts'
import { isCode } from './door-codes.ts'
import type { Entry } from './entry.ts'
import { noteMiss, requireFewMisses, type Typist } from './limit-misses.ts'

/** What was typed, by whom, and when. */
export type TypedCode = { workshopId: string; typed: string; typist: Typist; now: Date }

/**
 * Takes the start code. Nothing is known of anybody yet.
 * @returns that it was entered, and in which minute
 * @throws `workshop_not_found`, `check_in_not_open`, `check_in_code_wrong`, `too_many_tries`
 */
export async function enterCode(db: Db, { workshopId, typed, typist, now }: TypedCode): Promise<Entry> {
  const day = await getOpenDay(db, { workshopId, now })
  await requireFewMisses(db, typist, now)
  if (!isCode(day, { kind: 'start', typed, now })) {
    await noteMiss(db, typist, now)
    throw new AppError('check_in_code_wrong')
  }
  return { workshopId, heldOn: day.heldOn, at: momentOf(minuteOf(now.toISOString())) }
}

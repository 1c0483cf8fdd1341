import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { isId, newId } from '#server/record/ids.ts'
import { type Answers, answersSchema } from './answers.ts'

/**
 * `activityId` is the activity in which the course was taken, if any. `sheet` is chosen by the page of a form, so that
 * a sheet that is sent twice is kept once.
 */
type Evaluation = {
  course: { id: string; version: number }
  activityId?: string
  answers: Answers
  now: Date
  sheet?: string | undefined
}

/**
 * Keeps what somebody thought of a course, without who and with no time but the quarter. Where every question was left
 * out nothing is kept.
 * @throws `invalid_input`
 */
export async function submitEvaluation(db: Db, { course, activityId, answers, now, sheet }: Evaluation): Promise<void> {
  const parsed = answersSchema.safeParse(answers)
  if (!parsed.success) throw new AppError('invalid_input')
  if (Object.keys(parsed.data).length === 0) return
  const kept = {
    courseId: course.id,
    courseVersion: course.version,
    activityId: activityId ?? null,
    quarter: quarterOf(now),
    answers: JSON.stringify(parsed.data)
  }
  if (sheet === undefined) {
    await db
      .insertInto('evaluation')
      .values({ id: newId(), ...kept })
      .execute()
    return
  }
  if (!isId(sheet)) throw new AppError('invalid_input')
  await db
    .insertInto('evaluation')
    .values({ id: sheet, ...kept })
    .onConflict((taken) => taken.column('id').doNothing())
    .execute()
  const { answers: found } = await db
    .selectFrom('evaluation')
    .select('answers')
    .where('id', '=', sheet)
    .executeTakeFirstOrThrow()
  // Another sheet, typed into a page that the browser went back to.
  if (found !== kept.answers)
    await db
      .insertInto('evaluation')
      .values({ id: newId(), ...kept })
      .execute()
}

/** @returns the quarter of a time in UTC, such as `2026-Q4`. */
export function quarterOf(now: Date): string {
  return `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`
}

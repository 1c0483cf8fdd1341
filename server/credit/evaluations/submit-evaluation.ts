import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { type Answers, answersSchema } from './answers.ts'

/** `activityId` is the activity in which the course was taken, if any. */
type Evaluation = { course: { id: string; version: number }; activityId?: string; answers: Answers; now: Date }

/**
 * Keeps what somebody thought of a course, without who and with no time but the quarter. Where every question was left
 * out nothing is kept.
 * @throws `invalid_input`
 */
export async function submitEvaluation(db: Db, { course, activityId, answers, now }: Evaluation): Promise<void> {
  const parsed = answersSchema.safeParse(answers)
  if (!parsed.success) throw new AppError('invalid_input')
  if (Object.keys(parsed.data).length === 0) return
  await db
    .insertInto('evaluation')
    .values({
      id: newId(),
      courseId: course.id,
      courseVersion: course.version,
      activityId: activityId ?? null,
      quarter: quarterOf(now),
      answers: JSON.stringify(parsed.data)
    })
    .execute()
}

/** @returns the quarter of a time in UTC, such as `2026-Q4`. */
export function quarterOf(now: Date): string {
  return `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`
}

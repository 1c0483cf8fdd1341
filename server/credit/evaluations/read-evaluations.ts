import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { answersSchema } from './answers.ts'
import { leastShown, otherQuarters, releaseEvaluations } from './release-evaluations.ts'
import { type EvaluationSummary, summarize } from './summarize.ts'

/** `objectives`: the ids of those that stand in every table, in their order; others that were answered follow. */
type Wanted = {
  actor: Actor
  organizationId: string
  activityId: string
  objectives?: readonly string[]
  now: Date
}

/** `waiting`: whether there are answers that cannot be read yet. */
export type ReadEvaluations = { summaries: EvaluationSummary[]; waiting: 'none' | 'some' }

/**
 * @returns what people thought of an activity, the newest period first. No period has fewer than five answers.
 * @throws `not_allowed`, `second_factor_needed`, `activity_not_found`
 */
export async function readEvaluations(db: Db, wanted: Wanted): Promise<ReadEvaluations> {
  const { actor, organizationId, activityId, now } = wanted
  requireCan(actor, 'evaluation.read', { organizationId })
  await requireActivity(db, wanted)
  await releaseEvaluations(db, { activityId, now })
  const rows = await db
    .selectFrom('evaluation')
    .select(['shownAs', 'answers'])
    .where('activityId', '=', activityId)
    .orderBy('id')
    .execute()
  const shown = rows.flatMap(({ shownAs, answers }) =>
    shownAs === null ? [] : [{ period: shownAs, answers: answersSchema.parse(JSON.parse(answers)) }]
  )
  const answered = shown.flatMap(({ answers }) => Object.keys(answers.objectives ?? {})).sort()
  const objectives = [...new Set([...(wanted.objectives ?? []), ...answered])]
  const periods = [...Map.groupBy(shown, ({ period }) => period)].filter(([, said]) => said.length >= leastShown)
  return {
    summaries: periods
      .sort(([one], [other]) => newestFirst(one, other))
      .map(([period, said]) =>
        summarize(
          period,
          said.map(({ answers }) => answers),
          objectives
        )
      ),
    waiting: rows.length === shown.length ? 'none' : 'some'
  }
}

async function requireActivity(db: Db, { organizationId, activityId }: Wanted): Promise<void> {
  const found = await db
    .selectFrom('activity')
    .select('id')
    .where('id', '=', activityId)
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  if (!found) throw new AppError('activity_not_found')
}

function newestFirst(one: string, other: string): number {
  if (one === otherQuarters) return 1
  return other === otherQuarters ? -1 : other.localeCompare(one)
}

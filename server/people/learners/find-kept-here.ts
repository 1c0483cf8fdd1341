import type { Db } from '#server/record/db/schema.ts'
import { findLearner } from './queries.ts'

/** What was done on a computer without an account, counted; `wasLeft` where somebody chose to leave it there. */
export type KeptHere = {
  learnerId: string
  isShared: boolean
  visits: number
  tests: number
  lessons: number
  courses: number
  wasLeft: boolean
}

/** @returns what the learner of a cookie has done, where it is anything at all. */
export async function findKeptHere(db: Db, token: string | undefined): Promise<KeptHere | undefined> {
  const learner = await findLearner(db, token)
  if (!learner) return undefined
  const counted = await countFor(db, learner.id)
  const { visits, tests, lessons, summaries, courses, plans, leftAt } = counted
  if (visits + tests + lessons + summaries + courses + plans === 0) return undefined
  return {
    learnerId: learner.id,
    isShared: learner.isShared,
    visits: visits + summaries,
    tests,
    lessons,
    courses,
    wasLeft: leftAt !== null
  }
}

async function countFor(db: Db, learnerId: string) {
  const count = async (
    table: 'attempt' | 'assessment' | 'lessonReading' | 'summaryReading' | 'enrollment' | 'boosterPlan'
  ) => {
    const { rows } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('rows'))
      .where('learnerId', '=', learnerId)
      .executeTakeFirstOrThrow()
    return Number(rows)
  }
  const { leftAt } = await db
    .selectFrom('learner')
    .select('leftAt')
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow()
  return {
    leftAt,
    visits: await count('attempt'),
    tests: await count('assessment'),
    lessons: await count('lessonReading'),
    summaries: await count('summaryReading'),
    courses: await count('enrollment'),
    plans: await count('boosterPlan')
  }
}

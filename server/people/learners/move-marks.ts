import type { Db } from '#server/record/db/schema.ts'
import type { Between } from './move-streams.ts'

const always = '9999'

/** Moves what was read, begun and planned. Of two marks on the same thing the later stays; the account's course stands. */
export async function moveMarks(db: Db, between: Between): Promise<void> {
  await moveLessons(db, between)
  await moveSummaries(db, between)
  await moveCourses(db, between)
  await moveBoosters(db, between)
}

async function moveLessons(db: Db, { from, to, until = always }: Between): Promise<void> {
  const marks = await db
    .deleteFrom('lessonReading')
    .where('learnerId', '=', from)
    .where('readAt', '<=', until)
    .returningAll()
    .execute()
  for (const { version, readAt, ...mark } of marks) {
    await db
      .insertInto('lessonReading')
      .values({ ...mark, version, readAt, learnerId: to })
      .onConflict((conflict) =>
        conflict
          .columns(['learnerId', 'lessonId'])
          .doUpdateSet({ version, readAt })
          .where('lessonReading.readAt', '<', readAt)
      )
      .execute()
  }
}

async function moveSummaries(db: Db, { from, to, until = always }: Between): Promise<void> {
  const marks = await db
    .deleteFrom('summaryReading')
    .where('learnerId', '=', from)
    .where('readAt', '<=', until)
    .returningAll()
    .execute()
  for (const { version, readAt, ...mark } of marks) {
    await db
      .insertInto('summaryReading')
      .values({ ...mark, version, readAt, learnerId: to })
      .onConflict((conflict) =>
        conflict
          .columns(['learnerId', 'scenarioId'])
          .doUpdateSet({ version, readAt })
          .where('summaryReading.readAt', '<', readAt)
      )
      .execute()
  }
}

// While credit is under way, an evaluation given on this computer is not taken over: it may be somebody else's.
async function moveCourses(db: Db, { from, to, until }: Between): Promise<void> {
  const begun = await db
    .deleteFrom('enrollment')
    .where('learnerId', '=', from)
    .where('startedAt', '<=', until ?? always)
    .returningAll()
    .execute()
  for (const course of begun) {
    const isEvaluated = until ? 0 : course.isEvaluated
    await db
      .insertInto('enrollment')
      .values({ ...course, learnerId: to, isEvaluated })
      .onConflict((conflict) =>
        conflict
          .columns(['learnerId', 'courseId'])
          .doUpdateSet({ isEvaluated })
          .where('enrollment.isEvaluated', '<', isEvaluated)
      )
      .execute()
  }
}

async function moveBoosters(db: Db, { from, to }: Between): Promise<void> {
  const plans = await db.deleteFrom('boosterPlan').where('learnerId', '=', from).returningAll().execute()
  const taken = await db.deleteFrom('boosterDone').where('learnerId', '=', from).returningAll().execute()
  for (const plan of plans)
    await db
      .insertInto('boosterPlan')
      .values({ ...plan, learnerId: to })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const done of taken)
    await db
      .insertInto('boosterDone')
      .values({ ...done, learnerId: to })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

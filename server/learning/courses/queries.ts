import type { Course } from '#content/course-schema.ts'
import { roleNotListed } from '#content/roles.ts'
import { type CourseProgress, type Done, progressOf } from '#machines/course/progress.ts'
import { type Assessment, listMyAssessments } from '#server/learning/assessments/queries.ts'
import type { Db, EnrollmentTable } from '#server/record/db/schema.ts'
import { knownParts } from './known-parts.ts'

type Whose = { learnerId: string; courseId: string }

/** Where somebody stands in a course. `role` is undefined until they have begun it. */
export type CourseStanding = { role: string | undefined; progress: CourseProgress }

/** A course that the learner has begun. Times are ISO-8601 in UTC. */
export type Enrollment = Omit<EnrollmentTable, 'learnerId' | 'isEvaluated'> & { isEvaluated: boolean }

/**
 * @param wanted the profession to go by where the course is not begun
 * @returns where a learner, or somebody without a cookie, stands in a course
 */
export async function getStanding(
  db: Db,
  course: Course,
  learner: { id: string } | undefined,
  wanted: string = roleNotListed
): Promise<CourseStanding> {
  const whose = learner && { learnerId: learner.id, courseId: course.id }
  const role = whose && (await findEnrollment(db, whose))?.role
  const done = whose ? await doneOf(db, whose) : nothing
  const { parts, ...known } = knownParts(course, role ?? wanted)
  return { role, progress: progressOf(parts, done, known) }
}

/** @returns the course as this learner has begun it, or undefined. */
export async function findEnrollment(db: Db, { learnerId, courseId }: Whose): Promise<Enrollment | undefined> {
  return (await listEnrollments(db, { learnerId })).find((it) => it.courseId === courseId)
}

/** @returns the courses a learner has begun, the newest first. */
export async function listEnrollments(db: Db, { learnerId }: { learnerId: string }): Promise<Enrollment[]> {
  const rows = await db
    .selectFrom('enrollment')
    .select(['courseId', 'version', 'role', 'startedAt', 'isEvaluated'])
    .where('learnerId', '=', learnerId)
    .orderBy('startedAt', 'desc')
    .orderBy('courseId')
    .execute()
  return rows.map((row) => ({ ...row, isEvaluated: row.isEvaluated === 1 }))
}

/** @returns what a learner has done wherever they did it, with the tests and the evaluation of one course. */
export async function doneOf(db: Db, { learnerId, courseId }: Whose): Promise<Done> {
  const done = (await listDone(db, learnerId)).sort((one, other) => one.at.localeCompare(other.at))
  const last = done.at(-1)
  const idsOf = (kind: DoneThing['kind']) => new Set(done.flatMap((it) => (it.kind === kind ? [it.id] : [])))
  const tests = (await listMyAssessments(db, { learnerId })).filter((it) => it.courseId === courseId)
  return {
    lessons: idsOf('lesson'),
    cases: idsOf('case'),
    pre: stateOf(tests.filter(({ form }) => form === 'pre')),
    post: tests.some(({ passed }) => passed === true) ? 'passed' : stateOf(tests.filter(({ form }) => form === 'post')),
    isEvaluated: (await findEnrollment(db, { learnerId, courseId }))?.isEvaluated ?? false,
    last: last && { kind: last.kind, id: last.id }
  }
}

type DoneThing = { kind: 'lesson' | 'case'; id: string; at: string }

async function listDone(db: Db, learnerId: string): Promise<DoneThing[]> {
  const lessons = await db
    .selectFrom('lessonReading')
    .select(['lessonId as id', 'readAt as at'])
    .where('learnerId', '=', learnerId)
    .execute()
  const played = await db
    .selectFrom('completion')
    .select(['scenarioId as id', 'completedAt as at'])
    .where('learnerId', '=', learnerId)
    .execute()
  const read = await db
    .selectFrom('summaryReading')
    .select(['scenarioId as id', 'readAt as at'])
    .where('learnerId', '=', learnerId)
    .execute()
  return [
    ...lessons.map((it) => ({ kind: 'lesson' as const, ...it })),
    ...[...played, ...read].map((it) => ({ kind: 'case' as const, ...it }))
  ]
}

function stateOf(tests: readonly Assessment[]): Done['pre'] {
  if (tests.some(({ submittedAt }) => submittedAt === null)) return 'open'
  return tests.length > 0 ? 'submitted' : 'none'
}

const nothing: Done = { lessons: new Set(), cases: new Set(), pre: 'none', post: 'none', isEvaluated: false }

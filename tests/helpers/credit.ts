import type { ProfessionId } from '#content/professions.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { acknowledge } from '#server/credit/participations/acknowledge.ts'
import { beginCreditTest } from '#server/credit/participations/begin-credit-test.ts'
import { findParticipation } from '#server/credit/participations/queries.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { type Teaching, teachingHere } from '#server/credit/participations/teaching.ts'
import type { Work } from '#server/credit/participations/work.ts'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
import { readSummary } from '#server/learning/courses/read-summary.ts'
import { markLessonRead } from '#server/learning/lessons/mark-lesson-read.ts'
import type { Person } from '#server/people/auth/person.ts'
import type { ProfileText } from '#server/people/profiles/save-profile.ts'
import { saveProfile } from '#server/people/profiles/save-profile.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationTable } from '#server/record/db/schema-credit.ts'
import { anActivityVersion, anOpenActivity } from './activities.ts'
import { answerTest } from './assessments.ts'
import { aPerson } from './people.ts'

/** The day on which these activities are begun, at noon in Chicago. */
export const noon = new Date('2026-11-24T18:00:00.000Z')

/** @returns everything that is taught here, as an activity of the core course pins it. */
export function contentsHere(teaching: Teaching = teachingHere()): ActivityVersion['contents'] {
  const course = teaching.courses.find((it) => it.course.id === 'core')
  if (!course) throw new Error('There is no core course')
  const content = (kind: 'course' | 'lesson' | 'case', { id, version }: { id: string; version: number }) => ({
    kind,
    id,
    version,
    hash: `hash-of-${id}`
  })
  return [
    content('course', course.course),
    ...teaching.lessons.map(({ lesson }) => content('lesson', lesson)),
    ...teaching.cases.scenarios.map(({ scenario }) => content('case', scenario))
  ]
}

/** Opens an activity of the core course with what is taught here; of the same activity, a further version. */
export async function aCreditActivity(
  db: Db,
  changes: Partial<ActivityVersion> = {},
  draft: Partial<ActivityVersion['draft']> = {}
): Promise<ActivityVersion> {
  const whole = anActivityVersion()
  const [course] = contentsHere()
  return anOpenActivity(db, {
    course: { ...whole.course, version: course?.version ?? 1 },
    contents: contentsHere(),
    draft: { ...whole.draft, ...draft },
    ...changes
  })
}

/** Opens a later version of an activity: it differs by what is given. */
export async function aLaterVersion(
  db: Db,
  before: ActivityVersion,
  changes: Partial<ActivityVersion> = {}
): Promise<ActivityVersion> {
  const version = { ...before, ...changes, version: before.version + 1 }
  const at = `${version.openedOn}T09:00:00.000Z`
  await db
    .updateTable('activityVersion')
    .set({ closedAt: at })
    .where('activityId', '=', before.activityId)
    .where('closedAt', 'is', null)
    .execute()
  const row = { activityId: version.activityId, version: version.version, contentHash: 'hash-of-all' }
  await db
    .insertInto('activityVersion')
    .values({ ...row, document: JSON.stringify(version), openedAt: at, openedBy: null, closedAt: null })
    .execute()
  await db.updateTable('activity').set({ openVersion: version.version }).where('id', '=', version.activityId).execute()
  return version
}

/** Somebody who takes an activity, and the Cookie header of their session. */
export type Participant = { person: Person; cookie: string }

const profile: ProfileText = {
  givenName: 'Kim',
  familyName: 'Doe',
  credentials: 'RN',
  profession: 'registered-nurse',
  employeeId: null,
  timeZone: 'America/Chicago',
  consentsToReport: true
}

/** A member of the activity's organization, with a profile. */
export async function aMember(
  db: Db,
  { organization }: Pick<ActivityVersion, 'organization'>,
  changes: Partial<ProfileText> = {}
): Promise<Participant> {
  const member = await aPerson(db, { roles: [[organization.id, 'learner']] })
  await saveProfile(db, { actor: member.person, profile: { ...profile, ...changes }, now: noon })
  return member
}

type Begin = { now?: Date; timeZone?: string; profession?: ProfessionId; teaching?: Teaching }

/** Shows somebody the front matter of an open version and acknowledges it. */
export async function begin(
  db: Db,
  { person }: Participant,
  { activityId, version }: ActivityVersion,
  { now = noon, timeZone = 'America/Chicago', profession = 'registered-nurse', teaching }: Begin = {}
): Promise<string> {
  const shownAt = new Date(now.getTime() - 60_000).toISOString()
  const showing = signShowing({ userId: person.userId, activityId, version, shownAt })
  const given = { actor: person, activityId, showing, profession, timeZone, now, ...(teaching && { teaching }) }
  return acknowledge(db, given)
}

/** Reads every lesson and the summary of every case of the core course, at `now`. */
export async function doParts(
  db: Db,
  { person }: Participant,
  { now = noon, but = [], teaching = teachingHere() }: { now?: Date; but?: string[]; teaching?: Teaching } = {}
): Promise<void> {
  const { userId } = person
  const learner = await db.selectFrom('learner').select('id').where('userId', '=', userId).executeTakeFirstOrThrow()
  for (const lessonId of ['what-it-is', 'what-to-notice', 'talking-with-patients', 'responding', 'documentation'])
    if (!but.includes(lessonId))
      await markLessonRead(db, teaching.lessons, { userId, token: undefined, lessonId, isShared: false, now })
  for (const scenarioId of ['sc01', 'sc15', 'sc14'])
    if (!but.includes(scenarioId)) await readSummary(db, teaching.cases, { learnerId: learner.id, scenarioId, now })
}

/** Begins the test at the end for credit, answers it and hands it in. @returns its id */
export async function doTest(
  db: Db,
  { person }: Participant,
  { activityId }: ActivityVersion,
  { now = noon, isRight = true }: { now?: Date; isRight?: boolean } = {}
): Promise<string> {
  const assessmentId = await beginCreditTest(db, { actor: person, activityId, form: 'post', now })
  const { learnerId } = await db
    .selectFrom('assessment')
    .select('learnerId')
    .where('id', '=', assessmentId)
    .executeTakeFirstOrThrow()
  const started = { assessmentId, learnerId: learnerId ?? '' }
  const seenSeq = await answerTest(db, started, { isRight, now })
  await submitAssessment(db, { ...started, seenSeq, now })
  return assessmentId
}

/** @returns somebody's way through an activity as it is stored. */
export async function wayOf(
  db: Db,
  { person }: Participant,
  { activityId }: Pick<ActivityVersion, 'activityId'>
): Promise<ParticipationTable> {
  const found = await findParticipation(db, { userId: person.userId, activityId })
  if (!found) throw new Error('They have not begun')
  return found
}

/** @returns each step by its id and state. */
export function statesIn({ steps }: Work): Record<string, string> {
  return Object.fromEntries(steps.map(({ part, state }) => [part.id, state]))
}

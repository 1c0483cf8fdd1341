import { startAssessment } from '#server/learning/assessments/start-assessment.ts'
import { startAttempt } from '#server/learning/attempts/start-attempt.ts'
import { startBoosters } from '#server/learning/boosters/start-boosters.ts'
import { enroll } from '#server/learning/courses/enroll.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { invite } from '#server/people/invitations/invite.ts'
import { learnerOf } from '#server/people/learners/learner-of.ts'
import { addLicense } from '#server/people/profiles/save-license.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type Role, roles } from '#server/record/db/schema-people.ts'
import { newId } from '#server/record/ids.ts'
import { getRoom } from '#server/workshop/rooms/queries.ts'
import { roomCookie } from '#server/workshop/rooms/seat-cookie.ts'
import { startRoom } from '#server/workshop/rooms/start-room.ts'
import { takeSeat } from '#server/workshop/rooms/take-seat.ts'
import { aBank, aTest } from '#tests/helpers/items.ts'
import { anOffice, type OfficeIds } from '#tests/helpers/offices.ts'
import { aPerson, aSession } from '#tests/helpers/people.ts'
import { aPlan } from '#tests/helpers/rooms.ts'

/** The id of one thing of every kind, all of one organization and of one learner in it. */
export type Ids = OfficeIds & {
  attemptId: string
  assessmentId: string
  licenseId: string
  sessionId: string
  passkeyId: string
  boosterId: string
  roomId: string
  roomCode: string
  email: string
  token: string
}

/** Cookie headers. `learner` owns the things of `Ids`, `office` holds every role where they are, proven by two factors. */
export type Sessions = {
  learner: string
  office: string
  lead: string
  seat: string
  /** Who must reach none of it. */
  strangers: { nobody: ''; otherLearner: string; otherOffice: string; colleague: string; oneFactor: string }
}

export type World = { ids: Ids; sessions: Sessions; other: OfficeIds }

const everyRole = (organizationId: string) => roles.map((role): readonly [string, Role] => [organizationId, role])

/** Two organizations with one of everything each, and everybody who might ask for a thing of the first. */
export async function aWorld(db: Db): Promise<World> {
  const [own, other] = [await anOffice(db), await anOffice(db)]
  await nameByRow(db)
  const things = await thingsOf(db, own)
  const signedIn = async (wish: Parameters<typeof aPerson>[1]) => (await aPerson(db, wish)).cookie
  const room = await aRoomWithSeat(db)
  const office = await signedIn({ roles: everyRole(own.organizationId), hasSecondFactor: true })
  const strangers = {
    nobody: '' as const,
    otherLearner: await signedIn({ roles: [[other.organizationId, 'learner']] }),
    otherOffice: await signedIn({ roles: everyRole(other.organizationId), hasSecondFactor: true }),
    colleague: await signedIn({ roles: [[own.organizationId, 'learner']] }),
    oneFactor: await signedIn({
      roles: [
        [own.organizationId, 'coordinator'],
        [own.organizationId, 'admin']
      ]
    })
  }
  const { roomId, roomCode, lead, seat } = room
  const token = await anInvitation(db, own)
  return {
    ids: { ...own, ...things.ids, roomId, roomCode, token },
    sessions: { learner: things.cookie, office, lead, seat, strangers },
    other
  }
}

// What is moved is looked for by the id in its document, which in a real record is that of its row.
async function nameByRow(db: Db): Promise<void> {
  for (const table of ['creditOffering', 'contributor'] as const)
    for (const { id, document } of await db.selectFrom(table).select(['id', 'document']).execute())
      await db
        .updateTable(table)
        .set({ document: JSON.stringify({ ...JSON.parse(document), id }) })
        .where('id', '=', id)
        .execute()
}

async function thingsOf(db: Db, { userId }: OfficeIds) {
  const now = new Date()
  const cookie = await aSession(db, { userId, hasSecondFactor: true })
  const person = await personBehind(db, new Headers({ cookie }))
  if (!person) throw new Error('The learner of the office is not found')
  const { id: learnerId } = await learnerOf(db, userId, now)
  const visit = { scenarioId: 'sc01', learnerId, role: 'registered-nurse', jurisdiction: 'unknown', now }
  const attemptId = await startAttempt(db, served(), visit)
  const course = { id: 'a-course', version: 1, test: aTest() }
  const assessmentId = await startAssessment(db, { course, bank: aBank(), form: 'post', learnerId, now })
  const license = { state: 'IL' as const, number: '041-000123', board: 'Board of Nursing', kind: 'RN' }
  const { licenseId } = await addLicense(db, { actor: person, license, now })
  const comer = { userId, token: undefined, isShared: false, now }
  await startBoosters(db, comer)
  await enroll(db, servedCourses(), { ...comer, courseId: 'core', role: 'registered-nurse' })
  const passkeyId = await aPasskey(db, userId)
  const { sessionId, email } = person
  return { cookie, ids: { attemptId, assessmentId, licenseId, sessionId, passkeyId, boosterId: 'three-days', email } }
}

async function aPasskey(db: Db, userId: string): Promise<string> {
  const id = newId()
  const key = { publicKey: 'k', credentialID: newId(), counter: 0, deviceType: 'singleDevice', backedUp: 0 }
  const row = { id, name: 'My phone', userId, ...key, transports: null, createdAt: null, aaguid: null }
  await db.insertInto('passkey').values(row).execute()
  return id
}

async function aRoomWithSeat(db: Db) {
  const now = new Date()
  const started = await startRoom(db, { plan: aPlan(), workshopId: null, isRehearsal: false, supportPerson: null, now })
  const { roomId, code: roomCode, control, watch } = started
  const seat = await takeSeat(db, await getRoom(db, roomId))
  const cookie = (token: string, holder: 'lead' | 'seat' | 'watch') =>
    roomCookie(token, { roomId, holder, isSecure: false }).split(';')[0] ?? ''
  return {
    roomId,
    roomCode,
    lead: `${cookie(control, 'lead')}; ${cookie(watch, 'watch')}`,
    seat: cookie(seat.token, 'seat')
  }
}

/** @returns the secret of an invitation that waits for somebody else. */
async function anInvitation(db: Db, { organizationId }: OfficeIds): Promise<string> {
  const { person: actor } = await aPerson(db, { roles: [[organizationId, 'admin']], hasSecondFactor: true })
  const wish = { actor, organizationId, emails: ['somebody@example.org'], role: 'facilitator' as const }
  const { sendable } = await invite(db, { ...wish, departmentId: null, now: new Date() })
  return sendable[0]?.token ?? ''
}

import type { ActivityVersion } from '#machines/activity/version.ts'
import { submitEvaluation } from '#server/credit/evaluations/submit-evaluation.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import { addLicense } from '#server/people/profiles/save-license.ts'
import type { Db } from '#server/record/db/schema.ts'
import { encryptionKeys } from '#server/secrets.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { aWorld, type Ids, type Sessions } from '#tests/attacks/world.ts'
import { aDraft, anOpenOffering, twoContributors } from '#tests/helpers/activities.ts'
import { aCertificate } from '#tests/helpers/certificates.ts'
import { aCreditActivity } from '#tests/helpers/credit.ts'
import { aSession } from '#tests/helpers/people.ts'
import type { RunningServer } from '../server.ts'

/** A word that stands in every poisoned text and nowhere else. */
export const mark = 'zqxj'

/** What a browser would run wherever it is taken for a part of the page, as an element, an attribute or a script. */
export const payload = `${mark}<img src=x onerror="window.hit=1"><script>window.hit=1</script>"'></title><svg onload=hit()>`

export type PoisonedWorld = { ids: Ids; cookies: Record<'learner' | 'office' | 'otherOffice', string>; name: string }

const poisoned = (text: string) => `${text} ${payload}`

/** Writes an organization, in which every text that somebody can type holds the payload, into a server's record. */
export async function aPoisonedWorld(db: Db, server: RunningServer): Promise<PoisonedWorld> {
  const { ids, sessions } = await aWorld(db)
  const activity = await aPoisonedActivity(db, ids.organizationId)
  const profile = { givenName: payload, familyName: poisoned('Doe'), credentials: payload, employeeId: payload }
  const person = await personBehind(db, new Headers({ cookie: sessions.learner }))
  if (!person) throw new Error('The learner is not found')
  const cookie = await aSession(db, { userId: person.userId })
  const issued = await aCertificate(db, { activity, profile, person: { person, cookie } })
  await poisonRows(db)
  await renewLicense(db, server, person)
  for (let index = 0; index < 6; index += 1)
    await submitEvaluation(db, {
      course: activity.course,
      activityId: activity.activityId,
      answers: { change: poisoned(`Change ${index}`) },
      now: new Date()
    })
  const { activityId } = activity
  const { claimId, certificateId, code } = issued
  const part = (table: 'creditOffering' | 'contributor') =>
    db.selectFrom(table).select('id').where('activityId', '=', activityId).orderBy('position').executeTakeFirstOrThrow()
  const [{ id: offeringId }, { id: contributorId }] = [await part('creditOffering'), await part('contributor')]
  return {
    ids: { ...ids, activityId, claimId, certificateId, code, offeringId, contributorId },
    cookies: signedBy(server, sessions),
    name: sessionCookieName({ publicUrl: server.origin })
  }
}

function aPoisonedActivity(db: Db, id: string): Promise<ActivityVersion> {
  const organization = { id, name: poisoned('Hospital'), isDemonstration: false }
  const people = twoContributors().map((each) => ({
    ...each,
    name: poisoned('Ada'),
    credentials: payload,
    employer: payload,
    assessedBy: payload
  }))
  const offerings = [anOpenOffering({ label: poisoned('Hours'), statementText: poisoned('It grants.') })]
  const changes = { organization, contributors: people, offerings }
  return aCreditActivity(db, changes, poisonedTexts(aDraft()))
}

// Of a draft, what holds a blank was typed; the rest is chosen.
function poisonedTexts<T>(of: T): T {
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return value.includes(' ') ? poisoned(value) : value
    if (Array.isArray(value)) return value.map(inside)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inside(each)]))
  }
  // The same fields with other texts.
  return inside(of) as T
}

async function poisonRows(db: Db): Promise<void> {
  await db
    .updateTable('organization')
    .set({ name: poisoned('Hospital') })
    .execute()
  await db
    .updateTable('department')
    .set({ name: poisoned('Emergency') })
    .execute()
  await db
    .updateTable('user')
    .set({ name: poisoned('Kim') })
    .execute()
  await db
    .updateTable('statement')
    .set({ text: poisoned('{provider} grants {amount}.') })
    .execute()
  await db
    .updateTable('passkey')
    .set({ name: poisoned('My phone') })
    .execute()
  await db
    .updateTable('auditEvent')
    .set({ reason: poisoned('Because') })
    .where('reason', 'is not', null)
    .execute()
  const [agenda] = servedWorkshops().agendas
  const kept = { title: poisoned('Hour'), agenda: JSON.stringify({ ...agenda, title: poisoned('Hour') }) }
  await db
    .updateTable('workshop')
    .set({ ...kept, supportPerson: payload })
    .execute()
  const reader = { reviewerName: poisoned('Ada'), reviewerCredentials: payload, note: payload }
  await db.updateTable('signOff').set(reader).execute()
}

// The license of the world is sealed with the keys of the tests; the server has its own.
async function renewLicense(db: Db, { dataDir }: RunningServer, actor: Parameters<typeof addLicense>[1]['actor']) {
  await db.deleteFrom('license').execute()
  const license = { state: 'IL' as const, number: '041-1', board: payload.slice(0, 120), kind: payload.slice(0, 80) }
  const keys = encryptionKeys({ dataDir, encryptionKeys: undefined })
  await addLicense(db, { actor, license, now: new Date(), keys })
}

function signedBy({ origin, dataDir }: RunningServer, { learner, office, strangers }: Sessions) {
  const value = (cookie: string) => {
    const [token = ''] = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')
    return signedToken(token, { publicUrl: origin, dataDir })
  }
  return { learner: value(learner), office: value(office), otherOffice: value(strangers.otherOffice) }
}

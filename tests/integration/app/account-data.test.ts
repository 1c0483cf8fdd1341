import { hashPassword } from 'better-auth/crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { POST as askCopy } from '#app/account/data/copy/route.ts'
import { POST as askDeletion } from '#app/account/data/delete/route.ts'
import { verifyCode } from '#server/credit/certificates/verify-code.ts'
import { countKept } from '#server/people/accounts/queries.ts'
import type { Person } from '#server/people/auth/person.ts'
import { learnerOf } from '#server/people/learners/learner-of.ts'
import { addLicense } from '#server/people/profiles/save-license.ts'
import { verifyAudit } from '#server/record/audit/verify-audit.ts'
import type { TableName } from '#server/record/db/tables.ts'
import { newId } from '#server/record/ids.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { aTestHandedIn } from '#tests/helpers/assessments.ts'
import { anAttempt, answerAll } from '#tests/helpers/attempts.ts'
import { aCertificate, storeProfile } from '#tests/helpers/certificates.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { everyRow } from '#tests/helpers/full-record.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'
import { aParticipation } from '#tests/helpers/reports.ts'
import { wholeRun } from '#tests/helpers/runs.ts'

const password = 'correct horse battery'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  async function givePassword({ userId }: Person): Promise<void> {
    const at = new Date().toISOString()
    const none = { accessToken: null, refreshToken: null, idToken: null, scope: null }
    const never = { accessTokenExpiresAt: null, refreshTokenExpiresAt: null }
    const row = { id: newId(), accountId: userId, providerId: 'credential', userId, ...none, ...never }
    const secret = { password: await hashPassword(password), createdAt: at, updatedAt: at }
    await record.db
      .insertInto('account')
      .values({ ...row, ...secret })
      .execute()
  }

  async function ask(door: (request: Request) => Promise<Response>, cookie: string, form: Record<string, string>) {
    const response = await door(aPost(new URLSearchParams(form).toString(), { headers: { cookie } }))
    const { status, headers } = response
    return { status, location: headers.get('location'), headers, text: await response.text() }
  }

  /** Somebody who learned, took an activity for credit and holds a certificate, with another who did the same. */
  async function aWholeAccount() {
    const activity = await anOpenActivity(record.db)
    const organizationId = activity.organization.id
    const someone = await aPerson(record.db, { roles: [[organizationId, 'learner']], email: 'kim@example.org' })
    await givePassword(someone.person)
    const { userId, email } = someone.person
    const { id: learnerId } = await learnerOf(record.db, userId, new Date())
    const started = await anAttempt(record.db, { learnerId })
    await answerAll(record.db, started, wholeRun)
    await aTestHandedIn(record.db, { learnerId })
    const certificate = await aCertificate(record.db, { activity, person: someone })
    const unfinished = { learnerId, finishedAt: null, passedTestId: null }
    const other = await anOpenActivity(record.db)
    await aParticipation(record.db, { activity: other, userId, participation: unfinished })
    const license = { state: 'IL', number: '041.0012345', board: 'Board of Nursing', kind: 'RN' } as const
    await addLicense(record.db, { actor: someone.person, license, now: new Date() })
    const at = new Date().toISOString()
    const reading = { learnerId, lessonId: 'a-lesson', version: 1, readAt: at }
    await record.db.insertInto('lessonReading').values(reading).execute()
    const link = { identifier: 'hashed', value: JSON.stringify({ email }), expiresAt: at, createdAt: at, updatedAt: at }
    await record.db
      .insertInto('verification')
      .values({ id: newId(), ...link })
      .execute()
    const invited = { departmentId: null, invitedBy: null, acceptedAt: at, revokedAt: null, tokenHash: newId() }
    await record.db
      .insertInto('invitation')
      .values({ id: newId(), organizationId, email, role: 'learner', createdAt: at, expiresAt: at, ...invited })
      .execute()
    return { ...someone, ...certificate, organizationId, learnerId }
  }

  test('a copy holds everything by name, and neither passwords nor tokens', async () => {
    const { cookie, person, code } = await aWholeAccount()
    const copied = await ask(askCopy, cookie, { file: 'json', password })
    expect(copied.status).toBe(200)
    expect(copied.headers.get('content-disposition')).toBe('attachment; filename="your-data.json"')
    expect(copied.headers.get('cache-control')).toBe('no-store')
    const copy = JSON.parse(copied.text)
    expect(copy).toMatchObject({
      account: { id: person.userId, email: 'kim@example.org' },
      profile: { familyName: "O'Brien-Đorđević" },
      identifiers: { npi: null, licenses: [{ state: 'IL', number: '041.0012345' }] },
      organizations: { roles: [{ role: 'learner' }], invitations: [{ email: 'kim@example.org' }] },
      learning: { visits: [{ scenarioId: 'wrist' }], lessonsRead: [{ lessonId: 'a-lesson' }] },
      credit: { certificates: [{ code, snapshot: { person: { familyName: "O'Brien-Đorđević" } } }] }
    })
    expect(copy.learning.visits[0].events).toHaveLength(wholeRun.length + 1)
    expect(copy.learning.tests[0].events.length).toBeGreaterThan(1)
    expect(copy.credit.participations).toHaveLength(2)
    expect(copy.credit.claims[0].events[0].type).toBe('claim.opened')
    const { token } = await record.db.selectFrom('session').select('token').executeTakeFirstOrThrow()
    const secrets = await record.db.selectFrom('account').select('password').executeTakeFirstOrThrow()
    for (const secret of [token, secrets.password ?? '', 'tokenHash']) expect(copied.text).not.toContain(secret)
    const acts = await record.db.selectFrom('auditEvent').select('act').orderBy('seq').execute()
    expect(acts.map(({ act }) => act).slice(-2)).toEqual(['license.read', 'account.exported'])
  })

  test('a copy to read has the same, and nothing in it is taken for markup', async () => {
    const { cookie, person } = await aWholeAccount()
    await storeProfile(record.db, person.userId, { familyName: '<script>alert("1")</script>' })
    const copied = await ask(askCopy, cookie, { file: 'page', password })
    expect(copied.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(copied.text).toContain('<dt>Family name</dt><dd>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</dd>')
    expect(copied.text).not.toContain('<script')
    expect(copied.text).toContain('<h2>Credit and certificates</h2>')
  })

  test('a deleted account leaves what proves its credits, and nothing else that names it', async () => {
    const other = await aCertificate(record.db)
    const { cookie, person, learnerId, code, claimId, organizationId } = await aWholeAccount()
    const deleted = await ask(askDeletion, cookie, { address: ' Kim@Example.org ', password })
    expect(deleted).toMatchObject({ status: 303, location: '/?notice=account_deleted' })
    expect(deleted.headers.get('set-cookie')).toContain('Max-Age=0')
    const rows = await everyRow(record.db)
    const naming = (text: string) =>
      Object.entries(rows).flatMap(([table, each]) => (JSON.stringify(each).includes(text) ? [table] : []))
    // The log names the account by its id; so do the rows that are kept.
    expect(naming(person.userId).toSorted()).toEqual(['auditEvent', 'certificate', 'claim', 'participation'])
    expect(naming('kim@example.org')).toEqual([])
    expect(naming(learnerId)).toEqual([])
    const counted = (table: TableName) => rows[table]?.length
    expect([counted('participation'), counted('claim'), counted('certificate'), counted('stream')]).toEqual([
      2, 2, 2, 2
    ])
    expect([counted('user'), counted('account'), counted('session'), counted('license')]).toEqual([1, 0, 1, 0])
    expect(await countKept(record.db, person.userId)).toEqual({
      finished: 1,
      claims: 1,
      certificates: 1,
      attendance: 0
    })
    const line = await record.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('act', '=', 'account.deleted')
      .executeTakeFirstOrThrow()
    expect(line).toMatchObject({ organizationId, actorId: person.userId, subjectId: person.userId })
    expect(await verifyAudit(record.db)).toMatchObject({ isWhole: true })
    const asked = { address: '10.0.0.1', now: new Date() }
    expect(await verifyCode(record.db, { ...asked, typed: code })).toMatchObject({
      found: 'certificate',
      status: 'valid'
    })
    expect(await verifyCode(record.db, { ...asked, typed: other.code })).toMatchObject({ found: 'certificate' })
    expect(await record.db.selectFrom('event').select('seq').where('streamId', '=', claimId).execute()).not.toEqual([])
    expect(await ask(askDeletion, cookie, { address: 'kim@example.org', password })).toMatchObject({ status: 303 })
  })

  test('without the address or the right password nothing is deleted and nothing is told', async () => {
    const { cookie } = await aWholeAccount()
    const before = await everyRow(record.db, ['user', 'learner', 'event', 'participation'])
    const at = (form: Record<string, string>) => ask(askDeletion, cookie, form).then(({ location }) => location)
    expect(await at({ address: 'lee@example.org', password })).toBe('/account/data?notice=confirmation_wrong')
    expect(await at({ password })).toBe('/account/data?notice=confirmation_wrong')
    expect(await at({ address: 'kim@example.org', password: 'guessed guessed' })).toBe(
      '/account/data?notice=password_wrong'
    )
    const copied = await ask(askCopy, cookie, { file: 'json', password: 'guessed guessed' })
    expect(copied.location).toBe('/account/data?notice=password_wrong')
    expect(await everyRow(record.db, ['user', 'learner', 'event', 'participation'])).toEqual(before)
  })

  test('without a password a sign-in of the last ten minutes is enough, an older one is not', async () => {
    const { cookie, person } = await aPerson(record.db, { email: 'lee@example.org' })
    const at = new Date(Date.now() - 11 * 60_000).toISOString()
    await record.db.updateTable('session').set({ createdAt: at }).where('id', '=', person.sessionId).execute()
    const form = { address: 'lee@example.org' }
    expect((await ask(askDeletion, cookie, form)).location).toBe('/account/data?notice=sign_in_again')
    await record.db.updateTable('session').set({ createdAt: new Date().toISOString() }).execute()
    expect((await ask(askDeletion, cookie, form)).location).toBe('/?notice=account_deleted')
    expect(await record.db.selectFrom('user').selectAll().execute()).toEqual([])
  })

  test('somebody with a second factor must have given it', async () => {
    const { cookie, person } = await aPerson(record.db, { email: 'lee@example.org' })
    const set = { secret: 's', backupCodes: 'b', failedVerificationCount: null, lockedUntil: null }
    await record.db
      .insertInto('twoFactor')
      .values({ id: newId(), userId: person.userId, verified: 1, ...set })
      .execute()
    const { location } = await ask(askDeletion, cookie, { address: 'lee@example.org' })
    expect(location).toContain('second_factor_needed')
    expect(await record.db.selectFrom('user').select('id').execute()).toEqual([{ id: person.userId }])
  })

  test('the last administrator stays until there is another', async () => {
    const organizationId = await anOrganization(record.db)
    const roles = [[organizationId, 'admin']] as const
    const { cookie } = await aPerson(record.db, { roles, email: 'lee@example.org' })
    const form = { address: 'lee@example.org' }
    expect((await ask(askDeletion, cookie, form)).location).toBe('/account/data?notice=last_admin')
    await aPerson(record.db, { roles })
    expect((await ask(askDeletion, cookie, form)).location).toBe('/?notice=account_deleted')
  })

  test('of two administrators who go at once, one stays', async () => {
    const organizationId = await anOrganization(record.db)
    const roles = [[organizationId, 'admin']] as const
    const one = await aPerson(record.db, { roles, email: 'one@example.org' })
    const two = await aPerson(record.db, { roles, email: 'two@example.org' })
    const gone = await Promise.all([
      ask(askDeletion, one.cookie, { address: 'one@example.org' }),
      ask(askDeletion, two.cookie, { address: 'two@example.org' })
    ])
    expect(gone.map(({ location }) => location).toSorted()).toEqual([
      '/?notice=account_deleted',
      '/account/data?notice=last_admin'
    ])
  })

  test('a form of another site, or of nobody, does nothing', async () => {
    const { cookie } = await aPerson(record.db, { email: 'lee@example.org' })
    const body = 'address=lee%40example.org'
    const foreign = await askDeletion(aPost(body, { headers: { cookie, origin: 'https://elsewhere.example' } }))
    expect(foreign.headers.get('location')).toContain('cross_site')
    const nobody = await askDeletion(aPost(body))
    expect(nobody.headers.get('location')).toContain('/sign-in')
    expect(await record.db.selectFrom('user').select('email').execute()).toEqual([{ email: 'lee@example.org' }])
  })
})

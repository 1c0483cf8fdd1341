import { beforeEach, describe, expect, test } from 'vitest'
import type { SignOff } from '#content/schema.ts'
import type { ActivityContent } from '#machines/activity/version.ts'
import { getContents, ownShelf, type Shelf } from '#server/credit/activities/contents.ts'
import { isSignedOff, listSignatures, signOffsFor } from '#server/credit/sign-offs/queries.ts'
import { type Reader, recordSignatures, signContents } from '#server/credit/sign-offs/sign-contents.ts'
import { withdrawSignOff } from '#server/credit/sign-offs/withdraw-sign-off.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { aCourse, aLoadedCourse } from '#tests/helpers/courses.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-11-24T10:00:00Z')
const river: Reader = { capacity: 'lived-experience', reviewerName: 'River', reviewerCredentials: '', note: '' }
const shelf: Shelf = { ...ownShelf(), courses: [aLoadedCourse()] }
const [course, lesson] = getContents('a-course', shelf).map(({ title: _, isWithdrawn: __, ...content }) => content)
if (!course || !lesson) throw new Error('The course of the tests teaches nothing')

/** The shelf with what readers said in the file of the course. */
function shelfWith(signOffs: SignOff[]): Shelf {
  return { ...shelf, courses: [aLoadedCourse({ review: { ...aCourse().review, signOffs } })] }
}

const inFile: SignOff = { by: 'C. Reader', version: 1, capacity: 'clinician', on: '2026-10-01', verdict: 'approved' }

describe.each(engines)('signatures on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let reviewer: Actor
  let coordinator: Actor

  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    const organization = { id: organizationId, name: 'Example Hospital', isDemonstration: false }
    await anOpenActivity(record.db, { organization, course: { id: 'a-course', version: 1, title: 'A course' } })
    reviewer = await somebody('reviewer')
    coordinator = await somebody('coordinator')
  })

  async function somebody(role: Role, where = organizationId, hasSecondFactor = true): Promise<Actor> {
    return (await aPerson(record.db, { roles: [[where, role]], hasSecondFactor })).person
  }

  const sign = (contents: ActivityContent[], reader = river, actor = reviewer) =>
    signContents(record.db, { actor, organizationId, contents, reader, now, shelf })

  const onPaper = (changes: { signedOn?: string; reason?: string } = {}, actor = coordinator) =>
    recordSignatures(record.db, {
      actor,
      organizationId,
      contents: [lesson],
      reader: { ...river, capacity: 'coder', reviewerName: 'Cody Example', reviewerCredentials: 'CPC' },
      signedOn: '2026-11-20',
      reason: 'Signed at the meeting.',
      now,
      shelf,
      ...changes
    })

  async function missing(contents: ActivityContent[], on = shelf): Promise<string[][]> {
    return (await signOffsFor(record.db, organizationId, contents, on)).map((each) => [...each.missing])
  }

  test('of a reviewer count for what they read, in the capacity they name', async () => {
    await sign([course, lesson], { ...river, note: ' Read twice. ' })
    expect(await missing([lesson, course])).toEqual([
      ['clinician', 'coder'],
      ['clinician', 'coder']
    ])
    const [signature] = (await signOffsFor(record.db, organizationId, [lesson], shelf))[0]?.signatures ?? []
    expect(signature).toEqual({
      id: expect.any(String),
      reviewerId: reviewer.userId,
      capacity: 'lived-experience',
      reviewerName: 'River',
      reviewerCredentials: '',
      signedOn: '2026-11-24',
      note: 'Read twice.',
      signedIn: 'here'
    })
  })

  test('of another version, or of the same with other words, do not count', async () => {
    await sign([lesson])
    const whole = [['clinician', 'lived-experience', 'coder']]
    expect(await missing([{ ...lesson, version: lesson.version + 1 }])).toEqual(whole)
    expect(await missing([{ ...lesson, hash: 'other' }])).toEqual(whole)
    expect(await missing([{ ...lesson, kind: 'case' }])).toEqual(whole)
    expect(await missing([lesson])).toEqual([['clinician', 'coder']])
  })

  test('are not taken for what is not taught in that version now', async () => {
    await expect(sign([{ ...lesson, version: 99 }])).rejects.toThrow('content_changed')
    await expect(sign([course, { ...lesson, hash: 'other' }])).rejects.toThrow('content_changed')
    await expect(sign([{ ...lesson, id: 'another' }])).rejects.toThrow('content_changed')
    await expect(sign([])).rejects.toThrow('choose_one')
    await expect(sign([lesson], { ...river, reviewerName: '  ' })).rejects.toThrow('form_incomplete')
    await expect(sign([lesson], { ...river, reviewerName: 'Ri\u0000ver' })).rejects.toThrow('form_incomplete')
    expect(await listSignatures(record.db, organizationId)).toEqual([])
  })

  test('given twice at once are one', async () => {
    await openConnections(record.db)
    await Promise.all([sign([lesson]), sign([lesson]), sign([lesson])])
    expect(await listSignatures(record.db, organizationId)).toHaveLength(1)
    const lines = await record.db.selectFrom('auditEvent').select('act').execute()
    expect(lines).toEqual([{ act: 'signOff.signed' }])
  })

  test('are given by reviewers of the organization alone', async () => {
    for (const role of ['coordinator', 'admin', 'author', 'learner'] as const)
      await expect(sign([lesson], river, await somebody(role))).rejects.toThrow('not_allowed')
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    await expect(sign([lesson], river, await somebody('reviewer', elsewhere))).rejects.toThrow('not_allowed')
  })

  test('of one organization say nothing to another', async () => {
    await sign([lesson])
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    const [theirs] = await signOffsFor(record.db, elsewhere, [lesson], shelf)
    expect(theirs?.missing).toEqual(['clinician', 'lived-experience', 'coder'])
  })

  test('given on paper are recorded by the office, with a reason', async () => {
    await onPaper()
    const [kept] = await listSignatures(record.db, organizationId)
    expect(kept).toMatchObject({ reviewerId: null, signedIn: 'office', signedOn: '2026-11-20', content: lesson })
    const line = await record.db.selectFrom('auditEvent').select(['act', 'reason', 'actorId']).executeTakeFirst()
    expect(line).toEqual({ act: 'signOff.recorded', reason: 'Signed at the meeting.', actorId: coordinator.userId })
  })

  test('given on paper are refused without a reason, on a day to come, or from a reviewer', async () => {
    await expect(onPaper({ reason: ' ' })).rejects.toThrow('reason_missing')
    await expect(onPaper({ signedOn: '2026-11-25' })).rejects.toThrow('form_incomplete')
    await expect(onPaper({ signedOn: '' })).rejects.toThrow('form_incomplete')
    await expect(onPaper({}, reviewer)).rejects.toThrow('not_allowed')
    await expect(onPaper({}, await somebody('coordinator', organizationId, false))).rejects.toThrow(
      'second_factor_needed'
    )
  })

  test('in the content’s own file count too, for their version', async () => {
    await sign([course])
    await sign([course], { ...river, capacity: 'coder', reviewerName: 'Cody Example' })
    const [standing] = await signOffsFor(record.db, organizationId, [course], shelfWith([inFile]))
    expect(standing?.missing).toEqual([])
    expect(standing && isSignedOff(standing)).toBe(true)
    expect(standing?.signatures[0]).toMatchObject({ id: null, reviewerName: 'C. Reader', signedIn: 'file' })
    expect(await missing([course], shelfWith([{ ...inFile, version: 2 }]))).toEqual([['clinician']])
    expect(await missing([course], shelfWith([{ ...inFile, capacity: 'counsel' }]))).toEqual([['clinician']])
  })

  test('do not stand against a reader’s last word that it must change', async () => {
    for (const capacity of ['clinician', 'lived-experience', 'coder'] as const)
      await sign([course], { ...river, capacity })
    const change: SignOff = { ...inFile, verdict: 'must-change', note: 'The second step.' }
    const standing = async (signOffs: SignOff[]) =>
      (await signOffsFor(record.db, organizationId, [course], shelfWith(signOffs)))[0]
    const blocked = await standing([inFile, change])
    expect(blocked?.mustChange).toEqual([{ by: 'C. Reader', note: 'The second step.' }])
    expect(blocked && isSignedOff(blocked)).toBe(false)
    const approved = await standing([change, inFile])
    expect(approved && isSignedOff(approved)).toBe(true)
  })

  test('are withdrawn by their reader or the office, for a reason, and then gone', async () => {
    await sign([lesson])
    await onPaper()
    const ids = (await listSignatures(record.db, organizationId)).map(({ id }) => id ?? '')
    const own = (await listSignatures(record.db, organizationId)).find(({ signedIn }) => signedIn === 'here')?.id ?? ''
    const paper = ids.find((id) => id !== own) ?? ''
    const withdraw = (signOffId: string, actor: Actor, reason = 'I read another version.') =>
      withdrawSignOff(record.db, { actor, signOffId, reason, now })
    await expect(withdraw(own, reviewer, ' ')).rejects.toThrow('reason_missing')
    await expect(withdraw(paper, reviewer)).rejects.toThrow('not_allowed')
    await expect(withdraw(own, await somebody('reviewer'))).rejects.toThrow('not_allowed')
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    await expect(withdraw(own, await somebody('coordinator', elsewhere))).rejects.toThrow('sign_off_not_found')
    await withdraw(own, reviewer)
    await withdraw(paper, coordinator)
    await expect(withdraw(own, reviewer)).rejects.toThrow('sign_off_not_found')
    expect(await listSignatures(record.db, organizationId)).toEqual([])
    const lines = await record.db
      .selectFrom('auditEvent')
      .select(['act', 'reason', 'subjectId'])
      .where('act', '=', 'signOff.withdrawn')
      .orderBy('seq')
      .execute()
    const line = { act: 'signOff.withdrawn', reason: 'I read another version.' }
    expect(lines).toEqual([
      { ...line, subjectId: own },
      { ...line, subjectId: paper }
    ])
  })
})

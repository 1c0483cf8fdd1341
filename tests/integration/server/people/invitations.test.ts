import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#server/people/auth/permissions.ts'
import { acceptInvitation } from '#server/people/invitations/accept-invitation.ts'
import { type Invite, invite } from '#server/people/invitations/invite.ts'
import { findInvitation, listWaiting } from '#server/people/invitations/queries.ts'
import { renewInvitation, revokeInvitation } from '#server/people/invitations/renew-invitation.ts'
import { hashOf } from '#server/record/ids.ts'
import { night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aDepartment, anOrganization, aPerson } from '#tests/helpers/people.ts'

const days = (count: number, milliseconds = 0) => new Date(night.getTime() + count * 86_400_000 + milliseconds)
const email = 'lee@example.org'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let admin: Actor
  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    admin = (await aPerson(record.db, { roles: [[organizationId, 'admin']], hasSecondFactor: true, name: 'Ada' }))
      .person
  })

  const send = (changes: Partial<Invite> = {}) =>
    invite(record.db, {
      actor: admin,
      organizationId,
      emails: [email],
      role: 'learner',
      departmentId: null,
      now: night,
      ...changes
    })
  const sent = async (changes: Partial<Invite> = {}) => {
    const [first] = (await send(changes)).sendable
    if (!first) throw new Error('Nothing was to be sent')
    return first
  }
  const someone = async (changes = {}) => (await aPerson(record.db, { email, ...changes })).person
  const accept = (actor: Actor, token: string, now = days(1)) => acceptInvitation(record.db, { actor, token, now })
  const rolesOf = async ({ userId }: Actor) =>
    await record.db.selectFrom('membership').select(['role', 'departmentId']).where('userId', '=', userId).execute()

  test('an address is invited, its link tells who invites into what, and its owner accepts it', async () => {
    const departmentId = await aDepartment(record.db, organizationId)
    const { token, invitationId } = await sent({ role: 'reviewer', departmentId })
    const stored = await record.db.selectFrom('invitation').selectAll().executeTakeFirstOrThrow()
    expect(stored.tokenHash).toBe(hashOf(token))
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(await findInvitation(record.db, { token, now: night })).toEqual({
      email,
      role: 'reviewer',
      organizationName: 'Example Hospital',
      departmentName: 'Emergency',
      inviterName: 'Ada',
      expiresAt: days(14).toISOString(),
      state: 'waiting'
    })
    const lee = await someone()
    expect(await accept(lee, token)).toEqual({ organizationId })
    expect(await rolesOf(lee)).toEqual([{ role: 'reviewer', departmentId }])
    expect(await listWaiting(record.db, { actor: admin, organizationId, now: night })).toEqual([])
    const logged = await record.db
      .selectFrom('auditEvent')
      .select(['act', 'actorId', 'subjectId'])
      .orderBy('seq')
      .execute()
    expect(logged).toEqual([
      { act: 'invitation.made', actorId: admin.userId, subjectId: invitationId },
      { act: 'membership.added', actorId: lee.userId, subjectId: lee.userId }
    ])
  })

  test('two clicks at once make one membership, and a second person with the link nothing', async () => {
    const { token } = await sent()
    const lee = await someone()
    await openConnections(record.db)
    expect(await Promise.all([accept(lee, token), accept(lee, token)])).toEqual([
      { organizationId },
      { organizationId }
    ])
    expect(await rolesOf(lee)).toEqual([{ role: 'learner', departmentId: null }])
    const { person: jo } = await aPerson(record.db, { email: 'jo@example.org' })
    await expect(accept(jo, token)).rejects.toThrow('invitation_other_address')
    await record.db.deleteFrom('membership').where('userId', '=', lee.userId).execute()
    await expect(accept(lee, token)).rejects.toThrow('invitation_used')
  })

  test('it can be accepted until the millisecond before it expires', async () => {
    const { token } = await sent()
    const lee = await someone()
    await expect(accept(lee, token, days(14))).rejects.toThrow('invitation_expired')
    expect(await accept(lee, token, days(14, -1))).toEqual({ organizationId })
  })

  test('an address that is not confirmed accepts nothing', async () => {
    const { token } = await sent()
    const lee = await someone()
    await record.db.updateTable('user').set({ emailVerified: 0 }).where('id', '=', lee.userId).execute()
    await expect(accept(lee, token)).rejects.toThrow('address_unconfirmed')
    await expect(accept(lee, 'x'.repeat(43))).rejects.toThrow('invitation_not_found')
    expect(await rolesOf(lee)).toEqual([])
  })

  test('sent again it has a new link alone; withdrawn it has none', async () => {
    const { token, invitationId } = await sent()
    const lee = await someone()
    const act = { actor: admin, organizationId, invitationId, now: days(20) }
    const again = await renewInvitation(record.db, act)
    expect(again).toMatchObject({ invitationId, email })
    await expect(accept(lee, token, days(21))).rejects.toThrow('invitation_not_found')
    await revokeInvitation(record.db, act)
    await expect(accept(lee, again.token, days(21))).rejects.toThrow('invitation_revoked')
    await expect(renewInvitation(record.db, act)).rejects.toThrow('invitation_not_found')
    await expect(revokeInvitation(record.db, act)).rejects.toThrow('invitation_not_found')
  })

  test('withdrawn and accepted at once, it is one of the two', async () => {
    const { token, invitationId } = await sent()
    const lee = await someone()
    await openConnections(record.db)
    const [accepted, revoked] = await Promise.allSettled([
      accept(lee, token),
      revokeInvitation(record.db, { actor: admin, organizationId, invitationId, now: days(1) })
    ])
    expect(accepted.status === 'fulfilled').toBe(revoked.status === 'rejected')
    expect(await rolesOf(lee)).toHaveLength(accepted.status === 'fulfilled' ? 1 : 0)
  })

  test('members and waiting addresses are left out; an expired one is invited anew', async () => {
    await someone({ roles: [[organizationId, 'learner']] })
    const others = ['jo@example.org', 'sam@example.org']
    const first = await send({ emails: [email, ...others] })
    expect({ ...first, sendable: first.sendable.map((each) => each.email) }).toEqual({
      sendable: others,
      members: 1,
      waiting: 0
    })
    expect(await send({ emails: others })).toEqual({ sendable: [], members: 0, waiting: 2 })
    const anew = await send({ emails: others, role: 'author', now: days(14) })
    expect(anew.sendable.map((each) => each.email)).toEqual(others)
    const waiting = await listWaiting(record.db, { actor: admin, organizationId, now: days(14) })
    expect(waiting.map(({ role, isExpired }) => ({ role, isExpired }))).toEqual([
      { role: 'author', isExpired: false },
      { role: 'author', isExpired: false }
    ])
  })

  test('one address invited twice at once has one invitation', async () => {
    await openConnections(record.db)
    const both = await Promise.all([send(), send()])
    expect(both.map(({ sendable }) => sendable.length).toSorted()).toEqual([0, 1])
  })

  test('whether an address has an account makes no difference to what is told', async () => {
    await someone()
    const known = await send()
    const unknown = await send({ emails: ['nobody@example.org'] })
    const told = ({ sendable, ...rest }: typeof known) => ({ ...rest, sendable: sendable.map((it) => Object.keys(it)) })
    expect(told(known)).toEqual(told(unknown))
  })

  test.each([
    ['a learner', 'learner', true, 'learner', 'not_allowed'],
    ['a manager', 'manager', true, 'learner', 'not_allowed'],
    ['a coordinator who would make an admin', 'coordinator', true, 'admin', 'not_allowed'],
    ['a coordinator who would make a coordinator', 'coordinator', true, 'coordinator', 'not_allowed'],
    ['an admin without a second factor', 'admin', false, 'learner', 'second_factor_needed']
  ] as const)('%s invites nobody', async (_, role, hasSecondFactor, as, fault) => {
    const { person: actor } = await aPerson(record.db, { roles: [[organizationId, role]], hasSecondFactor })
    await expect(send({ actor, role: as })).rejects.toThrow(fault)
    expect(await record.db.selectFrom('invitation').select('id').execute()).toEqual([])
  })

  test('a coordinator invites learners, and cannot send an admin’s invitation again', async () => {
    const { person: actor } = await aPerson(record.db, {
      roles: [[organizationId, 'coordinator']],
      hasSecondFactor: true
    })
    await send({ actor })
    const { invitationId } = await sent({ emails: ['boss@example.org'], role: 'admin' })
    const act = { actor, organizationId, invitationId, now: night }
    await expect(renewInvitation(record.db, act)).rejects.toThrow('not_allowed')
  })

  test('ids of another organization do not exist', async () => {
    const elsewhere = await anOrganization(record.db, { name: 'Other' })
    const { person: actor } = await aPerson(record.db, { roles: [[elsewhere, 'admin']], hasSecondFactor: true })
    const { invitationId } = await sent()
    const act = { actor, organizationId: elsewhere, invitationId, now: night }
    await expect(revokeInvitation(record.db, act)).rejects.toThrow('invitation_not_found')
    await expect(renewInvitation(record.db, { ...act, organizationId })).rejects.toThrow('not_allowed')
    const departmentId = await aDepartment(record.db, elsewhere)
    await expect(send({ departmentId })).rejects.toThrow('department_not_found')
    await expect(send({ emails: [] })).rejects.toThrow('address_invalid')
    const many = Array.from({ length: 201 }, (_, index) => `p${index}@example.org`)
    await expect(send({ emails: many })).rejects.toThrow('too_many_addresses')
  })
})

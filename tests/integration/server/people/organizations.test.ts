import { verifyPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { env } from '#server/env.ts'
import { makeAuth } from '#server/people/auth/auth.ts'
import { listManaged } from '#server/people/auth/chosen-organization.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { acceptInvitation } from '#server/people/invitations/accept-invitation.ts'
import { invite } from '#server/people/invitations/invite.ts'
import { addDemonstration } from '#server/people/organizations/add-demonstration.ts'
import { changeMembership, standingText } from '#server/people/organizations/change-membership.ts'
import { createAdmin } from '#server/people/organizations/create-admin.ts'
import {
  addDepartment,
  removeDepartment,
  renameDepartment,
  renameOrganization
} from '#server/people/organizations/edit-departments.ts'
import { makePasswordLink } from '#server/people/organizations/make-password-link.ts'
import { getMember, listDepartments, listMembers } from '#server/people/organizations/queries.ts'
import { removeMember } from '#server/people/organizations/remove-member.ts'
import { type Setup, setUp } from '#server/people/organizations/set-up.ts'
import { isSetUp, makeSetupCode } from '#server/people/organizations/setup-code.ts'
import { night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aDepartment, anOrganization, aPerson } from '#tests/helpers/people.ts'

const script = '<script>alert(1)</script>'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const acts = () => record.db.selectFrom('auditEvent').select(['act', 'actorId']).orderBy('seq').execute()
  const aSetup = (changes: Partial<Setup>): Setup => ({
    code: '',
    organizationName: 'Hôpital Đorđević',
    name: script,
    email: 'kim@example.org',
    password: 'correct horse battery',
    isCoordinator: true,
    hasDemonstration: false,
    now: night,
    ...changes
  })

  describe('the setup', () => {
    test('takes the code once, and makes an organization with its administrator', async () => {
      const code = (await makeSetupCode(record.db)) ?? ''
      expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
      const stored = await record.db.selectFrom('setting').selectAll().execute()
      expect(JSON.stringify(stored)).not.toContain(code.replaceAll('-', ''))
      const { userId, organizationId } = await setUp(record.db, aSetup({ code: ` ${code.toLowerCase()} ` }))
      expect(await isSetUp(record.db)).toBe(true)
      expect(await record.db.selectFrom('organization').select(['id', 'name', 'isDemonstration']).execute()).toEqual([
        { id: organizationId, name: 'Hôpital Đorđević', isDemonstration: 0 }
      ])
      const user = await record.db.selectFrom('user').select(['name', 'email', 'emailVerified']).execute()
      expect(user).toEqual([{ name: script, email: 'kim@example.org', emailVerified: 1 }])
      const roles = await record.db.selectFrom('membership').select('role').orderBy('role').execute()
      expect(roles.map(({ role }) => role)).toEqual(['admin', 'coordinator'])
      const { password } = await record.db.selectFrom('account').select('password').executeTakeFirstOrThrow()
      expect(await verifyPassword({ hash: password ?? '', password: 'correct horse battery' })).toBe(true)
      expect(await acts()).toEqual([
        { act: 'organization.added', actorId: userId },
        { act: 'membership.added', actorId: userId }
      ])
      await expect(setUp(record.db, aSetup({ code, email: 'lee@example.org' }))).rejects.toThrow('setup_closed')
      expect(await makeSetupCode(record.db)).toBeUndefined()
    })

    test('two at once with the right code make one organization', async () => {
      const code = (await makeSetupCode(record.db)) ?? ''
      await openConnections(record.db)
      const done = await Promise.allSettled([
        setUp(record.db, aSetup({ code })),
        setUp(record.db, aSetup({ code, email: 'lee@example.org' }))
      ])
      expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await record.db.selectFrom('user').select('id').execute()).toHaveLength(1)
    })

    test('a code before the last start is void, and guessing is limited', async () => {
      const before = (await makeSetupCode(record.db)) ?? ''
      const code = (await makeSetupCode(record.db)) ?? ''
      await expect(setUp(record.db, aSetup({ code: before }))).rejects.toThrow('setup_code_wrong')
      for (let guess = 2; guess <= 6; guess += 1)
        await expect(setUp(record.db, aSetup({ code: `AAAA-${guess}` }))).rejects.toThrow('setup_code_wrong')
      await expect(setUp(record.db, aSetup({ code }))).rejects.toThrow('too_many_tries')
      const later = new Date(night.getTime() + 15 * 60_000)
      await setUp(record.db, aSetup({ code, now: later }))
    })

    test('without a code nothing is made, and a known address leaves everything as it was', async () => {
      await expect(setUp(record.db, aSetup({ code: '' }))).rejects.toThrow('setup_code_wrong')
      await aPerson(record.db, { email: 'kim@example.org' })
      const code = (await makeSetupCode(record.db)) ?? ''
      await expect(setUp(record.db, aSetup({ code }))).rejects.toThrow('account_exists')
      expect(await record.db.selectFrom('organization').select('id').execute()).toEqual([])
      await setUp(record.db, aSetup({ code, email: 'lee@example.org', hasDemonstration: true }))
      const names = await record.db.selectFrom('organization').select('name').orderBy('isDemonstration').execute()
      expect(names.at(1)?.name).toBe('Example Hospital (demonstration, accredited by nobody)')
    })
  })

  describe('from the command line', () => {
    const wish = {
      email: 'kim@example.org',
      name: 'Kim Doe',
      organizationName: 'Example Hospital',
      isCoordinator: false,
      now: night
    }

    test('a first administrator is made, the code is spent, and a link sets the password once', async () => {
      await makeSetupCode(record.db)
      const { userId, ...said } = await createAdmin(record.db, wish)
      expect(said).toEqual({ isNewAccount: true, isNewOrganization: true })
      expect(await record.db.selectFrom('setting').select('name').where('name', '=', 'setupCode').execute()).toEqual([])
      const link = await makePasswordLink(record.db, { userId, now: new Date(), settings: env() })
      const token = new URL(link).searchParams.get('token') ?? ''
      const { api } = makeAuth(record.db, env())
      await api.resetPassword({ body: { token, newPassword: 'correct horse battery' } })
      await expect(api.resetPassword({ body: { token, newPassword: 'another one of mine' } })).rejects.toThrow()
      const signedIn = await api.signInEmail({ body: { email: wish.email, password: 'correct horse battery' } })
      expect(signedIn.user.id).toBe(userId)
    })

    test('a known account is given the role, and a second organization is added by its name', async () => {
      const { person } = await aPerson(record.db, { email: wish.email })
      expect(await createAdmin(record.db, wish)).toEqual({
        userId: person.userId,
        isNewAccount: false,
        isNewOrganization: true
      })
      expect(await createAdmin(record.db, { ...wish, isCoordinator: true })).toMatchObject({ isNewOrganization: false })
      expect(await createAdmin(record.db, { ...wish, organizationName: 'Other' })).toMatchObject({
        isNewOrganization: true
      })
      const roles = await record.db.selectFrom('membership').select('role').orderBy('role').execute()
      expect(roles.map(({ role }) => role)).toEqual(['admin', 'admin', 'coordinator'])
    })

    test('an account that nobody confirmed loses its password and its sessions before it is given the role', async () => {
      const { person } = await aPerson(record.db, { email: wish.email })
      await record.db.updateTable('user').set({ emailVerified: 0 }).execute()
      const at = night.toISOString()
      const planted = { id: 'planted', accountId: person.userId, providerId: 'credential', userId: person.userId }
      await record.db
        .insertInto('account')
        .values({ ...planted, password: 'of somebody else', createdAt: at, updatedAt: at })
        .execute()
      expect(await createAdmin(record.db, wish)).toMatchObject({ userId: person.userId, isNewAccount: true })
      expect(await record.db.selectFrom('account').select('id').execute()).toEqual([])
      expect(await record.db.selectFrom('session').select('id').execute()).toEqual([])
    })
  })

  describe('within an organization', () => {
    let organizationId: string
    let admin: Actor
    beforeEach(async () => {
      organizationId = await anOrganization(record.db)
      admin = (await aPerson(record.db, { roles: [[organizationId, 'admin']], hasSecondFactor: true, name: 'Ada' }))
        .person
    })
    const aMember = async (
      roles: readonly ('learner' | 'manager' | 'coordinator' | 'admin')[] = ['learner'],
      changes = {}
    ) =>
      (
        await aPerson(record.db, {
          roles: roles.map((role) => [organizationId, role] as const),
          hasSecondFactor: true,
          ...changes
        })
      ).person
    const change = async (
      userId: string,
      changes: Partial<Parameters<typeof changeMembership>[1]>,
      actor: Actor = admin
    ) => {
      const member = await getMember(record.db, { actor: admin, organizationId, userId })
      const wish = { roles: member.roles, departmentId: member.departmentId, managesAll: member.managesAll }
      const seen = standingText(member)
      return changeMembership(record.db, { actor, organizationId, userId, ...wish, seen, now: night, ...changes })
    }
    const standing = async (userId: string) => {
      const { roles, departmentId, managesAll } = await getMember(record.db, { actor: admin, organizationId, userId })
      return { roles, departmentId, managesAll }
    }

    test('roles and department are what the form says, and the log tells both states', async () => {
      const { userId } = await aMember()
      const departmentId = await aDepartment(record.db, organizationId)
      await change(userId, { roles: ['manager', 'reviewer'], departmentId })
      expect(await standing(userId)).toEqual({ roles: ['manager', 'reviewer'], departmentId, managesAll: false })
      await change(userId, { roles: ['manager', 'learner'], managesAll: true })
      expect(await standing(userId)).toEqual({ roles: ['learner', 'manager'], departmentId, managesAll: true })
      const logged = await record.db.selectFrom('auditEvent').select(['act', 'details']).orderBy('seq').execute()
      expect(logged).toEqual([
        {
          act: 'membership.changed',
          details: JSON.stringify({ from: 'learner//', to: `reviewer manager/${departmentId}/` })
        },
        {
          act: 'membership.changed',
          details: JSON.stringify({
            from: `reviewer manager/${departmentId}/`,
            to: `learner manager/${departmentId}/all`
          })
        }
      ])
    })

    test.each([
      ['a learner', ['learner'] as const, true, 'not_allowed'],
      ['a coordinator', ['coordinator'] as const, true, 'not_allowed'],
      ['an admin without a second factor', ['admin'] as const, false, 'second_factor_needed']
    ])('%s changes nobody, removes nobody and renames nothing', async (_, roles, hasSecondFactor, fault) => {
      const actor = await aMember(roles, { hasSecondFactor })
      const { userId } = await aMember()
      await expect(change(userId, { roles: ['admin'] }, actor)).rejects.toThrow(fault)
      await expect(removeMember(record.db, { actor, organizationId, userId, now: night })).rejects.toThrow(fault)
      const renamed = { actor, organizationId, name: 'Mine', now: night }
      await expect(renameOrganization(record.db, renamed)).rejects.toThrow(fault)
      expect(await standing(userId)).toEqual({ roles: ['learner'], departmentId: null, managesAll: false })
    })

    test('an admin of another organization reaches nobody here', async () => {
      const elsewhere = await anOrganization(record.db, { name: 'Other' })
      const { person: actor } = await aPerson(record.db, { roles: [[elsewhere, 'admin']], hasSecondFactor: true })
      const { userId } = await aMember()
      await expect(change(userId, { roles: ['admin'] }, actor)).rejects.toThrow('not_allowed')
      const within = { actor, organizationId: elsewhere, now: night }
      await expect(removeMember(record.db, { ...within, userId })).rejects.toThrow('person_not_found')
      await expect(getMember(record.db, { ...within, userId })).rejects.toThrow('person_not_found')
      await expect(listMembers(record.db, { actor, organizationId })).rejects.toThrow('not_allowed')
      const departmentId = await aDepartment(record.db, organizationId)
      await expect(removeDepartment(record.db, { ...within, departmentId })).rejects.toThrow('department_not_found')
      await expect(renameDepartment(record.db, { ...within, departmentId, name: 'X' })).rejects.toThrow(
        'department_not_found'
      )
    })

    test('a form that shows an earlier state, no role, or a foreign department is refused', async () => {
      const { userId } = await aMember()
      const foreign = await aDepartment(record.db, await anOrganization(record.db, { name: 'Other' }))
      await expect(change(userId, { seen: 'reviewer//' })).rejects.toThrow('stale_form')
      await expect(change(userId, { roles: [] })).rejects.toThrow('choose_one')
      await expect(change(userId, { departmentId: foreign })).rejects.toThrow('department_not_found')
      expect(await acts()).toEqual([])
    })

    test('the last administrator stays, also when two take the role from each other at once', async () => {
      await expect(change(admin.userId, { roles: ['learner'] })).rejects.toThrow('last_admin')
      await expect(
        removeMember(record.db, { actor: admin, organizationId, userId: admin.userId, now: night })
      ).rejects.toThrow('last_admin')
      const other = await aMember(['admin'])
      await openConnections(record.db)
      const done = await Promise.allSettled([
        removeMember(record.db, { actor: admin, organizationId, userId: other.userId, now: night }),
        removeMember(record.db, { actor: other, organizationId, userId: admin.userId, now: night })
      ])
      expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    })

    test('somebody removed loses their roles and what is assigned to them here', async () => {
      const { userId } = await aMember(['learner', 'manager'])
      const given = {
        organizationId,
        activityId: 'a',
        departmentId: null,
        userId,
        dueOn: '2026-12-01',
        createdBy: null
      }
      await record.db
        .insertInto('assignment')
        .values({ id: 'one', ...given, createdAt: night.toISOString(), withdrawnAt: null })
        .execute()
      await removeMember(record.db, { actor: admin, organizationId, userId, now: night })
      expect(await record.db.selectFrom('membership').select('userId').where('userId', '=', userId).execute()).toEqual(
        []
      )
      expect(await record.db.selectFrom('assignment').select('withdrawnAt').execute()).toEqual([
        { withdrawnAt: night.toISOString() }
      ])
      expect(await record.db.selectFrom('user').select('id').where('id', '=', userId).execute()).toHaveLength(1)
    })

    test('departments are added, renamed and removed; a manager of one does not come to see everyone', async () => {
      const within = { actor: admin, organizationId, now: night }
      const departmentId = await addDepartment(record.db, { ...within, name: script })
      await expect(addDepartment(record.db, { ...within, name: script })).rejects.toThrow('department_exists')
      const otherId = await addDepartment(record.db, { ...within, name: 'Clinic' })
      await expect(renameDepartment(record.db, { ...within, departmentId, name: 'Clinic' })).rejects.toThrow(
        'department_exists'
      )
      await renameDepartment(record.db, { ...within, departmentId: otherId, name: 'Clinic' })
      const manager = await aMember(['manager'], { departmentId })
      expect(await listDepartments(record.db, organizationId)).toEqual([
        { id: departmentId, name: script, people: 1 },
        { id: otherId, name: 'Clinic', people: 0 }
      ])
      await removeDepartment(record.db, { ...within, departmentId })
      expect(await standing(manager.userId)).toEqual({ roles: ['learner'], departmentId: null, managesAll: false })
    })

    test('who was invited to manage a department that is removed joins as a learner', async () => {
      const within = { actor: admin, organizationId, now: night }
      const departmentId = await addDepartment(record.db, { ...within, name: 'Clinic' })
      const email = 'lee@example.org'
      const wish = { ...within, emails: [email], role: 'manager' as const, departmentId }
      const [sent] = (await invite(record.db, wish)).sendable
      await removeDepartment(record.db, { ...within, departmentId })
      const { person } = await aPerson(record.db, { email })
      await acceptInvitation(record.db, { actor: person, token: sent?.token ?? '', now: night })
      expect(await standing(person.userId)).toEqual({ roles: ['learner'], departmentId: null, managesAll: false })
    })

    // A file has one writer at a time.
    test.runIf(engine === 'PostgreSQL')('a department that gets a manager meanwhile is not removed', async () => {
      const within = { actor: admin, organizationId, now: night }
      const departmentId = await addDepartment(record.db, { ...within, name: 'Clinic' })
      const { userId } = (await aPerson(record.db)).person
      const row = { id: 'late', userId, organizationId, departmentId, createdAt: night.toISOString() }
      const removed = await record.db.transaction().execute(async (db) => {
        await db
          .insertInto('membership')
          .values({ ...row, role: 'manager' })
          .execute()
        const removing = removeDepartment(record.db, { ...within, departmentId }).catch(() => 'refused')
        const waiting = sql`select pid from pg_locks where not granted`
        await expect.poll(async () => (await waiting.execute(record.db)).rows.length).toBeGreaterThan(0)
        return { removing }
      })
      expect(await removed.removing).toBe('refused')
      const kept = await record.db.selectFrom('membership').select('departmentId').where('id', '=', 'late').execute()
      expect(kept).toEqual([{ departmentId }])
    })

    test('the demonstration is added once, and keeps the name that says what it is', async () => {
      const id = await addDemonstration(record.db, { actor: admin, organizationId, now: night })
      await expect(addDemonstration(record.db, { actor: admin, organizationId, now: night })).rejects.toThrow(
        'demonstration_exists'
      )
      const roles = await record.db.selectFrom('membership').select('role').where('organizationId', '=', id).execute()
      expect(roles.map(({ role }) => role).toSorted()).toEqual(['admin', 'coordinator'])
      const zebra = await anOrganization(record.db, { name: 'Zebra Hospital' })
      const memberships = [id, zebra].map((organizationId) => ({
        organizationId,
        departmentId: null,
        role: 'admin' as const
      }))
      const managed = await listManaged(record.db, { memberships })
      expect(managed.map((each) => each.id)).toEqual([zebra, id])
      const actor: Actor = { ...admin, memberships: [{ organizationId: id, departmentId: null, role: 'admin' }] }
      await expect(
        renameOrganization(record.db, { actor, organizationId: id, name: 'Real Hospital', now: night })
      ).rejects.toThrow('organization_not_found')
    })
  })
})

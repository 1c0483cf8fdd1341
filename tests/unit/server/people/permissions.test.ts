import { describe, expect, test } from 'vitest'
import {
  type Act,
  type Actor,
  can,
  holders,
  type Membership,
  organizationsWhere,
  requireCan
} from '#server/people/auth/permissions.ts'
import { type Role, roles } from '#server/record/db/schema-people.ts'

const here = 'organization-a'
const elsewhere = 'organization-b'
const me = 'the-one-who-acts'

// What is true, written out by hand and not taken from the code. For each act, by role: yes, no, "2" after a second
// factor only, "dep" in a manager's own department (or everywhere, where they have none). The last two columns are
// for whom the thing belongs to: as a member of any role, and after having left.
const truth = `
                    learner facilitator author reviewer coordinator manager admin | owner left
activity.view       yes     yes         yes    yes      yes         yes     yes   | -     -
activity.take       yes     yes         yes    yes      yes         yes     yes   | -     -
activity.edit       -       -           -      -        2           -       -     | -     -
activity.open       -       -           -      -        2           -       -     | -     -
content.signOff     -       -           -      yes      -           -       -     | -     -
content.read        -       -           yes    yes      2           -       -     | -     -
facility.edit       -       -           -      -        2           -       2     | -     -
organization.edit   -       -           -      -        -           -       2     | -     -
department.edit     -       -           -      -        2           -       2     | -     -
person.list         -       -           -      -        2           -       2     | -     -
person.invite       -       -           -      -        2           -       2     | -     -
membership.change   -       -           -      -        -           -       2     | -     -
assignment.edit     -       -           -      -        2           dep     -     | -     -
team.view           -       -           -      -        2           dep     -     | -     -
profile.edit        -       -           -      -        -           -       -     | yes   yes
license.edit        -       -           -      -        -           -       -     | yes   yes
license.read        -       -           -      -        2           -       -     | yes   yes
claim.act           -       -           -      -        -           -       -     | yes   -
claim.view          -       -           -      -        2           -       -     | yes   yes
certificate.view    -       -           -      -        2           -       -     | yes   yes
certificate.void    -       -           -      -        2           -       -     | -     -
report.export       -       -           -      -        2           -       -     | -     -
evaluation.read     -       -           -      -        2           -       -     | -     -
attempt.replay      -       -           -      -        2           -       -     | -     -
audit.read          -       -           -      -        2           -       2     | -     -
record.keep         -       -           -      -        2           -       2     | -     -
workshop.edit       -       yes         -      -        2           -       -     | -     -
attendance.record   -       yes         -      -        2           -       -     | -     -
`

type Word = 'yes' | '-' | '2' | 'dep'
type Row = { byRole: Record<Role, Word>; owner: Word; left: Word }

const rows = new Map(
  truth
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [act = '', ...words] = line.replace('|', ' ').trim().split(/\s+/)
      return [act, rowOf(words)] as const
    })
)

function rowOf(words: readonly string[]): Row {
  const [learner, facilitator, author, reviewer, coordinator, manager, admin, owner, left] = words.map(wordOf)
  if (!learner || !facilitator || !author || !reviewer || !coordinator || !manager || !admin || !owner || !left)
    throw new Error(`A row needs nine words: ${words.join(' ')}`)
  return { byRole: { learner, facilitator, author, reviewer, coordinator, manager, admin }, owner, left }
}

function wordOf(text: string): Word {
  if (text === 'yes' || text === '-' || text === '2' || text === 'dep') return text
  throw new Error(`No word of the table: ${text}`)
}

const acts = Object.keys(holders).filter((act): act is Act => act in holders)
const factors = [true, false]
const departments = [
  { of: 'own', departmentId: 'cardiology', thingDepartmentId: 'cardiology' },
  { of: 'other', departmentId: 'cardiology', thingDepartmentId: 'surgery' },
  { of: 'thing without one', departmentId: 'cardiology', thingDepartmentId: null },
  { of: 'actor without one', departmentId: null, thingDepartmentId: 'surgery' }
] as const

function expected(word: Word | undefined, { hasSecondFactor, of }: { hasSecondFactor: boolean; of: string }): boolean {
  if (word === '2') return hasSecondFactor
  return word === 'dep' ? of === 'own' || of === 'actor without one' : word === 'yes'
}

function anActor(memberships: readonly Membership[], hasSecondFactor: boolean): Actor {
  return { userId: me, memberships, hasSecondFactor }
}

test('the table has a row for each act, and no other', () => {
  expect([...rows.keys()]).toEqual(acts)
})

describe.each(acts)('%s', (act) => {
  const row = rows.get(act)

  describe.each(factors)('with a second factor: %s', (hasSecondFactor) => {
    test.each(roles)('%s', (role) => {
      for (const { of, departmentId, thingDepartmentId } of departments) {
        const actor = anActor([{ organizationId: here, departmentId, role }], hasSecondFactor)
        const thing = { organizationId: here, departmentId: thingDepartmentId, ownerId: 'somebody-else' }
        const answer = { act, role, of, can: can(actor, act, thing) }
        expect(answer).toEqual({ act, role, of, can: expected(row?.byRole[role], { hasSecondFactor, of }) })
      }
    })

    test('nobody from another organization, and nobody without one', () => {
      for (const role of roles) {
        for (const { departmentId, thingDepartmentId } of departments) {
          const foreign = anActor([{ organizationId: elsewhere, departmentId, role }], hasSecondFactor)
          const thing = { organizationId: here, departmentId: thingDepartmentId, ownerId: 'somebody-else' }
          expect({ role, can: can(foreign, act, thing) }).toEqual({ role, can: false })
          expect({ role, can: can(foreign, act, { ...thing, organizationId: null }) }).toEqual({ role, can: false })
        }
      }
      expect(can(anActor([], hasSecondFactor), act, { organizationId: here, ownerId: null })).toBe(false)
      expect(can(anActor([], hasSecondFactor), act, { organizationId: here })).toBe(false)
    })

    test('whoever it belongs to, as a member', () => {
      for (const role of roles) {
        const actor = anActor([{ organizationId: here, departmentId: null, role }], hasSecondFactor)
        const byRole = expected(row?.byRole[role], { hasSecondFactor, of: 'actor without one' })
        const answer = { role, can: can(actor, act, { organizationId: here, ownerId: me }) }
        expect(answer).toEqual({ role, can: row?.owner === 'yes' || byRole })
      }
    })

    test('whoever it belongs to, after having left', () => {
      const gone = anActor([], hasSecondFactor)
      const moved = anActor([{ organizationId: elsewhere, departmentId: null, role: 'admin' }], hasSecondFactor)
      for (const actor of [gone, moved]) {
        expect(can(actor, act, { organizationId: here, ownerId: me })).toBe(row?.left === 'yes')
        expect(can(actor, act, { organizationId: null, ownerId: me })).toBe(row?.left === 'yes')
      }
    })
  })
})

test('two roles together may what either may', () => {
  const both = anActor(
    [
      { organizationId: here, departmentId: 'cardiology', role: 'manager' },
      { organizationId: here, departmentId: null, role: 'reviewer' }
    ],
    false
  )
  expect(can(both, 'content.signOff', { organizationId: here })).toBe(true)
  expect(can(both, 'team.view', { organizationId: here, departmentId: 'cardiology' })).toBe(true)
  expect(can(both, 'team.view', { organizationId: here, departmentId: 'surgery' })).toBe(false)
  expect(can(both, 'team.view', { organizationId: here })).toBe(false)
})

test('a role in one organization gives nothing in another where one is a plain member', () => {
  const actor = anActor(
    [
      { organizationId: here, departmentId: null, role: 'admin' },
      { organizationId: elsewhere, departmentId: null, role: 'learner' }
    ],
    true
  )
  expect(can(actor, 'organization.edit', { organizationId: here })).toBe(true)
  expect(can(actor, 'organization.edit', { organizationId: elsewhere })).toBe(false)
  expect(organizationsWhere(actor, 'organization.edit')).toEqual([here])
  expect(organizationsWhere(actor, 'activity.take')).toEqual([here, elsewhere])
})

test('organizations are named once, and not to a manager of one department', () => {
  const actor = anActor(
    [
      { organizationId: here, departmentId: 'cardiology', role: 'manager' },
      { organizationId: elsewhere, departmentId: null, role: 'manager' },
      { organizationId: elsewhere, departmentId: null, role: 'learner' }
    ],
    true
  )
  expect(organizationsWhere(actor, 'team.view')).toEqual([elsewhere])
})

test('a refusal says whether a second factor would help', () => {
  const coordinator = anActor([{ organizationId: here, departmentId: null, role: 'coordinator' }], false)
  const refusal = (act: Act, organizationId: string) => () => requireCan(coordinator, act, { organizationId })
  expect(refusal('report.export', here)).toThrow(expect.objectContaining({ code: 'second_factor_needed' }))
  expect(refusal('organization.edit', here)).toThrow(expect.objectContaining({ code: 'not_allowed' }))
  expect(refusal('report.export', elsewhere)).toThrow(expect.objectContaining({ code: 'not_allowed' }))
  expect(refusal('activity.take', here)).not.toThrow()
})

import { expect, test } from 'vitest'
import {
  chosenOrganization,
  cookieForOrganization,
  mayWithin,
  organizationIn
} from '#server/people/auth/chosen-organization.ts'
import type { Actor } from '#server/people/auth/permissions.ts'

const one = { id: 'one', name: 'One', isDemonstration: false }
const two = { id: 'two', name: 'Two', isDemonstration: false }

test('an organization is chosen among one’s own alone', () => {
  expect(chosenOrganization([one, two], 'two')).toBe(two)
  expect(chosenOrganization([one, two], 'three')).toBe(one)
  expect(chosenOrganization([one, two], undefined)).toBe(one)
  expect(chosenOrganization([], 'one')).toBeUndefined()
})

test('the choice goes into a cookie and comes back', () => {
  const cookie = cookieForOrganization('two', { isSecure: true })
  expect(cookie).toBe('attune-organization=two; Path=/; HttpOnly; SameSite=Lax; Secure')
  expect(organizationIn(`theme=dark; ${cookie}`)).toBe('two')
  expect(organizationIn(null)).toBeUndefined()
})

test('a manager of a department may manage it, and nobody manages elsewhere', () => {
  const manager: Actor = {
    userId: 'kim',
    hasSecondFactor: true,
    memberships: [
      { organizationId: 'one', departmentId: 'emergency', role: 'manager' },
      { organizationId: 'two', departmentId: null, role: 'learner' }
    ]
  }
  expect(mayWithin(manager, 'assignment.edit', 'one')).toBe(true)
  expect(mayWithin(manager, 'activity.edit', 'one')).toBe(false)
  expect(mayWithin(manager, 'assignment.edit', 'two')).toBe(false)
})

test('a coordinator manages in a session of two factors', () => {
  const coordinator: Actor = {
    userId: 'kim',
    hasSecondFactor: false,
    memberships: [{ organizationId: 'one', departmentId: null, role: 'coordinator' }]
  }
  expect(mayWithin(coordinator, 'activity.edit', 'one')).toBe(false)
  expect(mayWithin({ ...coordinator, hasSecondFactor: true }, 'activity.edit', 'one')).toBe(true)
})

import { describe, expect, test } from 'vitest'
import type { Condition } from '#content/scene-schema.ts'
import { dutyLevels } from '#content/schema.ts'
import {
  factsRead,
  holds,
  initialFacts,
  targetOf,
  targetsOf,
  valuesOf,
  visible
} from '#machines/scenario/conditions.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const scenario = aScenario()
const facts = { isPrivate: true, disclosed: false, trust: 'guarded', duty: 'permissive', role: 'physician' }
const yes: Condition = { fact: 'isPrivate', is: true }
const no: Condition = { fact: 'disclosed', is: true }

describe('a condition', () => {
  test.each<[string, Condition | undefined, boolean]>([
    ['no condition', undefined, true],
    ['a flag that is so', yes, true],
    ['a flag that is not so', no, false],
    ['a flag that is said to be false', { fact: 'disclosed', is: false }, true],
    ['a fact nobody set', { fact: 'never', is: true }, false],
    ['a level by name', { fact: 'trust', is: 'guarded' }, true],
    ['another level by name', { fact: 'trust', is: 'open' }, false],
    ['at least a lower level', { fact: 'trust', atLeast: 'closed' }, true],
    ['at least the same level', { fact: 'trust', atLeast: 'guarded' }, true],
    ['at least a higher level', { fact: 'trust', atLeast: 'open' }, false],
    ['at least a duty below', { fact: 'duty', atLeast: 'none' }, true],
    ['at least a duty above', { fact: 'duty', atLeast: 'mandatory' }, false],
    ['the part played', { fact: 'role', is: 'physician' }, true],
    ['all, where all hold', { all: [yes, { not: no }] }, true],
    ['all, where one does not', { all: [yes, no] }, false],
    ['any, where one holds', { any: [no, yes] }, true],
    ['any, where none does', { any: [no, no] }, false],
    ['not, of what holds', { not: yes }, false],
    ['not, of what does not', { not: no }, true],
    ['one within another', { not: { all: [yes, { any: [no, { fact: 'trust', atLeast: 'open' }] }] } }, true]
  ])('%s', (_, condition, expected) => {
    expect(holds(scenario, condition, facts)).toBe(expected)
  })
})

describe('a target', () => {
  const goTo = [
    { to: 'listens', when: { fact: 'trust', atLeast: 'open' } },
    { to: 'plan', when: yes },
    { to: 'answer' }
  ]

  test('is the one place, or the first whose condition holds', () => {
    expect(targetOf(scenario, 'plan', facts)).toBe('plan')
    expect(targetOf(scenario, goTo, facts)).toBe('plan')
    expect(targetOf(scenario, goTo, { ...facts, trust: 'open' })).toBe('listens')
    expect(targetOf(scenario, goTo, { ...facts, isPrivate: false })).toBe('answer')
  })

  test('is nowhere where no condition holds', () => {
    expect(targetOf(scenario, goTo.slice(0, 1), facts)).toBeUndefined()
  })

  test('may be any of its places, each named once', () => {
    expect(targetsOf('plan')).toEqual(['plan'])
    expect(targetsOf([...goTo, { to: 'plan' }])).toEqual(['listens', 'plan', 'answer'])
  })
})

test('only the parts whose conditions hold are visible, in their order', () => {
  const parts = [{ id: 1 }, { id: 2, when: no }, { id: 3, when: yes }]
  expect(visible(scenario, parts, facts)).toEqual([{ id: 1 }, { id: 3, when: yes }])
})

test('the facts a condition reads are those of all its parts', () => {
  expect(factsRead(undefined)).toEqual([])
  expect(factsRead({ not: { all: [yes, { any: [no, { fact: 'trust', atLeast: 'open' }] }] } })).toEqual([
    'isPrivate',
    'disclosed',
    'trust'
  ])
})

test('levels have their declared order and flags have none', () => {
  expect(valuesOf(scenario, 'trust')).toEqual(['closed', 'guarded', 'open'])
  expect(valuesOf(scenario, 'duty')).toEqual(dutyLevels)
  expect(valuesOf(scenario, 'role')).toContain('registered-nurse')
  expect(valuesOf(scenario, 'isPrivate')).toEqual([])
  expect(valuesOf(scenario, 'never')).toEqual([])
})

test('a run begins with every declared fact and the two that every case has', () => {
  expect(initialFacts(scenario, { role: 'physician', duty: 'mandatory' })).toEqual({
    carePriorityMet: false,
    isPrivate: false,
    limitsStated: false,
    informationGiven: false,
    patientDeclined: false,
    disclosed: false,
    knowsReaders: false,
    trust: 'closed',
    role: 'physician',
    duty: 'mandatory'
  })
})

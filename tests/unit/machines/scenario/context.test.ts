import { expect, test } from 'vitest'
import { initialContext, partOf } from '#machines/scenario/context.ts'
import { aScenario, aStart } from '#tests/helpers/scenarios.ts'

const scenario = aScenario()

test('a learner plays their own profession where the case has it, else the first of the case', () => {
  expect(partOf(scenario, 'physician')).toBe('physician')
  expect(partOf(scenario, 'security')).toBe('registered-nurse')
  expect(partOf(scenario, 'not-listed')).toBe('registered-nurse')
})

test('a run begins with what its first event says, and nothing done', () => {
  const duties = { ...aStart(scenario).duties, adultTrafficking: 'permissive', injury: 'mandatory' } as const
  expect(initialContext(scenario, aStart(scenario, { role: 'security', seed: 'seven', duties }))).toEqual({
    seed: 'seven',
    role: 'security',
    facts: {
      carePriorityMet: false,
      isPrivate: false,
      limitsStated: false,
      informationGiven: false,
      patientDeclined: false,
      disclosed: false,
      knowsReaders: false,
      trust: 'closed',
      role: 'registered-nurse',
      duty: 'permissive'
    },
    openHarms: [],
    taken: [],
    flagged: {},
    sorted: {},
    answers: {},
    branchedAt: null
  })
})

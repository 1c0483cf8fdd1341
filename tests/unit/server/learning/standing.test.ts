import { describe, expect, test } from 'vitest'
import type { SignOff } from '#content/schema.ts'
import { isAllReviewed, standingOf } from '#server/learning/scenarios/standing.ts'
import { aServed } from '#tests/helpers/attempts.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const withdrawn = { on: '2026-06-01', because: 'One act was marked wrong.' }
const approved: SignOff = {
  by: 'Sam Rivera',
  version: 1,
  capacity: 'coder',
  on: '2026-06-01',
  verdict: 'approved'
}
const reviewed = { state: 'reviewed' as const, signOffs: [approved], reviewBy: '2027-06-01' }

describe('where a version stands', () => {
  test('what its readers said after it was first served counts', () => {
    expect(standingOf(aServed({ review: reviewed }), aScenario())).toEqual({
      review: 'reviewed',
      signOffs: [approved],
      withdrawn: undefined
    })
  })

  test('what was said of another version does not', () => {
    const served = aServed({ version: 2, review: reviewed })
    expect(standingOf(served, aScenario())).toEqual({ review: 'draft', signOffs: [], withdrawn: undefined })
    expect(standingOf(served, aScenario({ version: 2 })).signOffs).toEqual([])
  })

  test('a withdrawal holds for every version, until another is offered', () => {
    const closed = aServed({ version: 2, status: 'withdrawn', withdrawn })
    expect(standingOf(closed, aScenario()).withdrawn).toEqual(withdrawn)
    expect(standingOf(aServed({ version: 3 }), aScenario()).withdrawn).toBeUndefined()
  })

  test('a case that is no longer here stands as its own document says', () => {
    expect(standingOf({ ...aServed(), scenarios: [] }, aScenario({ review: reviewed })).review).toBe('reviewed')
  })
})

describe('what is on offer', () => {
  const reviewedCase = aServed({ review: reviewed }).scenarios
  const draftCase = aServed().scenarios

  test('is reviewed once every case of it is', () => {
    expect(isAllReviewed({ ...aServed(), scenarios: reviewedCase })).toBe(true)
    expect(isAllReviewed({ ...aServed(), scenarios: [...reviewedCase, ...draftCase] })).toBe(false)
  })

  test('is not reviewed where there is none, and a withdrawn draft does not count', () => {
    expect(isAllReviewed({ ...aServed(), scenarios: [] })).toBe(false)
    const closed = aServed({ status: 'withdrawn', withdrawn }).scenarios
    expect(isAllReviewed({ ...aServed(), scenarios: [...reviewedCase, ...closed] })).toBe(true)
  })
})

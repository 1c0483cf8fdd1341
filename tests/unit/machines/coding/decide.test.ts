import { describe, expect, test } from 'vitest'
import { type CodingDecision, type CodingInput, decide } from '#machines/coding/decide.ts'

const nothing: CodingInput = {
  age: 'adult',
  certainty: 'none',
  exploitation: 'none',
  inChildhood: false,
  otherAbuse: [],
  pregnant: false,
  statement: 'What the responsible provider wrote.'
}

/** A decision that leaves no question open and allows no perpetrator, with what differs. */
function decision(parts: Partial<CodingDecision>): CodingDecision {
  return { row: 'none', categories: [], complete: [], allowsPerpetrator: false, askCodingStaff: [], ...parts }
}

describe('exploitation', () => {
  const ladder = [
    ['adult', 'suspected', 'sexual', 'T76.51', 'T76.51XA'],
    ['adult', 'suspected', 'labor', 'T76.61', 'T76.61XA'],
    ['adult', 'confirmed', 'sexual', 'T74.51', 'T74.51XA'],
    ['adult', 'confirmed', 'labor', 'T74.61', 'T74.61XA'],
    ['adult', 'ruled-out', 'sexual', 'Z04.81', 'Z04.81'],
    ['adult', 'ruled-out', 'labor', 'Z04.82', 'Z04.82'],
    ['adult', 'history', 'sexual', 'Z91.42', 'Z91.42'],
    ['adult', 'history', 'labor', 'Z91.42', 'Z91.42'],
    ['child', 'suspected', 'sexual', 'T76.52', 'T76.52XA'],
    ['child', 'suspected', 'labor', 'T76.62', 'T76.62XA'],
    ['child', 'confirmed', 'sexual', 'T74.52', 'T74.52XA'],
    ['child', 'confirmed', 'labor', 'T74.62', 'T74.62XA'],
    ['child', 'ruled-out', 'sexual', 'Z04.81', 'Z04.81'],
    ['child', 'ruled-out', 'labor', 'Z04.82', 'Z04.82'],
    ['child', 'history', 'sexual', 'Z62.813', 'Z62.813'],
    ['child', 'history', 'labor', 'Z62.813', 'Z62.813']
  ] as const

  test.each(ladder)('of %s, %s, %s, is %s', (age, certainty, exploitation, category, complete) => {
    expect(decide({ ...nothing, age, certainty, exploitation })).toEqual(
      decision({
        row: certainty,
        categories: [category],
        complete: [complete],
        allowsPerpetrator: certainty === 'confirmed'
      })
    )
  })

  test('that was not documented leads to the last row', () => {
    expect(decide(nothing)).toEqual(decision({}))
    expect(decide({ ...nothing, exploitation: 'sexual' })).toEqual(decision({}))
    expect(decide({ ...nothing, certainty: 'suspected' })).toEqual(decision({}))
  })

  test('in the childhood of a patient who is an adult today has the code for childhood', () => {
    expect(decide({ ...nothing, certainty: 'history', exploitation: 'labor', inChildhood: true })).toEqual(
      decision({ row: 'history', categories: ['Z62.813'], complete: ['Z62.813'] })
    )
  })

  test('that was ruled out has no observation code beside other abuse', () => {
    const otherAbuse = [{ abuse: 'physical', certainty: 'suspected' }] as const
    expect(decide({ ...nothing, certainty: 'ruled-out', exploitation: 'sexual', otherAbuse: [...otherAbuse] })).toEqual(
      decision({ categories: ['T76.11'], complete: ['T76.11XA'] })
    )
  })
})

describe('other abuse', () => {
  const kinds = [
    ['neglect', 'T76.01', 'T74.02'],
    ['physical', 'T76.11', 'T74.12'],
    ['sexual', 'T76.21', 'T74.22'],
    ['psychological', 'T76.31', 'T74.32'],
    ['financial', 'T76.A1', 'T74.A2']
  ] as const

  test.each(kinds)('that is %s has its own code by age and certainty', (abuse, suspectedAdult, confirmedChild) => {
    expect(decide({ ...nothing, otherAbuse: [{ abuse, certainty: 'suspected' }] })).toEqual(
      decision({ categories: [suspectedAdult], complete: [`${suspectedAdult}XA`] })
    )
    expect(decide({ ...nothing, age: 'child', otherAbuse: [{ abuse, certainty: 'confirmed' }] })).toEqual(
      decision({ categories: [confirmedChild], complete: [`${confirmedChild}XA`], allowsPerpetrator: true })
    )
  })

  test('stands after exploitation of the same certainty, once', () => {
    const otherAbuse: CodingInput['otherAbuse'] = [
      { abuse: 'financial', certainty: 'confirmed' },
      { abuse: 'financial', certainty: 'confirmed' }
    ]
    expect(decide({ ...nothing, certainty: 'confirmed', exploitation: 'labor', otherAbuse })).toEqual(
      decision({
        row: 'confirmed',
        categories: ['T74.61', 'T74.A1'],
        complete: ['T74.61XA', 'T74.A1XA'],
        allowsPerpetrator: true
      })
    )
  })
})

describe('what the code set leaves open', () => {
  test('is a confirmed abuse beside a suspected exploitation, where only the confirmed code can stand', () => {
    const otherAbuse: CodingInput['otherAbuse'] = [{ abuse: 'physical', certainty: 'confirmed' }]
    expect(decide({ ...nothing, certainty: 'suspected', exploitation: 'sexual', otherAbuse })).toEqual(
      decision({
        row: 'suspected',
        categories: ['T76.51', 'T74.11'],
        complete: ['T74.11XA'],
        allowsPerpetrator: true,
        askCodingStaff: ['both-certainties']
      })
    )
  })

  test('is sexual abuse of a child beside sexual exploitation', () => {
    const otherAbuse: CodingInput['otherAbuse'] = [{ abuse: 'sexual', certainty: 'suspected' }]
    expect(decide({ ...nothing, age: 'child', certainty: 'suspected', exploitation: 'sexual', otherAbuse })).toEqual(
      decision({
        row: 'suspected',
        categories: ['T76.52', 'T76.22'],
        complete: ['T76.52XA', 'T76.22XA'],
        askCodingStaff: ['sexual-abuse-beside-exploitation']
      })
    )
  })

  test('is exploitation of a patient who is pregnant', () => {
    expect(decide({ ...nothing, pregnant: true, certainty: 'suspected', exploitation: 'sexual' })).toEqual(
      decision({
        row: 'suspected',
        categories: ['T76.51'],
        complete: ['T76.51XA'],
        askCodingStaff: ['pregnancy']
      })
    )
  })

  test('is not whether a history or an exclusion is affected by pregnancy', () => {
    expect(decide({ ...nothing, pregnant: true, certainty: 'history', exploitation: 'sexual' }).askCodingStaff).toEqual(
      []
    )
    expect(
      decide({ ...nothing, pregnant: true, certainty: 'ruled-out', exploitation: 'sexual' }).askCodingStaff
    ).toEqual([])
  })

  const inPregnancy = [
    ['physical', 'O9A.3'],
    ['sexual', 'O9A.4'],
    ['psychological', 'O9A.5']
  ] as const

  test.each(inPregnancy)('is the trimester of %s abuse in pregnancy, which has its own category', (abuse, category) => {
    expect(decide({ ...nothing, pregnant: true, otherAbuse: [{ abuse, certainty: 'confirmed' }] })).toEqual(
      decision({ categories: [category], allowsPerpetrator: true, askCodingStaff: ['pregnancy'] })
    )
  })

  test('is not neglect in pregnancy, which has no category of its own', () => {
    expect(decide({ ...nothing, pregnant: true, otherAbuse: [{ abuse: 'neglect', certainty: 'suspected' }] })).toEqual(
      decision({ categories: ['T76.01'], complete: ['T76.01XA'], askCodingStaff: ['pregnancy'] })
    )
  })
})

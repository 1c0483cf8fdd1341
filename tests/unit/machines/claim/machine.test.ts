import { describe, expect, test } from 'vitest'
import type { ClaimOpened, ClaimStep } from '#machines/claim/events.ts'
import { type ClaimState, claimStates } from '#machines/claim/machine.ts'
import { type ClaimSnapshot, claimState, continueClaim, startClaim, takeClaimStep } from '#machines/claim/standing.ts'
import { anOpenOffering } from '#tests/helpers/activities.ts'
import { aCreditClaimed, anOpenedClaim, finishedWork } from '#tests/helpers/claims.ts'

const finished = finishedWork()
const evaluated: ClaimStep = { type: 'evaluation.given' }
const claimed = aCreditClaimed()
const issued: ClaimStep = { type: 'certificate.issued', certificateId: 'one' }
const voided: ClaimStep = { type: 'certificate.voided', certificateId: 'one', reason: 'A wrong name.' }
const reissued: ClaimStep = { type: 'certificate.reissued', certificateId: 'two', replaces: 'one' }

function played(steps: readonly ClaimStep[], opened: Partial<ClaimOpened> = {}): ClaimSnapshot {
  const { snapshot, refusedAt } = continueClaim(startClaim(anOpenedClaim(opened)), steps)
  if (refusedAt !== undefined) throw new Error(`Step ${refusedAt} was refused`)
  return snapshot
}

const whole = [finished, claimed, issued, voided, reissued]
const ways: [ClaimState, ClaimSnapshot, ClaimStep['type'][]][] = [
  ['notEligible', played([]), ['work.finished']],
  ['evaluationPending', played([finished], { isEvaluated: false }), ['evaluation.given']],
  ['attesting', played([finished]), ['credit.claimed']],
  ['claimed', played([finished, claimed]), ['certificate.issued']],
  ['certificateIssued', played(whole.slice(0, 3)), ['certificate.voided']],
  ['voided', played(whole.slice(0, 4)), ['certificate.reissued']],
  ['reissued', played(whole), []]
]

describe('each state', () => {
  test.each(ways)('%s takes only what may follow', (state, snapshot, may) => {
    expect(claimState(snapshot)).toBe(state)
    const taken = [finished, evaluated, claimed, issued, voided, reissued].filter((step) =>
      takeClaimStep(snapshot, step)
    )
    expect(taken.map(({ type }) => type)).toEqual(may)
  })

  test('is one of those a claim is said to have; nobody rests in "eligible"', () => {
    expect(claimStates.filter((state) => !ways.some(([way]) => way === state))).toEqual(['eligible'])
  })
})

test('a claim remembers what it was opened with, the work, the claim and the newest certificate', () => {
  expect(played(whole).context).toEqual({ opened: anOpenedClaim(), work: finished, claimed, certificateId: 'two' })
})

test('a reissued certificate is voided by its own id alone, and issued again', () => {
  const second: ClaimStep = { type: 'certificate.voided', certificateId: 'two', reason: 'Again.' }
  const third: ClaimStep = { type: 'certificate.reissued', certificateId: 'three', replaces: 'two' }
  expect(takeClaimStep(played(whole), voided)).toBeUndefined()
  expect(claimState(played([...whole, second]))).toBe('voided')
  expect(played([...whole, second, third]).context.certificateId).toBe('three')
})

test.each([
  ['by another than the last', { ...reissued, replaces: 'other' }],
  ['by itself', { ...reissued, certificateId: 'one' }]
])('a voided certificate is not replaced %s', (_, step) => {
  expect(takeClaimStep(played(whole.slice(0, 4)), step)).toBeUndefined()
})

test('a certificate that is not this claim’s is not voided here', () => {
  expect(takeClaimStep(played(whole.slice(0, 3)), { ...voided, certificateId: 'other' })).toBeUndefined()
})

describe('the evaluation', () => {
  test.each([
    ['needed and missing', { isEvaluated: false }, 'evaluationPending'],
    ['needed and given', { isEvaluated: true }, 'attesting'],
    [
      'not needed',
      { isEvaluated: false, offering: anOpenOffering({ needsEvaluation: false, maxAttempts: 2 }) },
      'attesting'
    ]
  ] as const)('%s leads on', (_, opened, state) => {
    expect(claimState(played([finished], opened))).toBe(state)
  })

  test('given later opens the claim', () => {
    expect(claimState(played([finished, evaluated], { isEvaluated: false }))).toBe('attesting')
  })
})

test.each([
  ['late', { on: '2027-01-01' }],
  ['below the mark', { test: { id: 'test-1', attempt: 1, scoreHundredths: 7999 } }],
  ['by a third test of two', { test: { id: 'test-3', attempt: 3, scoreHundredths: 10_000 } }]
])('work %s makes nobody eligible', (_, work) => {
  expect(takeClaimStep(played([]), finishedWork(work))).toBeUndefined()
})

test.each([
  ['more than the most', { amountHundredths: 125 }],
  ['between two steps', { amountHundredths: 80 }],
  ['nothing', { amountHundredths: null }],
  ['before the work', { on: '2026-11-23' }]
])('a claim of %s is refused', (_, changes) => {
  expect(takeClaimStep(played([finished]), aCreditClaimed(changes))).toBeUndefined()
})

test('a claim may be made after the last day, where the work was finished by it', () => {
  expect(claimState(played([finished, aCreditClaimed({ on: '2027-02-01' })]))).toBe('claimed')
})

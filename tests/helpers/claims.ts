import type { ClaimOpened, CreditClaimed, WorkFinished } from '#machines/claim/events.ts'
import { anOpenOffering } from './activities.ts'

/** A nurse's claim of up to one hour in quarters, with two tests, before the day the activity ends. */
export function anOpenedClaim(changes: Partial<ClaimOpened> = {}): ClaimOpened {
  return {
    type: 'claim.opened',
    on: '2026-11-24',
    activity: { id: 'activity-1', version: 1, hasTest: true },
    passMark: 80,
    offering: anOpenOffering({ maxAttempts: 2 }),
    profession: 'registered-nurse',
    timeZone: 'America/Chicago',
    acknowledgedOn: '2026-11-20',
    closes: { on: '2026-12-31', by: 'expiry' },
    isEvaluated: true,
    ...changes
  }
}

/** Work finished in time, by the first test, which reached the mark exactly. */
export function finishedWork(changes: Partial<WorkFinished> = {}): WorkFinished {
  const test = { id: 'test-1', attempt: 1, scoreHundredths: 8000 }
  return { type: 'work.finished', on: '2026-11-24', test, ...changes }
}

/** The whole hour, claimed on the day it was earned. */
export function aCreditClaimed(changes: Partial<CreditClaimed> = {}): CreditClaimed {
  return {
    type: 'credit.claimed',
    on: '2026-11-24',
    amountHundredths: 100,
    minutesReported: 58,
    attestation: 'I took part in this activity as I claim it.',
    identifiers: [],
    ...changes
  }
}

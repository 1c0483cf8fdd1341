import type { CreditOffering, IdentifierKind } from '#machines/activity/offering.ts'
import { daysAfter, daysBetween } from './days.ts'
import type { Attended, ClaimOpened, CreditClaimed, closers, WorkFinished } from './events.ts'

/** From how many days before the last one a learner is warned. */
export const warnedDays = 14

type Steps = Pick<CreditOffering, 'maxHundredths' | 'stepHundredths' | 'isPartialAllowed'>

/**
 * @returns the amounts of a credit that may be claimed, the smallest first: the multiples of its step up to its most,
 * or only the largest of them where no less may be claimed. None for a certificate without an amount.
 */
export function permittedAmounts({ maxHundredths, stepHundredths, isPartialAllowed }: Steps): number[] {
  if (maxHundredths === null || stepHundredths === null) return []
  const steps = Math.floor(maxHundredths / stepHundredths)
  const all = Array.from({ length: steps }, (_, index) => (index + 1) * stepHundredths)
  return isPartialAllowed ? all : all.slice(-1)
}

/** @returns whether an amount may be claimed; null is the amount of a certificate without one, and of nothing else. */
export function isPermitted(offering: Steps, amountHundredths: number | null): boolean {
  const amounts = permittedAmounts(offering)
  if (amounts.length === 0) return amountHundredths === null && offering.maxHundredths === null
  return amountHundredths !== null && amounts.includes(amountHundredths)
}

/**
 * @param minutes whole minutes somebody took part in a live activity; undefined for a self-paced one
 * @returns the amount that a claim begins with: all of a self-paced activity; of a live one what its minutes come to,
 * rounded down to the step and never up. Undefined where that is less than one step, or there is no amount.
 */
export function amountToBegin(offering: Steps, minutes?: number): number | undefined {
  return amountsFor(offering, minutes).at(-1)
}

/** @returns the amounts that may be claimed for so many minutes of a live activity, or of a self-paced one; as above. */
export function amountsFor(offering: Steps, minutes?: number): number[] {
  const amounts = permittedAmounts(offering)
  if (minutes === undefined) return amounts
  // Sixty minutes are one unit, so that a minute is a hundred sixtieths of a hundredth; the product stays whole.
  return amounts.filter((amount) => amount * 60 <= minutes * 100)
}

/** The last day on which work counts, and what made it the last. */
export type Closing = { on: string; by: (typeof closers)[number] }

/** Days of an activity; `closedOn` where the office closed it, `withdrawnOn` where content of it was withdrawn. */
export type Closers = {
  expiry: string
  graceDays: number
  acknowledgedOn: string
  closedOn: string | null
  withdrawnOn: string | null
}

/** @returns the last day on which work counts for somebody. Days of grace are for those who began before the expiry. */
export function closingOf({ expiry, graceDays, acknowledgedOn, closedOn, withdrawnOn }: Closers): Closing {
  const last = acknowledgedOn <= expiry ? daysAfter(expiry, graceDays) : expiry
  const closings: Closing[] = [{ on: last, by: 'expiry' }]
  if (closedOn !== null) closings.unshift({ on: closedOn, by: 'office' })
  if (withdrawnOn !== null) closings.unshift({ on: withdrawnOn, by: 'withdrawal' })
  return closings.reduce((first, it) => (it.on < first.on ? it : first))
}

/** @returns the days left until the last one where it is time to warn of it: 0 on that day itself; else undefined. */
export function daysToWarn({ closing, today }: { closing: Closing; today: string }): number | undefined {
  const left = daysBetween(today, closing.on)
  return left >= 0 && left <= warnedDays ? left : undefined
}

/** A test that was handed in after the front matter; `on` is the learner's day. */
export type HandedIn = { id: string; on: string; scoreHundredths: number }

/** Where somebody stands in the test for one credit. `left` is null where nothing limits it. */
export type TestStanding =
  | { state: 'passed'; test: HandedIn; attempt: number }
  | { state: 'open'; left: number | null }
  | { state: 'used-up' }

/**
 * @param tests all tests handed in, the first one first
 * @returns whether one of the tests that this credit counts is good enough for it, and if none is, how many are left
 */
export function testStanding(
  { minScore, maxAttempts }: Pick<CreditOffering, 'minScore' | 'maxAttempts'>,
  { passMark, tests }: { passMark: number; tests: readonly HandedIn[] }
): TestStanding {
  const counted = maxAttempts === null ? tests : tests.slice(0, maxAttempts)
  const index = counted.findIndex((test) => test.scoreHundredths >= neededHundredths({ minScore }, passMark))
  const test = counted[index]
  if (test) return { state: 'passed', test, attempt: index + 1 }
  if (maxAttempts === null) return { state: 'open', left: null }
  return counted.length < maxAttempts ? { state: 'open', left: maxAttempts - counted.length } : { state: 'used-up' }
}

/** @returns what a test must come to for a credit, in percent times 100. */
export function neededHundredths({ minScore }: Pick<CreditOffering, 'minScore'>, passMark: number): number {
  return Math.max(minScore, passMark) * 100
}

/** Why work that is finished does not earn a credit. */
export type WorkFault =
  | 'profession_not_eligible'
  | 'credit_not_yet_valid'
  | 'credit_no_longer_valid'
  | 'expired_midway'
  | 'activity_closed'
  | 'content_withdrawn'
  | 'test_missing'
  | 'attempts_used_up'
  | 'score_too_low'
  | 'work_too_early'
  | 'attendance_missing'
  | 'attendance_too_short'

const lateness = { expiry: 'expired_midway', office: 'activity_closed', withdrawal: 'content_withdrawn' } as const

/** @returns what a day means for a credit: nothing where work finished on it counts. */
export function dayFault(
  { offering, acknowledgedOn, closes }: Pick<ClaimOpened, 'offering' | 'acknowledgedOn' | 'closes'>,
  day: string
): WorkFault | undefined {
  if (day < acknowledgedOn) return 'work_too_early'
  // Credit is designated before the work is begun, never after it.
  if (acknowledgedOn < offering.validFrom) return 'credit_not_yet_valid'
  if (day > closes.on) return lateness[closes.by]
  return day > offering.validTo ? 'credit_no_longer_valid' : undefined
}

/** @returns why this work does not earn this credit, or undefined where it does. */
export function workFault(opened: ClaimOpened, { on, test }: Omit<WorkFinished, 'type'>): WorkFault | undefined {
  const { offering, profession, activity, passMark } = opened
  if (!offering.professions.includes(profession)) return 'profession_not_eligible'
  const late = dayFault(opened, on) ?? attendanceFault(opened)
  if (late) return late
  if (!activity.hasTest) return test !== null || asksForScore(offering) ? 'test_missing' : undefined
  if (test === null) return 'test_missing'
  if (offering.maxAttempts !== null && test.attempt > offering.maxAttempts) return 'attempts_used_up'
  return test.scoreHundredths < neededHundredths(offering, passMark) ? 'score_too_low' : undefined
}

/**
 * @returns why presence at a live activity does not earn a credit. A certificate without an amount is for those who were
 * there for all that counts; every other begins with its smallest step.
 */
export function attendanceFault({
  offering,
  attended
}: Pick<ClaimOpened, 'offering' | 'attended'>): 'attendance_missing' | 'attendance_too_short' | undefined {
  if (offering.deliveryFormat !== 'live') return undefined
  if (!attended) return 'attendance_missing'
  return isLongEnough(offering, attended) ? undefined : 'attendance_too_short'
}

function isLongEnough(offering: Steps, { minutes, of }: Attended): boolean {
  return offering.maxHundredths === null ? minutes >= of : amountToBegin(offering, minutes) !== undefined
}

// What an accreditor asks for is shown or there is no credit; a certificate of completion says only that it was finished.
function asksForScore({ body, minScore }: Pick<CreditOffering, 'body' | 'minScore'>): boolean {
  return body !== 'none' && minScore > 0
}

/** Why a claim cannot be made as it was sent. */
export type ClaimFault = 'amount_not_permitted' | 'identifiers_missing' | 'work_too_early'

/** @returns why this claim of finished work cannot be made, or undefined where it can. */
export function claimFault(
  { offering, attended }: Pick<ClaimOpened, 'offering' | 'attended'>,
  work: Pick<WorkFinished, 'on'>,
  claimed: Pick<CreditClaimed, 'on' | 'amountHundredths' | 'identifiers'>
): ClaimFault | undefined {
  if (claimed.on < work.on) return 'work_too_early'
  if (missingOf(offering.idsRequired, claimed.identifiers).length > 0) return 'identifiers_missing'
  const { amountHundredths } = claimed
  if (!isPermitted(offering, amountHundredths)) return 'amount_not_permitted'
  const isEarned = amountHundredths === null || amountsFor(offering, attended?.minutes).includes(amountHundredths)
  return isEarned ? undefined : 'amount_not_permitted'
}

/** @returns what is required and not there. */
export function missingOf(required: readonly IdentifierKind[], held: readonly IdentifierKind[]): IdentifierKind[] {
  return required.filter((kind) => !held.includes(kind))
}

import type { ActivityVersion, OpenOffering } from '#machines/activity/version.ts'
import type { ClaimOpened } from '#machines/claim/events.ts'
import {
  attendanceFault,
  type Closing,
  closingOf,
  dayFault,
  type HandedIn,
  type TestStanding,
  testStanding,
  workFault
} from '#machines/claim/rules.ts'
import type { ErrorCode } from '#server/errors.ts'
import type { ClaimTable, ParticipationTable } from '#server/record/db/schema-credit.ts'
import { dayOf, professionIn } from './queries.ts'
import { latest, takesTest, type Work } from './work.ts'

/**
 * One credit as somebody may have it. `fault` says why they cannot claim it now, `test` where they stand in the test it
 * asks for, `closes` the last day for it, `finished` the work that earns it.
 */
export type Credit = {
  offering: OpenOffering
  fault: ErrorCode | undefined
  test: TestStanding | null
  closes: Closing
  finished: { at: string; on: string; test: (HandedIn & { attempt: number }) | null } | undefined
  /** The claim that was opened on this way or made on any, if there is one. */
  claim: ClaimTable | undefined
}

/** What decides about every credit of a way. `claimed` are the claims made in the activity, in any version. */
export type Grounds = {
  version: ActivityVersion
  participation: ParticipationTable
  profession: string
  work: Work
  closedAt: string | null
  today: string
  opened: readonly ClaimTable[]
  claimed: readonly ClaimTable[]
}

/** @returns every credit of the version that was acknowledged, in the office's order. */
export function creditsOf(grounds: Grounds): Credit[] {
  return grounds.version.offerings.map((offering) => creditOf(offering, grounds))
}

/** @returns the last day on which work on this way counts. */
export function closingFor({ version, participation, work, closedAt }: Omit<Grounds, 'opened' | 'claimed'>): Closing {
  return closingOf({
    expiry: version.draft.dates.expiry,
    graceDays: version.draft.graceDays,
    acknowledgedOn: dayOf(participation, participation.acknowledgedAt),
    closedOn: closedAt === null ? null : dayOf(participation, closedAt),
    withdrawnOn: work.withdrawnOn
  })
}

/** @returns the first event of a claim of this credit: all that holds outside today. */
export function openedOf(offering: OpenOffering, grounds: Grounds): ClaimOpened {
  const { version, participation, profession, today, work } = grounds
  return {
    type: 'claim.opened',
    on: today,
    activity: { id: version.activityId, version: version.version, hasTest: takesTest(version, offering) },
    passMark: version.test?.passMark ?? 0,
    offering,
    profession: professionIn({ profession }),
    timeZone: participation.timeZone,
    acknowledgedOn: dayOf(participation, participation.acknowledgedAt),
    closes: closingFor(grounds),
    isEvaluated: participation.isEvaluated === 1,
    ...(work.attended && { attended: work.attended.attended })
  }
}

function creditOf(offering: OpenOffering, grounds: Grounds): Credit {
  const { work } = grounds
  const opened = openedOf(offering, grounds)
  const test = opened.activity.hasTest ? testStanding(offering, { passMark: opened.passMark, tests: work.tests }) : null
  const finished = finishedFor(grounds, test)
  const made = grounds.claimed.find(({ offeringId }) => offeringId === offering.id)
  const claim = made ?? grounds.opened.find(({ offeringId }) => offeringId === offering.id)
  const fault = made ? 'already_claimed' : faultOf(opened, { grounds, test, finished })
  return { offering, fault, test, closes: lastDay(opened), finished, claim }
}

function finishedFor({ work, participation }: Grounds, test: TestStanding | null): Credit['finished'] {
  const { readyAt, tests } = work
  if (readyAt === null) return undefined
  if (!test) return { at: readyAt, on: dayOf(participation, readyAt), test: null }
  if (test.state !== 'passed') return undefined
  const handedInAt = tests.find(({ id }) => id === test.test.id)?.at ?? readyAt
  const at = latest(readyAt, [handedInAt])
  return { at, on: dayOf(participation, at), test: { ...test.test, attempt: test.attempt } }
}

type Known = { grounds: Grounds; test: TestStanding | null; finished: Credit['finished'] }

function faultOf(opened: ClaimOpened, { grounds, test, finished }: Known): ErrorCode | undefined {
  const { offering, profession, isEvaluated } = opened
  if (finished) {
    const fault = workFault(opened, { on: finished.on, test: finished.test && counted(finished.test) })
    return fault ?? (offering.needsEvaluation && !isEvaluated ? 'evaluation_missing' : undefined)
  }
  if (!offering.professions.includes(profession)) return 'profession_not_eligible'
  return dayFault(opened, grounds.today) ?? attendanceFault(opened) ?? workLeft(grounds, test)
}

function counted({ id, attempt, scoreHundredths }: HandedIn & { attempt: number }) {
  return { id, attempt, scoreHundredths }
}

function workLeft({ work, participation }: Grounds, test: TestStanding | null): ErrorCode {
  if (work.steps.some(({ state }) => state === 'withdrawn')) return 'content_withdrawn'
  if (work.steps.length === 0 || work.steps.some(({ state }) => state === 'changed')) return 'content_revised'
  if (test?.state === 'used-up') return 'attempts_used_up'
  return participation.passedTestId === null ? 'work_unfinished' : 'score_too_low'
}

function lastDay({ closes, offering }: ClaimOpened): Closing {
  return offering.validTo < closes.on ? { on: offering.validTo, by: 'expiry' } : closes
}

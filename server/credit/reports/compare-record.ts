import type { ActivityVersion } from '#machines/activity/version.ts'
import { scoreOf } from '#machines/assessment/score.ts'
import { isSubmitted, type SittingSnapshot } from '#machines/assessment/sitting.ts'
import { dayIn } from '#machines/claim/days.ts'
import type { ClaimEvent } from '#machines/claim/events.ts'
import { type ClaimSnapshot, claimState } from '#machines/claim/standing.ts'
import type { Snapshot } from '#server/credit/certificates/snapshot.ts'
import type { AssessmentTable } from '#server/record/db/schema.ts'
import type {
  CertificateTable,
  ClaimTable,
  ParticipationStepTable,
  ParticipationTable
} from '#server/record/db/schema-credit.ts'

/** What is compared, by the place it is stored in. */
export type Compared =
  | 'test.passed'
  | 'test.handedIn'
  | 'test.owner'
  | 'claim.score'
  | 'step.score'
  | 'participation.test'
  | 'participation.score'
  | 'participation.attempts'
  | 'participation.finished'
  | 'participation.minutes'
  | 'participation.profession'
  | 'participation.timeZone'
  | 'participation.acknowledged'
  | 'participation.evaluated'
  | 'claim.state'
  | 'claim.amount'
  | 'claim.opened'
  | 'claim.claimed'
  | 'claim.offering'
  | 'claim.activity'
  | 'activity.offering'
  | 'activity.passMark'
  | 'certificate.snapshot'
  | 'certificate.amount'
  | 'certificate.completed'
  | 'certificate.activity'
  | 'certificate.chain'
  | 'certificate.state'

/** One stored value beside what its log comes to; `isSame` tells whether they agree. */
export type Finding = { what: Compared; stored: string; replayed: string; isSame: boolean }

/** Everything of one claim as its rows have it. Certificates stand in the order in which they were issued. */
export type StoredRecord = {
  participation: ParticipationTable
  steps: readonly ParticipationStepTable[]
  claim: ClaimTable
  /** The row of the test that the claim counts. */
  test: AssessmentTable | undefined
  activity: ActivityVersion
  certificates: readonly (Pick<CertificateTable, 'id' | 'state'> & { snapshot: Snapshot | undefined })[]
}

type Logged = { event: ClaimEvent; occurredAt: string }

/** A test as its log comes to it; `submittedAt` is when it was handed in. */
export type ReplayedTest = { snapshot: SittingSnapshot; submittedAt: string | undefined }

/**
 * What the logs come to. `test` is the one that the claim counts, `best` the one that the way to credit names; each is
 * undefined where its log is not kept any more, or there is none. `minutesReported` is what was said last in any claim
 * of the same way.
 */
export type ReplayedRecord = {
  claim: { snapshot: ClaimSnapshot; events: readonly Logged[] }
  test: ReplayedTest | undefined
  best: ReplayedTest | undefined
  minutesReported: number | null
}

/** @returns every stored value of a record beside what its logs come to, in the order of the way to credit. */
export function compareRecord(stored: StoredRecord, replayed: ReplayedRecord): Finding[] {
  return [
    ...participationFindings(stored, replayed),
    ...testFindings(stored, replayed),
    ...claimFindings(stored, replayed),
    ...activityFindings(stored, replayed),
    ...certificateFindings(stored, replayed)
  ]
}

/** @returns a test's score as it is stored, in percent times 100 and rounded down, so that nobody passes by rounding. */
export function hundredthsOf(snapshot: SittingSnapshot): number {
  const { sixtieths, of } = scoreOf(snapshot.context)
  return Math.floor((sixtieths * 10_000) / of)
}

function participationFindings({ participation, steps }: StoredRecord, replayed: ReplayedRecord): Finding[] {
  const { opened } = replayed.claim.snapshot.context
  const { profession, timeZone, acknowledgedAt, finishedAt, minutesReported, testAttempts } = participation
  const isEligible = opened.offering.professions.some((each) => each === profession)
  const wasEvaluated =
    opened.isEvaluated || replayed.claim.events.some(({ event }) => event.type === 'evaluation.given')
  const times = steps.map(({ doneAt }) => doneAt).sort()
  const isAStep = finishedAt !== null && times.includes(finishedAt)
  return [
    // The profession may change between claims, to another that the credit is given to.
    finding('participation.profession', profession, isEligible ? profession : opened.profession),
    finding('participation.timeZone', timeZone, opened.timeZone),
    finding('participation.acknowledged', dayIn(acknowledgedAt, timeZone), opened.acknowledgedOn),
    opened.attended
      ? finding('participation.finished', finishedAt && dayIn(finishedAt, timeZone), opened.attended.on)
      : finding('participation.finished', finishedAt, isAStep ? finishedAt : (times.at(-1) ?? null)),
    finding('participation.attempts', testAttempts, steps.filter(({ kind }) => kind === 'post').length),
    finding('participation.minutes', minutesReported, replayed.minutesReported),
    // Who gave the evaluation after the claim has given it too; what the log says was given must stand.
    ...(wasEvaluated ? [finding('participation.evaluated', participation.isEvaluated, 1)] : [])
  ]
}

function testFindings(stored: StoredRecord, { claim, test: replayed, best }: ReplayedRecord): Finding[] {
  const { participation, steps, test } = stored
  const counted = claim.snapshot.context.work?.test
  if (!counted || !replayed) return []
  const score = hundredthsOf(replayed.snapshot)
  const isPassed = isSubmitted(replayed.snapshot) && scoreOf(replayed.snapshot.context).passed
  const step = steps.find(({ kind, contentId }) => kind === 'post' && contentId === counted.id)
  return [
    finding('test.passed', test?.passed ?? null, isPassed ? 1 : 0),
    finding('test.handedIn', test?.submittedAt ?? null, replayed.submittedAt ?? null),
    finding('test.owner', test?.participationId ?? null, participation.id),
    finding('step.score', step?.scoreHundredths ?? null, score),
    finding('claim.score', counted.scoreHundredths, score),
    // The way names the best test, which may be a later one than the claim counts.
    finding('participation.test', participation.passedTestId, best ? participation.passedTestId : counted.id),
    finding('participation.score', participation.scoreHundredths, best ? hundredthsOf(best.snapshot) : score)
  ]
}

function claimFindings({ claim }: StoredRecord, { claim: { snapshot, events } }: ReplayedRecord): Finding[] {
  const { opened, claimed } = snapshot.context
  const timeOf = (type: ClaimEvent['type']) => events.find(({ event }) => event.type === type)?.occurredAt ?? null
  return [
    finding('claim.opened', claim.openedAt, timeOf('claim.opened')),
    finding('claim.offering', claim.offeringId, opened.offering.id),
    finding('claim.activity', `${claim.activityId} ${claim.activityVersion}`, versionOf(opened.activity)),
    finding('claim.claimed', claim.claimedAt, timeOf('credit.claimed')),
    finding('claim.amount', claim.claimedHundredths, claimed?.amountHundredths ?? null),
    finding('claim.state', claim.state, claimState(snapshot))
  ]
}

function activityFindings({ activity }: StoredRecord, { claim, test }: ReplayedRecord): Finding[] {
  const { opened } = claim.snapshot.context
  const offering = activity.offerings.find(({ id }) => id === opened.offering.id)
  const sat = test?.snapshot.context.started.passMark
  return [
    finding('activity.offering', sorted(offering ?? null), sorted(opened.offering)),
    ...(sat == null ? [] : [finding('activity.passMark', opened.passMark, sat)])
  ]
}

function certificateFindings({ certificates }: StoredRecord, { claim: log }: ReplayedRecord): Finding[] {
  const { claimed, work, opened } = log.snapshot.context
  const issued = log.events.flatMap(({ event }) =>
    event.type === 'certificate.issued' || event.type === 'certificate.reissued' ? event.certificateId : []
  )
  const isValid = ['certificateIssued', 'reissued'].includes(claimState(log.snapshot))
  const lastState = certificates.at(-1)?.state ?? 'none'
  const chain = certificates.map(({ id }) => id).join(' ')
  const shouldBe = issued.length === 0 ? 'none' : isValid ? 'valid' : 'voided'
  return [
    finding('certificate.chain', chain, issued.join(' ')),
    finding('certificate.state', lastState, shouldBe),
    ...certificates.flatMap(({ snapshot }) => {
      if (!snapshot) return [finding('certificate.snapshot', 'changed', 'as issued')]
      const amount = snapshot.credits[0]?.amountHundredths
      const { id: activityId, version } = snapshot.activity
      return [
        finding('certificate.snapshot', 'as issued', 'as issued'),
        finding('certificate.completed', snapshot.completedOn, work?.on ?? null),
        finding('certificate.activity', `${activityId} ${version}`, versionOf(opened.activity)),
        // A certificate of completion names no amount.
        ...(amount === undefined ? [] : [finding('certificate.amount', amount, claimed?.amountHundredths ?? null)])
      ]
    })
  ]
}

function versionOf({ id, version }: { id: string; version: number }): string {
  return `${id} ${version}`
}

function finding(what: Compared, stored: string | number | null, replayed: string | number | null): Finding {
  const [one, other] = [String(stored ?? ''), String(replayed ?? '')]
  return { what, stored: one, replayed: other, isSame: one === other }
}

// The order in which a document's fields were written says nothing.
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) =>
    it !== null && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it
  )
}

import { assign, setup } from 'xstate'
import type { ClaimOpened, ClaimStep, CreditClaimed, WorkFinished } from './events.ts'
import { claimFault, workFault } from './rules.ts'

/** Everything a claim remembers. Plain JSON; `certificateId` is the one issued last, also where it is voided. */
export type ClaimContext = {
  readonly opened: ClaimOpened
  readonly work: WorkFinished | null
  readonly claimed: CreditClaimed | null
  readonly certificateId: string | null
}

export const claimStates = [
  'notEligible',
  'eligible',
  'evaluationPending',
  'attesting',
  'claimed',
  'certificateIssued',
  'voided',
  'reissued'
] as const
export type ClaimState = (typeof claimStates)[number]

/** One person's claim of one credit: work that counts, the evaluation where it is needed, the claim, certificates. */
export const claimMachine = setup({
  // XState takes its types as a value; these never hold anything at run time.
  types: {} as { context: ClaimContext; events: ClaimStep; input: ClaimOpened },
  guards: {
    counts: ({ context: { opened }, event }) =>
      event.type === 'work.finished' && workFault(opened, event) === undefined,
    awaitsEvaluation: ({ context: { opened } }) => opened.offering.needsEvaluation && !opened.isEvaluated,
    canBeClaimed: ({ context: { opened, work }, event }) =>
      event.type === 'credit.claimed' && work !== null && claimFault(opened, work, event) === undefined,
    isTheLast: ({ context, event }) =>
      event.type === 'certificate.voided' && event.certificateId === context.certificateId,
    replacesTheLast: ({ context, event }) =>
      event.type === 'certificate.reissued' &&
      event.replaces === context.certificateId &&
      event.certificateId !== context.certificateId
  },
  actions: {
    keepWork: assign(({ context, event }) => (event.type === 'work.finished' ? { ...context, work: event } : context)),
    keepClaim: assign(({ context, event }) =>
      event.type === 'credit.claimed' ? { ...context, claimed: event } : context
    ),
    keepCertificate: assign(({ context, event }) =>
      event.type === 'certificate.issued' || event.type === 'certificate.reissued'
        ? { ...context, certificateId: event.certificateId }
        : context
    )
  }
}).createMachine({
  id: 'claim',
  context: ({ input }) => ({ opened: input, work: null, claimed: null, certificateId: null }),
  initial: 'notEligible',
  states: {
    notEligible: { on: { 'work.finished': { guard: 'counts', target: 'eligible', actions: 'keepWork' } } },
    // Nobody rests here: what comes next is known at once.
    eligible: { always: [{ guard: 'awaitsEvaluation', target: 'evaluationPending' }, { target: 'attesting' }] },
    evaluationPending: { on: { 'evaluation.given': { target: 'attesting' } } },
    attesting: { on: { 'credit.claimed': { guard: 'canBeClaimed', target: 'claimed', actions: 'keepClaim' } } },
    claimed: { on: { 'certificate.issued': { target: 'certificateIssued', actions: 'keepCertificate' } } },
    certificateIssued: { on: { 'certificate.voided': { guard: 'isTheLast', target: 'voided' } } },
    voided: {
      on: { 'certificate.reissued': { guard: 'replacesTheLast', target: 'reissued', actions: 'keepCertificate' } }
    },
    reissued: { on: { 'certificate.voided': { guard: 'isTheLast', target: 'voided' } } }
  }
})

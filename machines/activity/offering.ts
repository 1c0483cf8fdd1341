import { z } from 'zod'
import { professionIds } from '#content/professions.ts'
import { isoDate, line } from './words.ts'

/** Accreditors whose credit an office may configure. The software knows their names, never a sentence of theirs. */
export const bodies = {
  ama: 'AMA PRA Category 1',
  ancc: 'ANCC contact hours (NCPD)',
  ja: 'Joint Accreditation (IPCE)',
  acpe: 'ACPE',
  'aswb-ace': 'ASWB ACE',
  apa: 'APA',
  nbcc: 'NBCC ACEP',
  nchec: 'NCHEC (CHES, MCHES)',
  'ada-cerp': 'ADA CERP',
  aafp: 'AAFP',
  capce: 'CAPCE',
  state: 'State board or agency',
  none: 'No accreditor: certificate of completion'
} as const
export type Body = keyof typeof bodies
export const bodyIds = Object.keys(bodies) as [Body, ...Body[]]

/** What a roster may have to say of a learner; asked for only when a chosen credit needs it. */
export const identifierKinds = ['license', 'npi', 'epid', 'nremt', 'birthMonthDay', 'boardId', 'employeeId'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

const hundredths = z.int().min(1).max(10_000)

/**
 * One credit that an activity offers. Amounts are whole hundredths of `unit`; a claim is a multiple of `stepHundredths`
 * and never more than `maxHundredths`. A certificate of completion (`none`) has no amount.
 */
export const offeringSchema = z.strictObject({
  id: z.string().min(1).max(64),
  body: z.enum(bodyIds),
  label: line,
  unit: line,
  maxHundredths: hundredths.nullable(),
  stepHundredths: hundredths.nullable(),
  /** The office's statement by id and version; null while it is missing. */
  statement: z.strictObject({ id: z.string().min(1), version: z.int().min(1) }).nullable(),
  professions: z.array(z.enum(professionIds)).min(1),
  idsRequired: z.array(z.enum(identifierKinds)),
  /** Whether fewer than the most may be claimed. */
  isPartialAllowed: z.boolean(),
  /** Whole percent of the second test. */
  minScore: z.int().min(0).max(100),
  /** How often the second test may be handed in; null where the office sets no limit. */
  maxAttempts: z.int().min(1).max(20).nullable(),
  needsEvaluation: z.boolean(),
  deliveryFormat: z.enum(['enduring', 'live']),
  activityNumber: z.string().trim().max(80),
  providerNumber: z.string().trim().max(80),
  validFrom: isoDate,
  validTo: isoDate
})
export type CreditOffering = z.output<typeof offeringSchema>

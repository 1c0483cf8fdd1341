import { z } from 'zod'
import { professionIds } from '#content/professions.ts'
import { identifierKinds } from '#machines/activity/offering.ts'
import { activityVersionSchema } from '#machines/activity/version.ts'
import { isoDate } from '#machines/activity/words.ts'

const id = z.string().min(1).max(64)
const hundredths = z.int().min(0).max(10_000)

/** What ends the time in which a credit can be earned: the activity's last day, the office, or withdrawn content. */
export const closers = ['expiry', 'office', 'withdrawal'] as const

/** Presence at a live activity: which workshop on which day, where, and the minutes that count of those that could. */
export const attendedSchema = z.strictObject({
  workshop: id,
  on: isoDate,
  place: z.string().max(300),
  minutes: z.int().min(0).max(1440),
  of: z.int().min(0).max(1440)
})
export type Attended = z.output<typeof attendedSchema>

/**
 * The first event of every claim: all that was true outside when it was opened. Days are YYYY-MM-DD in `timeZone`, the
 * learner's own, which is also that of the certificate.
 */
const openedSchema = z.strictObject({
  type: z.literal('claim.opened'),
  on: isoDate,
  activity: z.strictObject({ id, version: z.int().min(1), hasTest: z.boolean() }),
  /** Whole percent that the test takes; what the credit asks for may be more. */
  passMark: z.int().min(0).max(100),
  offering: activityVersionSchema.shape.offerings.element,
  profession: z.enum(professionIds),
  timeZone: z.string().min(1).max(64),
  acknowledgedOn: isoDate,
  /** The last day on which the work could be finished, grace included. */
  closes: z.strictObject({ on: isoDate, by: z.enum(closers) }),
  isEvaluated: z.boolean(),
  /** Only of a live activity. */
  attended: attendedSchema.optional()
})

/** A test that was handed in: which of those handed in it was, and percent times 100, rounded down. */
const testSchema = z.strictObject({ id, attempt: z.int().min(1), scoreHundredths: hundredths })

const finishedSchema = z.strictObject({
  type: z.literal('work.finished'),
  on: isoDate,
  /** The test that is good enough for this credit; null where the activity has none. */
  test: testSchema.nullable()
})

const claimedSchema = z.strictObject({
  type: z.literal('credit.claimed'),
  on: isoDate,
  /** Hundredths of the offering's unit; null for a certificate that has no amount. */
  amountHundredths: z.int().min(1).max(10_000).nullable(),
  /** What the learner says they spent, in whole minutes, if anything. */
  minutesReported: z.int().min(1).max(9999).nullable(),
  /** The sentence that was attested to. */
  attestation: z.string().min(1),
  /** What of the learner's identifiers stood in the profile; never the identifiers. */
  identifiers: z.array(z.enum(identifierKinds))
})

export const claimEventSchema = z.discriminatedUnion('type', [
  openedSchema,
  finishedSchema,
  z.strictObject({ type: z.literal('evaluation.given') }),
  claimedSchema,
  z.strictObject({ type: z.literal('certificate.issued'), certificateId: id }),
  z.strictObject({ type: z.literal('certificate.voided'), certificateId: id, reason: z.string().min(1) }),
  z.strictObject({ type: z.literal('certificate.reissued'), certificateId: id, replaces: id })
])

export type ClaimEvent = z.output<typeof claimEventSchema>
export type ClaimOpened = z.output<typeof openedSchema>
export type WorkFinished = z.output<typeof finishedSchema>
export type CreditClaimed = z.output<typeof claimedSchema>
/** What may follow the first event. */
export type ClaimStep = Exclude<ClaimEvent, ClaimOpened>

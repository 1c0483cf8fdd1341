import { z } from 'zod'
import { bins, slug } from '#content/scene-schema.ts'
import { dutyLevels } from '#content/schema.ts'

const duty = z.enum(dutyLevels)
const token = z.string().min(1).max(64)

/** The first event of every attempt: all that was true outside at the start. */
export const startedSchema = z.strictObject({
  type: z.literal('attempt.started'),
  /** Decides the order in which choices are shown; never an outcome. */
  seed: token,
  /** The profession the learner named, or `not-listed`. */
  role: token,
  jurisdiction: token,
  duties: z.strictObject({
    childAbuse: duty,
    adultTrafficking: duty,
    injury: duty,
    domesticViolence: duty,
    vulnerableAdult: duty
  }),
  content: z.strictObject({ id: slug, version: z.int().min(1), hash: token })
})

/** Marks a "what if": the events before it were copied from another attempt up to `seq`. */
export const branchedSchema = z.strictObject({ type: z.literal('attempt.branched'), from: token, seq: z.int().min(1) })

const scene = slug.max(64)
const option = slug.max(64)

/** What a learner may send. The same schema guards the request and the log. */
export const learnerEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('learner.continued'), scene }),
  z.strictObject({ type: z.literal('learner.skipped'), scene }),
  z.strictObject({ type: z.literal('learner.returned'), scene }),
  z.strictObject({ type: z.literal('learner.chose'), scene, choice: option }),
  z.strictObject({ type: z.literal('learner.flagged'), scene, cues: z.array(option).max(40) }),
  z.strictObject({ type: z.literal('learner.sorted'), scene, bins: z.record(option, z.enum(bins)) }),
  z.strictObject({ type: z.literal('learner.ordered'), scene, steps: z.array(option).min(1).max(12) }),
  z.strictObject({ type: z.literal('learner.filed'), scene, places: z.record(option, option) }),
  z.strictObject({ type: z.literal('learner.handed-over'), scene, sentences: z.array(option).min(1).max(3) })
])

export const attemptEventSchema = z.union([startedSchema, branchedSchema, learnerEventSchema])

export type AttemptStarted = z.output<typeof startedSchema>
export type AttemptBranched = z.output<typeof branchedSchema>
export type LearnerEvent = z.output<typeof learnerEventSchema>
export type AttemptEvent = z.output<typeof attemptEventSchema>

import { z } from 'zod'
import { planSchema } from './plan.ts'

const id = z.string().min(1).max(80)

/**
 * How many gave each answer, by a key that `keysOf` makes; `answered` is how many persons or tables answered.
 * `isOfPersons`: tables were to answer, and somebody did who sits at none, so that persons could be picked out.
 */
export const tallySchema = z.strictObject({
  answered: z.int().min(0),
  counts: z.record(z.string(), z.int().min(0)),
  isOfPersons: z.literal(true).optional()
})
export type Tally = z.output<typeof tallySchema>

/** The first event of every room: all that was true outside at the start. */
const openedSchema = z.strictObject({
  type: z.literal('room.opened'),
  plan: planSchema,
  isRehearsal: z.boolean(),
  /** Who can be asked for support today; null where nobody was set. */
  supportPerson: z.string().min(1).max(120).nullable()
})
export type RoomOpened = z.output<typeof openedSchema>

/** What the facilitator does. Times are ISO-8601 and come from the server. */
export const moveSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('step.presented'), step: id }),
  z.strictObject({ type: z.literal('question.opened') }),
  /** Those who are still answering are told that it closes soon. */
  z.strictObject({ type: z.literal('closing.announced') }),
  z.strictObject({ type: z.literal('distribution.shown') }),
  z.strictObject({ type: z.literal('discussion.begun') }),
  z.strictObject({ type: z.literal('question.reopened') }),
  z.strictObject({ type: z.literal('recommendation.shown') }),
  /** What might happen after an answer: shown, then returned from. */
  z.strictObject({ type: z.literal('turn.shown'), option: id }),
  z.strictObject({ type: z.literal('turn.left') }),
  z.strictObject({ type: z.literal('inject.released'), inject: id, table: z.string().max(20).nullable() }),
  z.strictObject({ type: z.literal('room.paused'), grounding: z.boolean() }),
  z.strictObject({ type: z.literal('room.resumed') }),
  z.strictObject({ type: z.literal('room.ended') })
])
export type Move = z.output<typeof moveSchema>

/** Written by the server alone: the counts of a question as it closed, from phones or from a show of hands. */
export const closedSchema = z.strictObject({
  type: z.literal('question.closed'),
  by: z.enum(['phones', 'hands']),
  tally: tallySchema
})

export const roomEventSchema = z.union([openedSchema, moveSchema, closedSchema])
export type RoomEvent = z.output<typeof roomEventSchema>

import { z } from 'zod'
import { slug } from '#content/scene-schema.ts'

export const forms = ['pre', 'post'] as const
export const sides = ['a', 'b'] as const

const token = z.string().min(1).max(64)
const words = z.string().min(1)

/** A question as it was drawn, whole: a log replays without the bank, which changes. Its id is `pair-side`. */
const questionSchema = z.strictObject({
  id: slug,
  pair: slug,
  side: z.enum(sides),
  objective: slug,
  kind: z.enum(['one', 'several']),
  stem: words,
  /** At most six, so that every score is a whole number of sixtieths. */
  options: z
    .array(z.strictObject({ id: slug, text: words, right: z.literal(true).optional(), why: words }))
    .min(2)
    .max(6),
  sources: z.array(slug).optional(),
  basis: z.literal('judgement').optional()
})

/** The first event of every assessment: all that was true outside at the start. */
const startedSchema = z.strictObject({
  type: z.literal('assessment.started'),
  /** Decides what was drawn and the order of options; never a score. */
  seed: token,
  course: z.strictObject({ id: slug, version: z.int().min(1) }),
  form: z.enum(forms),
  /** Whole percent; null for a first test, which nobody passes or fails. */
  passMark: z.int().min(1).max(100).nullable(),
  paper: z
    .array(questionSchema)
    .min(1)
    .refine((paper) => new Set(paper.map(({ id }) => id)).size === paper.length, 'each question is asked once')
})

/** What a learner marked under one question. The same schema guards the request and the log. */
export const answeredSchema = z.strictObject({
  type: z.literal('learner.answered'),
  item: slug.max(160),
  options: z.array(slug.max(160)).min(1).max(6)
})

export const assessmentEventSchema = z.discriminatedUnion('type', [
  startedSchema,
  answeredSchema,
  z.strictObject({ type: z.literal('assessment.submitted') })
])

export type Form = (typeof forms)[number]
export type Side = (typeof sides)[number]
export type PaperQuestion = z.output<typeof questionSchema>
export type AssessmentStarted = z.output<typeof startedSchema>
export type LearnerAnswered = z.output<typeof answeredSchema>
export type AssessmentEvent = z.output<typeof assessmentEventSchema>
/** What may follow the first event. */
export type AssessmentStep = Exclude<AssessmentEvent, AssessmentStarted>

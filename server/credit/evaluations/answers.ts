import { z } from 'zod'

/** What may be answered to each question, in the order shown. */
export const choices = {
  met: ['yes', 'partly', 'no'],
  relevance: ['very', 'somewhat', 'little'],
  learned: ['much', 'some', 'little'],
  bias: ['free', 'biased'],
  respect: ['yes', 'partly', 'no'],
  access: ['yes', 'partly', 'no'],
  intent: ['yes', 'perhaps', 'no'],
  barriers: ['time', 'privacy', 'interpreter', 'protocol', 'support', 'law', 'role', 'none'],
  confidence: ['none', 'little', 'fair', 'much']
} as const

export const soarSteps = ['stop', 'observe', 'ask', 'respond'] as const

/** What a page lets somebody write; a line break is sent as two characters. */
export const textLimit = 400

const text = z.string().trim().min(1).max(500)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const confidence = z.enum(choices.confidence)
const perStep = z.strictObject({
  stop: confidence.optional(),
  observe: confidence.optional(),
  ask: confidence.optional(),
  respond: confidence.optional()
})

/** What somebody thought of a course. Every question may be left out; none asks who they are. */
export const answersSchema = z
  .strictObject({
    /** By the id of an objective: whether it was met. */
    objectives: z.record(slug, z.enum(choices.met)),
    relevance: z.enum(choices.relevance),
    learned: z.enum(choices.learned),
    bias: z.enum(choices.bias),
    biasText: text,
    respect: z.enum(choices.respect),
    access: z.enum(choices.access),
    accessText: text,
    intent: z.enum(choices.intent),
    change: text,
    barriers: z.array(z.enum(choices.barriers)).min(1),
    /** Whole minutes the course took. */
    minutes: z.int().min(1).max(999),
    /** How sure somebody was of each step before the course, as they see it now, and is now. */
    before: perStep,
    now: perStep,
    topics: text
  })
  .partial()

export type Answers = z.output<typeof answersSchema>

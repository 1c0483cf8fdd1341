import { z } from 'zod'
import { prose, slug } from './scene-schema.ts'
import { reviewSchema } from './schema.ts'

export const difficulties = ['easy', 'moderate', 'hard'] as const

const optionSchema = z.strictObject({
  id: slug,
  text: prose,
  right: z.literal(true).optional(),
  /** Why it is right, or what is better and why it tempts. */
  why: prose
})

/**
 * One question. `one`: a single best answer. `several`: select all that apply, scored by hits less false marks. Either
 * way at most six options are right and at most six are not, so that sixtieths are exact.
 */
export const itemSchema = z
  .strictObject({
    kind: z.enum(['one', 'several']),
    stem: prose,
    options: z.array(optionSchema).min(3).max(6),
    sources: z.array(slug).min(1).optional(),
    basis: z.literal('judgement').optional()
  })
  .refine((it) => (it.sources === undefined) !== (it.basis === undefined), 'give either sources or "basis: judgement"')
  .superRefine(({ kind, options }, context) => {
    const right = options.filter((option) => option.right).length
    if (kind === 'one' && right !== 1)
      context.addIssue({ code: 'custom', path: ['options'], message: 'exactly one option is right' })
    if (kind === 'several' && (right < 2 || right === options.length))
      context.addIssue({ code: 'custom', path: ['options'], message: 'at least two options are right and one is not' })
    const ids = options.map((option) => option.id)
    if (new Set(ids).size < ids.length)
      context.addIssue({ code: 'custom', path: ['options'], message: 'each option has an id of its own' })
  })

/** Two questions on the same point, as hard as each other; a person who takes both tests meets both. */
const pairSchema = z.strictObject({
  id: slug,
  /** One of `registry/objectives.yaml`. */
  objective: slug,
  topics: z.array(slug).min(1),
  difficulty: z.enum(difficulties),
  /** Whether it can be asked of anyone, or only of those with clinical work. */
  for: z.enum(['everyone', 'clinical']),
  a: itemSchema,
  b: itemSchema
})

/** One file of the test bank. */
export const itemFileSchema = z.strictObject({
  version: z.int().min(1),
  review: reviewSchema,
  pairs: z.array(pairSchema).min(1)
})

export type Item = z.output<typeof itemSchema>
export type ItemPair = z.output<typeof pairSchema>
export type ItemFile = z.output<typeof itemFileSchema>

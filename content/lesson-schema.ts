import { z } from 'zod'
import { curved } from './curved.ts'
import { roleIds } from './roles.ts'
import { prose, slug } from './scene-schema.ts'
import { contentNoteSchema, objectiveSchema, reviewSchema, withdrawnSchema } from './schema.ts'

export const figureNames = ['wheel', 'bite', 'predictive-value', 'tools', 'protocol-checklist'] as const

/** Words shown to people; straight apostrophes and quotation marks are typed and curved ones are shown. */
const words = prose.overwrite(curved)
const optionSchema = z.strictObject({ text: words, right: z.literal(true).optional(), why: words })

/** A question to bring something back to mind; it is never scored, and each option says why. */
const questionSchema = z
  .strictObject({
    id: slug,
    prompt: words,
    options: z.array(optionSchema).min(2).max(4),
    sources: z.array(slug).min(1).optional(),
    basis: z.literal('judgement').optional()
  })
  .refine((it) => (it.sources === undefined) !== (it.basis === undefined), 'give either sources or "basis: judgement"')
  .refine((it) => it.options.filter((option) => option.right).length === 1, 'exactly one option is right')

/** The front matter of a lesson; its text follows in Markdown. See content/README.md. */
export const lessonFrontSchema = z.strictObject({
  id: slug,
  title: words,
  /** What it is about in one sentence, as lists show it. */
  summary: words,
  version: z.int().min(1),
  status: z.enum(['working', 'offered', 'withdrawn']),
  withdrawn: withdrawnSchema.optional(),
  review: reviewSchema,
  /** The professions it was written for; left out where it is for everyone. */
  roles: z.array(z.enum(roleIds)).min(1).optional(),
  objectives: z.array(objectiveSchema).min(1).max(4),
  topics: z.array(slug).min(1),
  contentNote: contentNoteSchema.optional(),
  /** The cases that practice it. */
  practice: z.array(slug).min(1),
  questions: z.array(questionSchema).min(2).max(3)
})

export type LessonFront = z.output<typeof lessonFrontSchema>
export type LessonQuestion = LessonFront['questions'][number]

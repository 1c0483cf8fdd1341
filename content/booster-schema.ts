import { z } from 'zod'
import { prose, slug } from './scene-schema.ts'
import { reviewSchema } from './schema.ts'

/** One scene of about 90 seconds, some days after the learning; never scored. */
export const boosterSchema = z
  .strictObject({
    id: slug,
    title: prose,
    version: z.int().min(1),
    review: reviewSchema,
    /** Days after the learner asked for boosters. */
    afterDays: z.int().min(1).max(400),
    scene: z.array(prose).min(1).max(3),
    prompt: prose,
    options: z
      .array(z.strictObject({ id: slug, text: prose, better: z.literal(true).optional(), why: prose }))
      .min(2)
      .max(4),
    /** What to take along, in one or two sentences. */
    keep: prose,
    sources: z.array(slug).min(1)
  })
  .refine((it) => it.options.some((option) => option.better), 'at least one option is better')

export type Booster = z.output<typeof boosterSchema>

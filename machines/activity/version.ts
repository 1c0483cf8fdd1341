import { z } from 'zod'
import { contributorSchema, draftSchema } from './draft.ts'
import { offeringSchema } from './offering.ts'
import { isoDate } from './words.ts'

export const contentSchema = z.strictObject({
  kind: z.enum(['course', 'lesson', 'case', 'item']),
  id: z.string().min(1),
  version: z.int().min(1),
  hash: z.string().min(1)
})
export type ActivityContent = z.output<typeof contentSchema>

/** A credit with the text of its statement, filled in and frozen. */
const openOfferingSchema = offeringSchema.extend({ statementText: z.string() })
export type OpenOffering = z.output<typeof openOfferingSchema>

/** An activity as it stood when it was opened for credit. It never changes; claims and certificates point to it. */
export const activityVersionSchema = z.strictObject({
  activityId: z.string().min(1),
  version: z.int().min(1),
  openedOn: isoDate,
  organization: z.strictObject({ id: z.string().min(1), name: z.string().min(1), isDemonstration: z.boolean() }),
  course: z.strictObject({ id: z.string().min(1), version: z.int().min(1), title: z.string().min(1) }),
  /** The second test that decides; its pass mark is the draft's. Null where the course has none. */
  test: z.strictObject({ items: z.int().min(1), passMark: z.int().min(50).max(100) }).nullable(),
  hasEvaluation: z.boolean(),
  /** What the content touches on, as content notes name it. */
  contentTags: z.array(z.string()),
  /** Everything that is taught and asked, by version and hash. */
  contents: z.array(contentSchema),
  /** As the office wrote it; each objective has its text, also where it is the course's own. */
  draft: draftSchema,
  offerings: z.array(openOfferingSchema),
  contributors: z.array(contributorSchema),
  signOffs: z.array(
    z.strictObject({
      content: contentSchema,
      capacity: z.enum(['clinician', 'lived-experience', 'coder']),
      reviewerName: z.string().min(1),
      reviewerCredentials: z.string(),
      signedOn: isoDate
    })
  )
})
export type ActivityVersion = z.output<typeof activityVersionSchema>

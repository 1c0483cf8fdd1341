import { z } from 'zod'
import { roleIds } from './roles.ts'
import { prose, slug } from './scene-schema.ts'
import { reviewSchema, withdrawnSchema } from './schema.ts'

const roles = z.array(z.enum(roleIds)).min(1)

/** A case as part of a course. `as` names the role it is played in where the learner's own is not offered. */
const caseSchema = z.strictObject({ scenario: slug, as: z.enum(roleIds).optional() })

/** One step of a course. Its id never changes, so that what was done stays done in a later version. */
const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('test'), id: slug, form: z.enum(['pre', 'post']) }),
  z.strictObject({ kind: z.literal('lesson'), id: slug, lesson: slug }),
  z.strictObject({ kind: z.literal('case'), id: slug, ...caseSchema.shape }),
  /** A case by profession; the first entry that names the learner's role, else `otherwise`. */
  z.strictObject({
    kind: z.literal('case-by-role'),
    id: slug,
    byRole: z.array(z.strictObject({ roles, ...caseSchema.shape })).min(1),
    otherwise: caseSchema
  }),
  z.strictObject({ kind: z.literal('evaluation'), id: slug })
])

const testSchema = z.strictObject({
  /** How many questions each objective gives to a form. */
  blueprint: z.array(z.strictObject({ objective: slug, items: z.int().min(1).max(6) })).min(1),
  /** Whole percent, told before the test begins. */
  passMark: z.int().min(50).max(100),
  for: z.enum(['everyone', 'clinical'])
})

/** What a learner takes: lessons, cases and tests in an order. A file of `content/activities`. */
export const courseSchema = z
  .strictObject({
    id: slug,
    title: prose,
    lede: prose,
    version: z.int().min(1),
    status: z.enum(['working', 'offered', 'withdrawn']),
    withdrawn: withdrawnSchema.optional(),
    review: reviewSchema,
    /** Whom it is for. */
    roles,
    /** `first`: where such a person begins. `further`: what comes after, for their work. */
    place: z.enum(['first', 'further']),
    objectives: z.array(z.strictObject({ objective: slug, text: prose })).min(2),
    /** What the course is announced to take; the computed time must agree. */
    minutes: z.int().min(5).max(240),
    parts: z.array(partSchema).min(2),
    test: testSchema.optional()
  })
  .superRefine((course, context) => {
    const tests = course.parts.flatMap((part, index) => (part.kind === 'test' ? [index] : []))
    if (tests.length > 0 && course.test === undefined)
      context.addIssue({ code: 'custom', path: ['parts', tests[0] ?? 0], message: 'say under "test" what it draws' })
    if (tests.length === 0 && course.test !== undefined)
      context.addIssue({ code: 'custom', path: ['test'], message: 'no part of the course is a test: leave it out' })
    const ids = course.parts.map((part) => part.id)
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) !== index)
        context.addIssue({ code: 'custom', path: ['parts', index, 'id'], message: `"${id}" stands here twice` })
  })

export type Course = z.output<typeof courseSchema>
export type CoursePart = Course['parts'][number]
export type CourseTest = NonNullable<Course['test']>

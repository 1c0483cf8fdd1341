import { z } from 'zod'

export const phases = ['intro', 'stop', 'observe', 'ask', 'respond', 'document', 'debrief'] as const
export const axes = ['safety', 'trust', 'choice', 'accuracy', 'duty', 'recordSafety'] as const
export const qualities = ['recommended', 'reasonable', 'less-useful', 'harmful'] as const
export const tones = ['warm', 'neutral', 'silent', 'distressed', 'angry', 'leaves'] as const
export const bins = ['changes-now', 'keep-in-mind', 'not-a-sign'] as const
export const strengths = ['strong', 'moderate', 'weak', 'decoy', 'not-an-indicator', 'clinical-danger'] as const
export const channels = ['note', 'room', 'talk'] as const
export const contentTags = [
  'sexual-exploitation',
  'labor-exploitation',
  'child',
  'partner-violence',
  'family-violence',
  'injury',
  'pregnancy',
  'substance-use',
  'self-harm',
  'weapons',
  'police',
  'immigration'
] as const

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')
export const factName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'name a fact in camelCase, as a predicate')
/** Words shown to people; a straight apostrophe is typed and a curved one is shown. */
export const prose = z
  .string()
  .trim()
  .min(1)
  .overwrite((text) => text.replaceAll("'", '’'))
export const factValue = z.union([z.boolean(), z.string()])

export type Condition =
  | { fact: string; is: boolean | string }
  | { fact: string; atLeast: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

/** A closed set of tests on named facts; never a string that is evaluated. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: factName, is: factValue }),
    z.strictObject({ fact: factName, atLeast: z.string() }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema })
  ])
)
const when = conditionSchema.optional()

/** A statement with its ground: sources by registry id, or the authors' own judgment, shown as such. */
export const reasonedSchema = z
  .strictObject({ text: prose, sources: z.array(slug).min(1).optional(), basis: z.literal('judgement').optional() })
  .refine((it) => (it.sources === undefined) !== (it.basis === undefined), 'give either sources or "basis: judgement"')

/** What is seen (`p`) or said aloud (`says`, `by` a member of the cast or `learner`). */
export const blockSchema = z.union([
  z.strictObject({ p: prose, when }),
  z.strictObject({ says: prose, by: slug, when })
])

export const chartEntrySchema = z.union([
  z.strictObject({ section: z.enum(['triage', 'history', 'said', 'findings', 'results', 'plan']), text: prose, when }),
  z.strictObject({
    section: z.literal('vitals'),
    at: z.string().regex(/^\d\d:\d\d$/, 'write a time as HH:MM'),
    readings: z.array(z.strictObject({ name: prose, value: prose })).min(1),
    when
  })
])

export const goToSchema = z.union([slug, z.array(z.strictObject({ to: slug, when })).min(1)])
const sets = z.record(factName, factValue).optional()

/** What follows from an act: where it leads, what becomes true, how it is marked and explained. */
const outcomeShape = {
  goTo: goToSchema,
  sets,
  quality: z.enum(qualities),
  marks: z.array(
    z.strictObject({ axis: z.enum(axes), mark: z.enum(['keeps', 'risks', 'harms', 'repairs']), evidence: prose })
  ),
  consequence: z.strictObject({ text: prose, tone: z.enum(tones) }),
  rationale: reasonedSchema,
  saferAlternative: prose.optional(),
  /** The scene that puts a harmful act right. */
  repairedBy: slug.optional(),
  /** True where the act puts a sensitive question to the patient. */
  asks: z.literal(true).optional()
}

export const choiceSchema = z.strictObject({ id: slug, text: prose, when, ...outcomeShape })

const sceneShape = {
  id: slug,
  phase: z.enum(phases).exclude(['debrief']),
  heading: prose,
  clock: z
    .string()
    .regex(/^\d\d:\d\d$/, 'write a time as HH:MM')
    .optional(),
  tags: z.array(z.enum(contentTags)).default([]),
  text: z.array(blockSchema).min(1),
  chart: z.array(chartEntrySchema).default([]),
  /** A real choice to pass over this scene: what is shown instead and where it leads. */
  skip: z.strictObject({ summary: prose, goTo: goToSchema, sets }).optional(),
  /** Harmful acts this scene puts right, each as `scene/option`. */
  repairs: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write scene/option'))
    .min(1)
    .optional()
}

const narrativeSchema = z.strictObject({
  ...sceneShape,
  kind: z.literal('narrative'),
  continue: z.strictObject({ label: prose, goTo: goToSchema, sets })
})

const firstImpressionSchema = z.strictObject({
  ...sceneShape,
  kind: z.literal('first-impression'),
  prompt: prose,
  options: z.array(z.strictObject({ id: slug, text: prose, reflection: prose })).min(2),
  goTo: goToSchema
})

const choosing = { prompt: prose, choices: z.array(choiceSchema).min(2) }
const choiceSceneSchema = z.strictObject({ ...sceneShape, kind: z.literal('choice'), ...choosing })
const wordsSceneSchema = z.strictObject({ ...sceneShape, kind: z.literal('words'), ...choosing })

/** One to four named results, tried in order; `answer` says what fits one. */
function resultsWith<A extends z.ZodType>(answer: A) {
  return z
    .array(z.strictObject({ id: slug, when, answer: answer.optional(), ...outcomeShape }))
    .min(1)
    .max(4)
}

const cuesSchema = z.strictObject({
  ...sceneShape,
  kind: z.literal('cues'),
  prompt: prose,
  /** A phrase that can be marked is written `[phrase](cue-id)`. */
  passages: z.array(z.strictObject({ channel: z.enum(channels), heading: prose, text: prose })).min(1),
  results: resultsWith(
    z.strictObject({
      /** Every one marked and sorted into its right bin. */
      right: z.array(slug).min(1).optional(),
      /** At least one marked and sorted into a wrong bin. */
      wrong: z.array(slug).min(1).optional()
    })
  )
})

const orderSchema = z.strictObject({
  ...sceneShape,
  kind: z.literal('order'),
  prompt: prose,
  steps: z
    .array(z.strictObject({ id: slug, text: prose }))
    .min(3)
    .max(6),
  precedence: z.array(z.strictObject({ id: slug, before: slug, after: slug, because: reasonedSchema })).min(1),
  results: resultsWith(
    z.strictObject({ keeps: z.array(slug).min(1).optional(), breaks: z.array(slug).min(1).optional() })
  )
})

const documentSchema = z.strictObject({
  ...sceneShape,
  kind: z.literal('document'),
  prompt: prose,
  places: z
    .array(
      z.strictObject({
        id: z.enum(['chart', 'restricted-note', 'visit-summary', 'portal', 'claim']),
        label: prose,
        readers: z.array(z.strictObject({ text: prose, when })).min(1),
        options: z
          .array(z.strictObject({ id: slug, text: prose, because: reasonedSchema }))
          .min(2)
          .max(4)
      })
    )
    .min(2),
  /** Shown with a way back when the answer rests on something never asked. */
  goBack: z.strictObject({ when: conditionSchema, text: prose, label: prose, goTo: slug, sets }).optional(),
  results: resultsWith(
    z.strictObject({
      /** Each place named holds one of these options. */
      all: z.record(slug, z.array(slug).min(1)).optional(),
      /** At least one place named holds one of these options. */
      any: z.record(slug, z.array(slug).min(1)).optional()
    })
  )
})

const handOverSchema = z.strictObject({
  ...sceneShape,
  kind: z.literal('hand-over'),
  prompt: prose,
  to: prose,
  sentences: z
    .array(z.strictObject({ id: slug, text: prose, because: reasonedSchema }))
    .min(4)
    .max(7),
  results: resultsWith(z.strictObject({ all: z.array(slug).min(1).optional(), any: z.array(slug).min(1).optional() }))
})

export const sceneSchema = z.discriminatedUnion('kind', [
  narrativeSchema,
  firstImpressionSchema,
  choiceSceneSchema,
  wordsSceneSchema,
  cuesSchema,
  orderSchema,
  documentSchema,
  handOverSchema
])

export type Scene = z.output<typeof sceneSchema>
export type SceneOf<K extends Scene['kind']> = Extract<Scene, { kind: K }>
export type TaskScene = SceneOf<'cues' | 'order' | 'document' | 'hand-over'>
export type Choice = z.output<typeof choiceSchema>
export type TaskResult = TaskScene['results'][number]
export type Outcome = Choice | TaskResult
export type GoTo = z.output<typeof goToSchema>
export type Block = z.output<typeof blockSchema>
export type ChartEntry = z.output<typeof chartEntrySchema>
export type Reasoned = z.output<typeof reasonedSchema>
export type Phase = (typeof phases)[number]
export type Axis = (typeof axes)[number]
export type Quality = (typeof qualities)[number]
export type Bin = (typeof bins)[number]
export type FactValue = z.output<typeof factValue>

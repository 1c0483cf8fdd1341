import { z } from 'zod'
import { crossFaults } from './cross-checks.ts'
import { roleIds } from './roles.ts'
import {
  bins,
  channels,
  conditionSchema,
  contentTags,
  factName,
  prose,
  reasonedSchema,
  sceneSchema,
  slug,
  strengths
} from './scene-schema.ts'

export const certainties = ['suspected', 'confirmed', 'ruled-out', 'history', 'none'] as const
export const dutyKinds = ['childAbuse', 'adultTrafficking', 'injury', 'domesticViolence', 'vulnerableAdult'] as const
export const dutyLevels = ['none', 'permissive', 'mandatory', 'unknown'] as const
export const abuses = ['physical', 'sexual', 'psychological', 'neglect', 'financial'] as const
/** Who reads a version before it is reviewed. */
export const capacities = ['clinician', 'lived-experience', 'coder', 'counsel'] as const
const isoDate = z.iso.date()

const factSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flag'), initial: z.boolean().default(false), means: prose }),
  z.strictObject({
    kind: z.literal('level'),
    values: z.array(z.string()).min(2).max(6),
    initial: z.string(),
    means: prose
  })
])

const cueSchema = z.strictObject({
  id: slug,
  label: prose,
  strength: z.enum(strengths),
  channel: z.enum(channels),
  /** The bin that fits what is known at that moment. */
  bin: z.enum(bins),
  /** True for a trait of who the patient is, which is never an indicator. */
  identity: z.literal(true).optional(),
  why: reasonedSchema
})

/** What the responsible provider wrote in a run that ends here, and the codes that writing supports. */
const documentedSchema = z.strictObject({
  certainty: z.enum(certainties),
  exploitation: z.enum(['sexual', 'labor', 'none']),
  /** For a history: it was in childhood, whatever the patient's age today. */
  inChildhood: z.boolean().default(false),
  otherAbuse: z
    .array(z.strictObject({ abuse: z.enum(abuses), certainty: z.enum(['suspected', 'confirmed']) }))
    .default([]),
  pregnant: z.boolean().default(false),
  statement: prose
})

export const endingSchema = z.strictObject({
  id: slug,
  title: prose,
  /** What happened for the patient, in two sentences. */
  happened: prose,
  documented: documentedSchema,
  /** Exploitation, abuse, perpetrator and observation codes this ending supports, complete. */
  codes: z.array(z.string()),
  /** The code taken apart in the debrief; absent where none of the set fits. */
  example: z.string().optional()
})

const codingRowSchema = z.strictObject({ fits: reasonedSchema, not: reasonedSchema })

export const debriefSchema = z.strictObject({
  readers: z.array(z.strictObject({ text: prose, when: conditionSchema.optional() })).min(1),
  coding: z.strictObject({
    suspected: codingRowSchema,
    confirmed: codingRowSchema,
    'ruled-out': codingRowSchema,
    history: codingRowSchema,
    none: codingRowSchema
  }),
  /** Questions on which the code set is silent, each answered "ask coding staff". */
  askCodingStaff: z.array(reasonedSchema).default([]),
  treated: z.array(z.strictObject({ text: prose, code: z.string().optional() })).default([]),
  protectiveFactor: reasonedSchema,
  gaps: z.array(z.strictObject({ text: prose, card: z.string() })).min(1),
  reflection: z.array(prose).min(1)
})

const signOffSchema = z.strictObject({
  by: prose,
  /** The version that was read; a later one needs its own. */
  version: z.int().min(1),
  capacity: z.enum(capacities),
  on: isoDate,
  verdict: z.enum(['approved', 'must-change']),
  note: prose.optional()
})

/** How far a version has been read, by whom, and when it is to be read again. */
export const reviewSchema = z.strictObject({
  state: z.enum(['draft', 'reviewed']),
  signOffs: z.array(signOffSchema),
  reviewBy: isoDate
})

/** When something was withdrawn and why, in words for those who took it. */
export const withdrawnSchema = z.strictObject({ on: isoDate, because: prose })

/** What one can do afterward, by the federal core competencies and the SOAR steps. */
export const objectiveSchema = z.strictObject({
  id: slug,
  text: prose,
  competencies: z.array(z.string().regex(/^C[0-6]$/)).min(1),
  soar: z.array(z.enum(['stop', 'observe', 'ask', 'respond'])).min(1)
})

export const contentNoteSchema = z.strictObject({ text: prose, tags: z.array(z.enum(contentTags)).min(1) })

/** The form of a training case; `scenarioSchema` also holds its parts against each other. */
export const scenarioFormSchema = z.strictObject({
  id: slug,
  title: prose,
  setting: slug,
  complaint: prose,
  version: z.int().min(1),
  status: z.enum(['working', 'offered', 'withdrawn']),
  /** When it was withdrawn and why, in words for those who took it. */
  withdrawn: withdrawnSchema.optional(),
  review: reviewSchema,
  roles: z.array(z.enum(roleIds)).min(1),
  /** The duty whose level is known from the start as the fact `duty`. */
  duty: z.enum(dutyKinds),
  objectives: z.array(objectiveSchema).min(2),
  /** The topics of `registry/topics.yaml` that the case teaches. */
  topics: z.array(slug).default([]),
  contentNote: contentNoteSchema,
  /** The text-summary alternative: the whole case and what it teaches, for those who choose not to play it. */
  summary: z.array(prose).min(2),
  patient: z.strictObject({
    name: prose,
    age: z.int().min(0).max(110),
    description: prose,
    needsInterpreter: z.boolean()
  }),
  cast: z.array(z.strictObject({ id: slug, name: prose, who: prose })).min(1),
  facts: z.record(factName, factSchema),
  cues: z.array(cueSchema),
  start: slug,
  scenes: z.array(sceneSchema).min(1),
  endings: z.array(endingSchema).min(1),
  debrief: debriefSchema,
  references: z.array(slug).min(1),
  /** Passages, letter for letter, that keep a word we avoid elsewhere, each with its reason. */
  quoted: z.array(z.strictObject({ text: prose, because: prose })).optional()
})

/** One training case, as authors write it; see content/README.md. */
export const scenarioSchema = scenarioFormSchema.superRefine((scenario, context) => {
  const names = { builtIn: builtInFacts, flags: sharedFacts, capacities }
  for (const { rule, ...fault } of crossFaults(scenario, names))
    context.addIssue({ code: 'custom', ...fault, params: { rule } })
})

export type Scenario = z.output<typeof scenarioSchema>
export type Cue = Scenario['cues'][number]
export type Ending = z.output<typeof endingSchema>
export type SignOff = z.output<typeof signOffSchema>
export type Documented = Ending['documented']
export type Certainty = (typeof certainties)[number]
export type DutyLevel = (typeof dutyLevels)[number]

/** Facts every scenario has without declaring them: the part played and the level of its duty. */
export const builtInFacts = { role: roleIds as readonly string[], duty: dutyLevels as readonly string[] }

/** Names that the rules of practice read; a scenario uses these words and no others for these meanings. */
export const sharedFacts = [
  'carePriorityMet',
  'isPrivate',
  'interpreterQualified',
  'limitsStated',
  'informationGiven',
  'patientDeclined',
  'disclosed',
  'dutyMet'
] as const

/** @returns whether the scenario's patient is under 18, which decides the branch of duty. */
export function isMinor(scenario: Pick<Scenario, 'patient'>): boolean {
  return scenario.patient.age < 18
}

import { z } from 'zod'
import { duplicates, unknownSources } from './registry-checks.ts'
import { channels, prose, reasonedSchema, slug, strengths } from './scene-schema.ts'
import { dutyLevels } from './schema.ts'

const codeGroups = [
  'confirmed',
  'suspected',
  'observation',
  'history',
  'perpetrator',
  'general-abuse',
  'external-cause',
  'social',
  'condition',
  'service'
] as const
const codeCertainties = ['suspected', 'confirmed', 'ruled-out', 'history'] as const
const sourceMarks = ['verified', 'secondary', 'needs-review'] as const
const isoDate = z.iso.date()
const sources = z.array(slug).min(1)

/** One line of the ICD-10-CM set. `title` is the official title, letter for letter; `notes` is in our words. */
export const codeEntrySchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'write a code as in T74.51XA'),
    title: prose,
    /** False for a category that must not stand on a claim as it is. */
    billable: z.boolean(),
    /** True where a 7th character is still missing. */
    seventh: z.boolean().default(false),
    group: z.enum(codeGroups),
    certainty: z.enum(codeCertainties).optional(),
    exploitation: z.enum(['sexual', 'labor', 'any']).optional(),
    /** The patient's age at the encounter, not the age when the harm happened. */
    age: z.enum(['adult', 'child', 'any']),
    /** The fiscal year in which the code first appears; FY2016 is the start of the set. */
    since: z.string().regex(/^FY20\d\d$/),
    notes: prose.optional(),
    source: slug,
    notesSource: slug.optional()
  })
  .refine((it) => (it.notes === undefined) === (it.notesSource === undefined), 'a note names its own source')

/** A public channel of help. Only `called` and `ownerPage` count as confirmed; see `isConfirmed`. */
export const contactSchema = z
  .strictObject({
    id: slug,
    name: prose,
    what: prose,
    channels: z
      .array(
        z.strictObject({
          kind: z.enum(['voice', 'text', 'chat', 'web', 'relay']),
          value: prose,
          note: prose.optional()
        })
      )
      .min(1),
    hours: prose.optional(),
    verifiedHow: z.enum(['called', 'ownerPage', 'secondaryCopy', 'unverified']),
    verifiedBy: prose.nullable(),
    verifiedOn: isoDate.nullable(),
    reviewBy: isoDate,
    caution: prose.optional(),
    audience: z.enum(['patient', 'clinician', 'both']),
    isLawEnforcement: z.boolean(),
    sources
  })
  .superRefine((it, context) => {
    const named = it.verifiedBy !== null && it.verifiedOn !== null
    if (named === (it.verifiedHow === 'unverified') || (it.verifiedBy === null) !== (it.verifiedOn === null)) {
      context.addIssue({
        code: 'custom',
        path: ['verifiedHow'],
        message: 'say who verified it and when, or unverified and neither'
      })
    }
    if (it.isLawEnforcement && (it.caution === undefined || it.audience !== 'clinician')) {
      context.addIssue({
        code: 'custom',
        path: ['isLawEnforcement'],
        message: 'law enforcement is never offered to a patient and carries a caution'
      })
    }
  })

/**
 * A work that statements rest on. `verified`: read in the source itself or a stored copy of it. `secondary`: read only
 * in a summary or mirror. `needs-review`: known to the authors, not read for this edition, so `readOn` is null.
 */
export const sourceSchema = z
  .strictObject({
    id: slug,
    title: prose,
    publisher: prose,
    url: z.url({ protocol: /^https?$/ }).optional(),
    doi: z
      .string()
      .regex(/^10\.\d{4,}\/\S+$/)
      .optional(),
    year: z.int().min(1900).max(2100).optional(),
    mark: z.enum(sourceMarks),
    readOn: isoDate.nullable(),
    reviewBy: isoDate,
    note: prose.optional()
  })
  .refine((it) => (it.mark === 'needs-review') === (it.readOn === null), {
    path: ['readOn'],
    message: 'a source that was read has its date, one that was not has none'
  })

const dutySchema = z
  .strictObject({ level: z.enum(dutyLevels), text: prose.optional(), sources: sources.optional() })
  .refine(
    (it) => it.level === 'unknown' || (it.text !== undefined && it.sources !== undefined),
    'a known level states its rule and its source'
  )

/** What a place asks of clinicians. The default is `unknown`: check your policy. */
export const jurisdictionSchema = z.strictObject({
  id: slug,
  name: prose,
  minorReportTo: prose,
  duties: z.strictObject({
    childAbuse: dutySchema,
    adultTrafficking: dutySchema,
    injury: dutySchema,
    domesticViolence: dutySchema,
    vulnerableAdult: dutySchema
  }),
  reviewedOn: isoDate.nullable(),
  /** Counsel or a named reviewer; null until somebody qualified has read the entry. */
  reviewer: prose.nullable()
})

/** A subject that one state or another asks training to cover; covering it is not complying. */
export const topicSchema = z.strictObject({ id: slug, name: prose, text: prose })

/** What the tests ask about; lessons, items and courses name these. */
export const domainSchema = z.strictObject({
  id: slug,
  name: prose,
  text: prose,
  competencies: z.array(z.string().regex(/^C[0-6]$/)).min(1),
  soar: z.array(z.enum(['stop', 'observe', 'ask', 'respond'])).min(1)
})

/** A sign as the shelf lists it. No sign says that somebody is trafficked. */
export const indicatorSchema = z.strictObject({
  id: slug,
  text: prose,
  strength: z.enum(strengths),
  channel: z.enum(channels),
  kinds: z.array(z.enum(['sexual', 'labor'])).min(1),
  ages: z.array(z.enum(['adult', 'minor'])).min(1),
  /** Settings as cases name them, such as `emergency-department`; empty for any. */
  settings: z.array(slug),
  /** What else could explain it. */
  otherwise: prose,
  /** What it changes now, or that it changes nothing. */
  next: prose,
  sources
})

/** Words for one moment of a visit, to use or to avoid. */
export const phraseSchema = z.strictObject({
  id: slug,
  moment: z.enum([
    'privacy',
    'limits',
    'information',
    'asking',
    'interpreter',
    'companion',
    'telehealth',
    'minor',
    'declining',
    'record',
    'hand-over',
    'closing'
  ]),
  /** At most 30 words, sayable aloud. */
  say: prose.refine((text) => text.split(/\s+/).length <= 30, 'at most 30 words'),
  avoid: prose.optional(),
  why: reasonedSchema
})

/** One of the federal core competencies in our wording. */
export const competencySchema = z.strictObject({
  id: z.string().regex(/^C[0-6]$/),
  name: prose,
  text: prose,
  soar: z.array(z.enum(['stop', 'observe', 'ask', 'respond'])).min(1),
  source: slug
})

/** Words we keep out of our own prose. Official code titles, and text marked quoted with a reason, are exempt. */
export const wordSchema = z.strictObject({
  id: slug,
  level: z.enum(['avoid', 'care']),
  /** Lower-case word forms, as they may stand in running text. */
  forms: z.array(z.string().regex(/^[a-z][a-z' -]*$/)).min(1),
  use: z.array(prose).min(1),
  why: reasonedSchema
})

/** A dated statement of the "About the evidence" page; `claim` carries its own population. */
const evidenceStatementSchema = z.strictObject({
  id: slug,
  claim: prose,
  sources,
  mark: z.enum(sourceMarks),
  caution: prose.optional()
})

/** A common claim that we do not repeat, and what holds in its place. */
const correctionSchema = z.strictObject({ id: slug, claim: prose, why: prose, instead: prose, sources })

export const evidenceSchema = z.strictObject({
  statements: z.array(evidenceStatementSchema).min(1),
  corrections: z.array(correctionSchema).min(1)
})

/** Every reviewed fact the product shows. Ids are unique in each list and every source that is named exists. */
export const registrySchema = z
  .strictObject({
    codes: z.array(codeEntrySchema).min(1),
    contacts: z.array(contactSchema).min(1),
    sources: z.array(sourceSchema).min(1),
    jurisdictions: z.array(jurisdictionSchema).min(1),
    competencies: z.array(competencySchema).length(7),
    words: z.array(wordSchema).min(1),
    topics: z.array(topicSchema).min(1),
    objectives: z.array(domainSchema).min(1),
    indicators: z.array(indicatorSchema).min(1),
    phrases: z.array(phraseSchema).min(1)
  })
  .superRefine((registry, context) => {
    for (const fault of [...duplicates(registry), ...unknownSources(registry, registry.sources)]) {
      context.addIssue({ code: 'custom', path: fault.path, message: fault.message })
    }
  })

export type CodeEntry = z.output<typeof codeEntrySchema>
export type Contact = z.output<typeof contactSchema>
export type Source = z.output<typeof sourceSchema>
export type Jurisdiction = z.output<typeof jurisdictionSchema>
export type Domain = z.output<typeof domainSchema>
export type Indicator = z.output<typeof indicatorSchema>
export type Phrase = z.output<typeof phraseSchema>
export type Evidence = z.output<typeof evidenceSchema>
export type Registry = z.output<typeof registrySchema>

/** What a facility knows about itself; each has a place on the card, and "find this before your next shift" where blank. */
export const facilityFields = [
  {
    id: 'socialWork',
    label: 'Social work',
    find: 'Who covers social work at this hour, and how you reach them at night and on weekends.'
  },
  {
    id: 'security',
    label: 'Security',
    find: 'The number that brings security quietly, and the words that ask for it.'
  },
  {
    id: 'childProtectionTeam',
    label: 'Child-protection team',
    find: 'Who on staff advises before and during a report about a child, and who stands in when they are away.'
  },
  {
    id: 'interpreterLine',
    label: 'Interpreter line',
    find: 'How to reach a qualified interpreter by voice without video, and what to say so that no name is used.'
  },
  {
    id: 'domesticViolenceProgram',
    label: 'Domestic violence program',
    find: 'The local program that answers tonight, and whether it serves people of any gender and people who are trafficked.'
  },
  {
    id: 'privacyOfficer',
    label: 'Privacy officer',
    find: 'Who can hold a note, a portal or a bill back, and what they can do outside office hours.'
  },
  {
    id: 'childAbuseLine',
    label: 'State child-abuse line',
    find: 'The reporting line for the place where the child is, and whether a written report must follow.'
  },
  {
    id: 'policeNonEmergency',
    label: 'Police, not an emergency',
    find: 'The number to use only where the law or the patient asks for police, and which agency has jurisdiction here.'
  }
] as const

export type FacilityField = (typeof facilityFields)[number]['id']

/** Text an operator may leave empty; a number typed without quotes is read as text. */
const blankable = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) =>
    value === null || value === undefined || String(value).trim() === '' ? undefined : String(value).trim()
  )
const checkedOn = blankable.refine(
  (it) => it === undefined || isoDate.safeParse(it).success,
  'write a date as YYYY-MM-DD'
)
const facilityEntry = z
  .strictObject({
    name: blankable,
    phone: blankable,
    hours: blankable,
    note: blankable,
    checkedOn,
    /** Who called last. */
    checkedBy: blankable
  })
  .nullish()
  .transform((entry) => entry ?? {})

/** The operator's own card, `DATA_DIR/facility.yaml`. Everything may be blank; a blank is shown, never hidden. */
export const facilityCardSchema = z.strictObject({
  facility: blankable,
  socialWork: facilityEntry,
  security: facilityEntry,
  childProtectionTeam: facilityEntry,
  interpreterLine: facilityEntry,
  domesticViolenceProgram: facilityEntry,
  privacyOfficer: facilityEntry,
  childAbuseLine: facilityEntry,
  policeNonEmergency: facilityEntry
})

export type FacilityCard = z.output<typeof facilityCardSchema>

/** @returns whether the contact may be shown without "not confirmed: test before relying". */
export function isConfirmed(contact: Pick<Contact, 'verifiedHow'>): boolean {
  return contact.verifiedHow === 'called' || contact.verifiedHow === 'ownerPage'
}

import { z } from 'zod'
import { dutyLevels } from './schema.ts'
import { prose, reasonedSchema, slug } from './scene-schema.ts'

export const codeGroups = [
  'confirmed', 'suspected', 'observation', 'history', 'perpetrator', 'general-abuse', 'external-cause', 'social',
  'condition', 'service'
] as const
export const codeCertainties = ['suspected', 'confirmed', 'ruled-out', 'history'] as const
export const sourceMarks = ['verified', 'secondary', 'needs-review'] as const
const isoDate = z.iso.date()
const sources = z.array(slug).min(1)

/** One line of the ICD-10-CM set. `title` is the official title, letter for letter; `notes` is in our words. */
export const codeEntrySchema = z.strictObject({
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
}).refine((it) => (it.notes === undefined) === (it.notesSource === undefined), 'a note names its own source')

/** A public channel of help. Only `called` and `ownerPage` count as confirmed; see `isConfirmed`. */
export const contactSchema = z.strictObject({
  id: slug,
  name: prose,
  what: prose,
  channels: z.array(z.strictObject({
    kind: z.enum(['voice', 'text', 'chat', 'web', 'relay']), value: prose, note: prose.optional()
  })).min(1),
  hours: prose.optional(),
  verifiedHow: z.enum(['called', 'ownerPage', 'secondaryCopy', 'unverified']),
  verifiedBy: prose.nullable(),
  verifiedOn: isoDate.nullable(),
  reviewBy: isoDate,
  caution: prose.optional(),
  audience: z.enum(['patient', 'clinician', 'both']),
  isLawEnforcement: z.boolean(),
  sources
}).superRefine((it, context) => {
  const named = it.verifiedBy !== null && it.verifiedOn !== null
  if (named === (it.verifiedHow === 'unverified') || (it.verifiedBy === null) !== (it.verifiedOn === null)) {
    context.addIssue({ code: 'custom', path: ['verifiedHow'], message: 'say who verified it and when, or unverified and neither' })
  }
  if (it.isLawEnforcement && (it.caution === undefined || it.audience !== 'clinician')) {
    context.addIssue({ code: 'custom', path: ['isLawEnforcement'], message: 'law enforcement is never offered to a patient and carries a caution' })
  }
})

/**
 * A work that statements rest on. `verified`: read in the source itself or a stored copy of it. `secondary`: read only
 * in a summary or mirror. `needs-review`: known to the authors, not read for this edition, so `readOn` is null.
 */
export const sourceSchema = z.strictObject({
  id: slug,
  title: prose,
  publisher: prose,
  url: z.url({ protocol: /^https?$/ }).optional(),
  doi: z.string().regex(/^10\.\d{4,}\/\S+$/).optional(),
  year: z.int().min(1900).max(2100).optional(),
  mark: z.enum(sourceMarks),
  readOn: isoDate.nullable(),
  reviewBy: isoDate,
  note: prose.optional()
}).refine((it) => (it.mark === 'needs-review') === (it.readOn === null), 'a source that was read has its date, one that was not has none')

const dutySchema = z.strictObject({ level: z.enum(dutyLevels), text: prose.optional(), sources: sources.optional() })
  .refine((it) => it.level === 'unknown' || (it.text !== undefined && it.sources !== undefined), 'a known level states its rule and its source')

/** What a place asks of clinicians. The default is `unknown`: check your policy. */
export const jurisdictionSchema = z.strictObject({
  id: slug,
  name: prose,
  minorReportTo: prose,
  duties: z.strictObject({
    childAbuse: dutySchema, adultTrafficking: dutySchema, injury: dutySchema, domesticViolence: dutySchema,
    vulnerableAdult: dutySchema
  }),
  reviewedOn: isoDate.nullable(),
  /** Counsel or a named reviewer; null until somebody qualified has read the entry. */
  reviewer: prose.nullable()
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
export const evidenceStatementSchema = z.strictObject({
  id: slug, claim: prose, sources, mark: z.enum(sourceMarks), caution: prose.optional()
})

/** A common claim that we do not repeat, and what holds in its place. */
export const correctionSchema = z.strictObject({ id: slug, claim: prose, why: prose, instead: prose, sources })

export const evidenceSchema = z.strictObject({
  statements: z.array(evidenceStatementSchema).min(1),
  corrections: z.array(correctionSchema).min(1)
})

/** Every reviewed fact the product shows. Ids are unique in each list and every source that is named exists. */
export const registrySchema = z.strictObject({
  codes: z.array(codeEntrySchema).min(1),
  contacts: z.array(contactSchema).min(1),
  sources: z.array(sourceSchema).min(1),
  jurisdictions: z.array(jurisdictionSchema).min(1),
  competencies: z.array(competencySchema).length(7),
  words: z.array(wordSchema).min(1)
}).superRefine((registry, context) => {
  for (const fault of [...duplicates(registry), ...unknownSources(registry, registry.sources)]) {
    context.addIssue({ code: 'custom', path: fault.path, message: fault.message })
  }
})

export type CodeEntry = z.output<typeof codeEntrySchema>
export type Contact = z.output<typeof contactSchema>
export type Source = z.output<typeof sourceSchema>
export type Jurisdiction = z.output<typeof jurisdictionSchema>
export type Competency = z.output<typeof competencySchema>
export type Word = z.output<typeof wordSchema>
export type Evidence = z.output<typeof evidenceSchema>
export type Registry = z.output<typeof registrySchema>

type Fault = { path: (string | number)[]; message: string }

/** @returns whether the contact may be shown without "not confirmed: test before relying". */
export function isConfirmed(contact: Pick<Contact, 'verifiedHow'>): boolean {
  return contact.verifiedHow === 'called' || contact.verifiedHow === 'ownerPage'
}

/** @returns a fault for every `source`, `sources` or `notesSource` under `part` that names no known source. */
export function unknownSources(part: unknown, known: readonly Pick<Source, 'id'>[]): Fault[] {
  const ids = new Set(known.map((source) => source.id))
  return namedSources(part, [])
    .filter(({ id }) => !ids.has(id))
    .map(({ id, path }) => ({ path, message: `there is no source "${id}"` }))
}

function namedSources(node: unknown, path: (string | number)[]): { id: string; path: (string | number)[] }[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => namedSources(item, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const names = key === 'sources' || key === 'source' || key === 'notesSource' ? [value].flat() : []
    const ids = names.filter((name) => typeof name === 'string').map((id) => ({ id, path: [...path, key] }))
    return [...ids, ...namedSources(value, [...path, key])]
  })
}

function duplicates(registry: Record<string, readonly object[]>): Fault[] {
  return Object.entries(registry).flatMap(([list, entries]) => {
    const ids = entries.map((entry) => ('code' in entry ? entry.code : 'id' in entry ? entry.id : undefined))
    return ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [{ path: [list, index], message: `"${id}" stands here twice` }]
    )
  })
}

import { z } from 'zod'
import { duplicates } from './registry-checks.ts'
import { prose, slug } from './scene-schema.ts'
import { certainties } from './schema.ts'

/** What the decision aid asks, in its order, and the answers that each question takes. */
export const aidAnswers = {
  certainty: certainties,
  kind: ['sexual', 'labor'],
  age: ['adult', 'child'],
  /** For a history: when it happened. */
  happened: ['childhood', 'adulthood'],
  visit: ['active', 'subsequent', 'sequela']
} as const

export const seventhCharacters = ['A', 'D', 'S'] as const

/** What a statement is for: each is a part of the page of a code and of the aid's result. */
export const statementKinds = ['why', 'seventh', 'with', 'without', 'order', 'who', 'privacy', 'ask'] as const

/** A code or the beginning of one, such as `T76.5`: it stands for everything that begins with it. */
const stem = z.string().regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'write a code or a stem as in T76.5')
const section = z.string().regex(/^I[IV]*\.[A-Z](\.\d+)?(\.[a-z])?(\.\d+)?$/, 'write a section as in I.C.19.f')
const isoDate = z.iso.date()
const fiscalYear = z.string().regex(/^FY20\d\d$/)

/** A rule of coding, its place in the guidelines or the Tabular List, and its sources or the authors' judgment. */
export const statementSchema = z
  .strictObject({
    id: slug,
    kind: z.enum(statementKinds),
    /** The codes it holds for; `rows` instead for a row without a code. */
    codes: z.array(stem).min(1).optional(),
    rows: z.array(z.enum(certainties)).min(1).optional(),
    /** For complete codes with one of these 7th characters only. */
    seventh: z.array(z.enum(seventhCharacters)).min(1).optional(),
    text: prose,
    guideline: z.array(section).min(1).optional(),
    /** Entries of the Tabular List whose notes say so. */
    tabular: z.array(stem).min(1).optional(),
    sources: z.array(slug).min(1).optional(),
    basis: z.literal('judgement').optional(),
    /** True where it stands on the card. */
    card: z.boolean().default(false)
  })
  .refine((it) => it.codes !== undefined || it.rows !== undefined, 'name the codes or the rows it holds for')
  .refine((it) => (it.sources === undefined) !== (it.basis === undefined), 'give either sources or "basis: judgement"')

const rowSchema = z.strictObject({
  row: z.enum(certainties),
  /** What the responsible provider has documented. */
  documented: prose,
  /** The categories that fit, as people write them, such as `T76.5-`. */
  categories: z.array(prose),
  text: prose,
  /** A complete code to read as an example. */
  example: stem.optional()
})

const answerSchema = z.strictObject({ label: prose, means: prose.optional() })

function questionSchema<T extends string>(answers: readonly T[]) {
  return z.strictObject({ ask: prose, hint: prose.optional(), answers: z.record(z.enum(answers), answerSchema) })
}

/** What the code reference and its decision aid say: editions, rows, questions and dated statements. */
export const codingSchema = z
  .strictObject({
    editions: z.strictObject({
      codes: z.strictObject({ year: fiscalYear, from: isoDate, source: slug }),
      guidelines: z.strictObject({ year: fiscalYear, source: slug })
    }),
    checkedOn: isoDate,
    reviewBy: isoDate,
    /** What is known to be unread or open. */
    caution: prose,
    /** `reviewed` once a certified coder has read this version. */
    review: z.enum(['draft', 'reviewed']),
    /** What a search for the word that no title holds is told. */
    noTitleSays: z.strictObject({ words: z.array(z.string()).min(1), instead: z.string(), text: prose }),
    rows: z.array(rowSchema).length(certainties.length),
    questions: z.strictObject({
      certainty: questionSchema(aidAnswers.certainty),
      kind: questionSchema(aidAnswers.kind),
      age: questionSchema(aidAnswers.age),
      happened: questionSchema(aidAnswers.happened),
      visit: questionSchema(aidAnswers.visit)
    }),
    statements: z.array(statementSchema).min(1)
  })
  .superRefine(({ statements, editions, rows }, context) => {
    const faults = [
      ...duplicates({ statements }),
      ...statements.flatMap((it, index) => editionFaults(it, ['statements', index], editions)),
      ...certainties.flatMap((row, index) =>
        rows[index]?.row === row ? [] : [{ path: ['rows', index, 'row'], message: `write the row "${row}" here` }]
      )
    ]
    for (const { path, message } of faults) context.addIssue({ code: 'custom', path, message })
  })

type Editions = { codes: { source: string }; guidelines: { source: string } }

/** A section or a note that is named has its edition among the sources, which carries the fiscal year. */
function editionFaults(statement: z.output<typeof statementSchema>, path: (string | number)[], editions: Editions) {
  const { guideline, tabular, sources } = statement
  const needed = [guideline && editions.guidelines.source, tabular && editions.codes.source].filter((id) => id)
  if (sources === undefined) return []
  return needed
    .filter((id) => id !== undefined && !sources.includes(id))
    .map((id) => ({ path: [...path, 'sources'], message: `what is named here stands in "${id}": add it` }))
}

export type Coding = z.output<typeof codingSchema>
export type CodingStatement = z.output<typeof statementSchema>
export type StatementKind = (typeof statementKinds)[number]

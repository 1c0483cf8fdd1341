import { z } from 'zod'

const id = z.string().min(1).max(80)
const words = z.string().min(1)

/** What is seen (`p`) or said aloud (`says`, by a name). */
export const blockSchema = z.union([z.strictObject({ p: words }), z.strictObject({ says: words, by: words })])

const optionSchema = z.strictObject({
  id,
  text: words,
  /** Who somebody is rather than what happens to them: marks on it are never counted. */
  isIdentity: z.literal(true).optional(),
  /** Which role at a table holds this part: whoever reads the note, looks at the room, listens. */
  part: z.enum(['note', 'room', 'talk']).optional()
})

/**
 * What is asked. `one`, `several`: options are marked. `sort`: marked options are put into bins. `order`: all options
 * are put in order. `scale`: one to five. `text`: a sentence that somebody reads before anybody sees it.
 */
export const questionSchema = z.strictObject({
  ask: z.enum(['one', 'several', 'sort', 'order', 'scale', 'text']),
  prompt: words,
  options: z.array(optionSchema).max(12),
  bins: z.array(z.strictObject({ id, text: words })).max(4)
})
export type Question = z.output<typeof questionSchema>

/** Said once the question is closed: which options are recommended, why, and what follows from each. */
export const revealSchema = z.strictObject({
  /** Recommended options; for `sort` each as `option/bin`, for `order` each as `before/after`. */
  best: z.array(words),
  why: z.array(z.strictObject({ option: words, text: words, sources: z.array(words) })),
  turns: z.array(z.strictObject({ option: id, isHarmful: z.boolean(), consequence: words, instead: words.nullable() })),
  discuss: words,
  /** For the presenter alone: likely answers that lead astray, and what to say. */
  wrongTurns: z.array(z.strictObject({ option: id, say: words }))
})
export type Reveal = z.output<typeof revealSchema>

export const injectSchema = z.strictObject({ id, at: z.int().min(0), text: words, expect: words })

/** For whoever leads alone: what should be left, what people ask, what may be voiced, and where to look things up. */
const asideSchema = z.strictObject({
  points: z.array(words),
  questions: z.array(z.strictObject({ ask: words, answer: words })),
  beliefs: z.array(z.strictObject({ claim: words, instead: words })),
  gaps: z.array(words)
})
export type Aside = z.output<typeof asideSchema>

/**
 * One step of a workshop, whole: nothing outside has to be read to show it. `script` is for the presenter alone. It stands
 * in logs that outlive the code which wrote them: a key that is added has a default, and none is taken away.
 */
export const stepSchema = z.strictObject({
  id,
  kind: z.enum([
    'welcome',
    'slide',
    'poll',
    'confidence',
    'decision',
    'case-opening',
    'case-closing',
    'discussion',
    'text',
    'tabletop',
    'card',
    'evaluation',
    'break'
  ]),
  title: words,
  minutes: z.int().min(0),
  isCreditTime: z.boolean(),
  isByTable: z.boolean(),
  script: z.array(words),
  aside: asideSchema.nullable().default(null),
  cut: z.strictObject({ text: words, saves: z.int() }).nullable(),
  body: z.array(blockSchema),
  /** The parts of a page that a role at a table holds: the note, the room, the talk. */
  parts: z.array(z.strictObject({ part: z.enum(['note', 'room', 'talk']), heading: words, text: words })),
  question: questionSchema.nullable(),
  reveal: revealSchema.nullable(),
  injects: z.array(injectSchema),
  /** The earlier step whose question is asked again here, word for word. */
  repeats: id.nullable().default(null)
})
export type Step = z.output<typeof stepSchema>

/** What a room does from beginning to end. It stands in the first event of its log. */
export const planSchema = z.strictObject({ title: words, steps: z.array(stepSchema).min(1) })
export type Plan = z.output<typeof planSchema>

import { z } from 'zod'
import { channels, prose, reasonedSchema, slug } from './scene-schema.ts'
import { reviewSchema } from './schema.ts'

const minutes = z.int().min(1).max(60)

/** One decision of a case as a room takes it: the scene it is from, what leads to it, and what to say after. */
const decisionSchema = z.strictObject({
  id: slug,
  /** A scene of the case with choices, cues, an order, a hand-over or a document task. */
  scene: slug,
  /** Which place of a document task is asked about. */
  place: slug.optional(),
  /** What happened since the decision before, in words that can be read aloud. */
  bridge: prose,
  /** Asked of the room once its answers are on the wall, before anything is recommended. */
  discuss: prose,
  /** Answers a room is likely to give that lead astray, each by its option, with what to say about it. */
  wrongTurns: z.array(z.strictObject({ option: slug, say: prose })).min(1),
  minutes: minutes.max(8),
  /** Options shown to the room where the scene has more than five. */
  options: z.array(slug).min(2).max(6).optional()
})

/** How a room takes one case: four to six decisions, with the lines that join them. A file of `content/workshops/cuts`. */
export const cutSchema = z.strictObject({
  scenario: slug,
  /** The version of the case it was cut from. */
  version: z.int().min(1),
  review: reviewSchema,
  /** Read aloud before the first decision; no decision's answer is in it. */
  opening: prose,
  decisions: z.array(decisionSchema).min(4).max(6),
  closing: prose
})
export type Cut = z.output<typeof cutSchema>
export type CutDecision = Cut['decisions'][number]

/** A question people are likely to ask at this block, and what can be answered. */
const likelyQuestionSchema = z.strictObject({ ask: prose, answer: reasonedSchema })

/** A place at which the people in the room look up what holds where they work: a field of the facility card. */
const gapSchema = z.strictObject({ text: prose, card: z.string() })

const timed = {
  id: slug,
  title: prose,
  minutes,
  /** Whether the minutes may be counted for credit: not breaks, welcomes or announcements. */
  isCreditTime: z.boolean(),
  /** What the facilitator says or does, as it can be read from a sheet. */
  script: z.array(prose).min(1),
  /** What should be left in the room when the block ends. */
  keyPoints: z.array(reasonedSchema).min(1).max(4).optional(),
  questions: z.array(likelyQuestionSchema).min(1).optional(),
  /** Corrections of the registry that belong here, by id, for when a belief is voiced. */
  corrections: z.array(slug).min(1).optional(),
  /** What may be left out or shortened when time runs short, in whole minutes saved. */
  cut: z.strictObject({ text: prose, saves: minutes }).optional()
}

/** The earlier block that is asked again here, word for word, so that before and after can be laid side by side. */
const repeats = slug.optional()

/** One block of an agenda. */
export const agendaItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('welcome'),
    ...timed,
    points: z.array(prose).min(1),
    /** Held while people arrive, before the announced time: its minutes are not among those the title promises. */
    isBeforeStart: z.literal(true).optional()
  }),
  z.strictObject({ kind: z.literal('slide'), ...timed, heading: prose, points: z.array(reasonedSchema).min(1).max(6) }),
  z.strictObject({
    kind: z.literal('poll'),
    ...timed,
    prompt: prose,
    options: z
      .array(z.strictObject({ id: slug, text: prose }))
      .min(2)
      .max(6),
    discuss: prose,
    repeats
  }),
  z.strictObject({ kind: z.literal('confidence'), ...timed, prompt: prose, repeats }),
  /** Decisions of a case by the ids of its cut; all of them where none is named. */
  z.strictObject({
    kind: z.literal('case'),
    ...timed,
    scenario: slug,
    decisions: z.array(slug).min(1).optional(),
    /** Tables answer as one, by one phone. */
    isByTable: z.boolean().default(false)
  }),
  z.strictObject({ kind: z.literal('discussion'), ...timed, prompt: prose }),
  z.strictObject({ kind: z.literal('text'), ...timed, prompt: prose }),
  z.strictObject({
    kind: z.literal('tabletop'),
    ...timed,
    situation: z.array(prose).min(1),
    /** News that reaches the tables, `at` so many minutes after the block begins. */
    injects: z.array(z.strictObject({ id: slug, at: z.int().min(0).max(60), text: prose, expect: prose })).min(2)
  }),
  z.strictObject({ kind: z.literal('card'), ...timed, gaps: z.array(gapSchema).min(1).optional() }),
  z.strictObject({ kind: z.literal('evaluation'), ...timed }),
  z.strictObject({ kind: z.literal('break'), ...timed })
])
export type AgendaItem = z.output<typeof agendaItemSchema>

/** A workshop as it can be run tonight: who it is for, what to prepare, and its blocks. A file of `content/workshops`. */
export const agendaSchema = z.strictObject({
  id: slug,
  title: prose,
  lede: prose,
  version: z.int().min(1),
  review: reviewSchema,
  people: z.strictObject({ from: z.int().min(1), to: z.int().max(1000), seating: prose }),
  purpose: z.array(prose).min(1),
  setUp: z.array(prose).min(3),
  /** What the two who lead do when somebody is upset or tells of themselves. */
  distress: z.array(prose).min(3),
  /** The answer agreed beforehand to somebody who tells of themselves, as it can be said. */
  disclosure: z.array(prose).min(1),
  /** How those who lead look after each other, before and after. */
  care: z.array(prose).min(1),
  /** Who does what at a table, where the workshop has tables. */
  tableRoles: z
    .array(z.strictObject({ name: prose, part: z.enum(channels).optional(), text: prose }))
    .min(2)
    .optional(),
  print: z.array(prose).min(2),
  /** What is done once the last person has left: evaluation, credit, what is kept and what is not. */
  afterwards: z.array(prose).min(2),
  items: z.array(agendaItemSchema).min(4)
})
export type Agenda = z.output<typeof agendaSchema>

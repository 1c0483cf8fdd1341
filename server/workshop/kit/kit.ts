import type { Contact, Evidence, Source } from '#content/registry-schema.ts'
import type { Agenda } from '#content/workshop-schema.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import type { Step } from '#machines/room/plan.ts'
import type { Facility } from '#server/learning/reference/queries.ts'

/** The parts of the kit in the order of its pages. */
export const kitParts = [
  'run-sheet',
  'guide',
  'pages',
  'tables',
  'cards',
  'sign-in',
  'questions',
  'evaluation',
  'facility',
  'numbers'
] as const

export type KitPart = (typeof kitParts)[number]

/** What each part is called, on its pages and where it is chosen. */
export const partNames: Record<KitPart, string> = {
  'run-sheet': 'Run sheet',
  guide: 'Guide for those who lead',
  pages: 'Pages for the projector',
  tables: 'Hand-outs for tables',
  cards: 'Answer cards',
  'sign-in': 'Sign-in sheet',
  questions: 'Questions before and after',
  evaluation: 'Evaluation',
  facility: 'Facility card',
  numbers: 'Support numbers'
}

/** A question on paper: with answers to mark, or with lines to write on. */
export type Asked = { prompt: string; options?: readonly string[] }

/** One block of the agenda and the steps that a room makes of it. */
export type KitItem = { item: Agenda['items'][number]; steps: readonly Step[] }

/** Everything that is printed for one workshop. */
export type Kit = {
  agenda: Agenda
  title: string
  supportPerson: string | null
  items: readonly KitItem[]
  facility: Facility
  contacts: readonly Contact[]
  sources: readonly Source[]
  corrections: Evidence['corrections']
  /** The live activity that it is held for, if any. */
  activity: ActivityVersion | null
  evaluation: readonly { title: string; asked: readonly Asked[] }[]
  /** Minutes after midnight at which it begins; null where the sheet counts from zero. */
  beginsAt: number | null
  tables: number
}

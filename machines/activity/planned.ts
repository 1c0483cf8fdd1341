import type { ActivityDraft, Contributor } from './draft.ts'
import type { Body, CreditOffering } from './offering.ts'
import type { ActivityContent, ActivityVersion } from './version.ts'

/** What a course brings along, as it ships today. */
export type CourseFacts = {
  id: string
  version: number
  title: string
  /** Whether it can be taken: neither withdrawn nor still being written. */
  isOffered: boolean
  objectives: readonly { objective: string; text: string }[]
  /** What its steps take by the shortest ways, as the course announces it. */
  minutes: number
  test: { items: number; passMark: number } | null
  hasEvaluation: boolean
  contentTags: readonly string[]
}

type Capacity = ActivityVersion['signOffs'][number]['capacity']

/** One piece of what is taught and asked, with how its readers stand to this version of it. */
export type PlannedContent = {
  content: ActivityContent
  title: string
  isWithdrawn: boolean
  missing: readonly Capacity[]
  mustChange: readonly string[]
}

/** One version of an accreditor's sentence, as the office keeps it. */
export type KnownStatement = { id: string; version: number; body: Body; text: string }

/** All that the checklist looks at. Days are YYYY-MM-DD: `today` in UTC, `latestToday` where the day is latest. */
export type Planned = {
  draft: ActivityDraft
  offerings: readonly CreditOffering[]
  /** Every version of every statement of the organization. */
  statements: readonly KnownStatement[]
  contributors: readonly Contributor[]
  contents: readonly PlannedContent[]
  course: CourseFacts
  isDemonstration: boolean
  today: string
  latestToday: string
}

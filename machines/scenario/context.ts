import type { Bin } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { type Facts, initialFacts } from './conditions.ts'
import type { AttemptStarted } from './events.ts'

/** One act on the path: where it was done, which option it came to, and where it led. */
export type Taken = { scene: string; option: string; to: string }

/** Everything a run remembers. Plain JSON; holds no prose and no time. */
export type RunContext = {
  readonly seed: string
  /** The profession the learner named. */
  readonly role: string
  readonly facts: Facts
  /** Harmful acts, as `scene/option`, not yet put right. */
  readonly openHarms: readonly string[]
  readonly taken: readonly Taken[]
  /** By scene: the cues marked, and the bin each was sorted into. */
  readonly flagged: Readonly<Record<string, readonly string[]>>
  readonly sorted: Readonly<Record<string, Readonly<Record<string, Bin>>>>
  /** By scene: the full answer to an ordering, document or hand-over task, as the debrief shows it. */
  readonly answers: Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>>
  readonly branchedAt: number | null
}

/** The options a step may come to besides the author's own ids. */
export const plainOptions = { continued: 'continue', skipped: 'skip', returned: 'back' } as const

/** @returns the part a learner plays: their own profession where the case has it, else the case's first. */
export function partOf(scenario: Scenario, role: string): string {
  return scenario.roles.find((known) => known === role) ?? scenario.roles[0] ?? role
}

/** @returns the context a run begins with, from its first event. */
export function initialContext(scenario: Scenario, started: AttemptStarted): RunContext {
  const duty = started.duties[scenario.duty]
  return {
    seed: started.seed,
    role: started.role,
    facts: initialFacts(scenario, { role: partOf(scenario, started.role), duty }),
    openHarms: [],
    taken: [],
    flagged: {},
    sorted: {},
    answers: {},
    branchedAt: null
  }
}

import type { Registry } from '#content/registry-schema.ts'
import type { Scenario } from '#content/schema.ts'
import type { Exploration } from '../explore.ts'
import type { RunMeasure } from '../minutes.ts'

/** The reviewed facts a rule compares with; a list that could not be read is left out and not compared with. */
export type KnownRegistry = Partial<Registry>

/** A scenario whose parts fit each other, with all that its rules are judged on. */
export type CheckedScenario = {
  scenario: Scenario
  registry: KnownRegistry
  exploration: Exploration
  /** Undefined where a path can go on for ever. */
  measure: RunMeasure | undefined
}

/** What a rule needs that looks at the text alone. */
export type CheckedText = Pick<CheckedScenario, 'scenario' | 'registry'>

export type Finding = {
  /** Steps from the top of the file to the part at fault. */
  path: (string | number)[]
  /** One sentence that says what to do. */
  message: string
  /** For what was found by walking: the acts that lead there. */
  trace?: string
}

/** A rule of practice: what it finds against a scenario. */
export type Rule<C> = (checked: C) => Finding[]

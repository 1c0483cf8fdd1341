import { loadScenarios } from '#content/load.ts'
import type { Scenario } from '#content/schema.ts'
import { aScenario } from './scenarios.ts'

/** Every case that ships, and the small one, each with its id. */
export const everyCase: [string, Scenario][] = [aScenario(), ...loadScenarios().map((loaded) => loaded.scenario)].map(
  (scenario) => [scenario.id, scenario]
)

import { join } from 'node:path'
import { readScenarioFile } from '#content/load.ts'
import { describeFaults } from '#content/open-yaml.ts'
import type { Scenario } from '#content/schema.ts'
import type { AttemptStarted } from '#machines/scenario/events.ts'

/** The case `aScenario` reads, for tests that need it as a file. */
export const scenarioFile = join(import.meta.dirname, 'wrist.yaml')

const wrist = readWrist()

/**
 * A small valid case with every kind of scene: two harmful choices and their repairs, an ordered fact,
 * conditions on text, chart, readers, choices, results and targets, a way back, a scene that may be
 * passed over, and two endings. Each call gives a copy of its own.
 */
export function aScenario(changes: Partial<Scenario> = {}): Scenario {
  return { ...structuredClone(wrist), ...changes }
}

/** The first event of an attempt at a case, by a nurse in a place whose duties are not known. */
export function aStart(scenario: Scenario, changes: Partial<AttemptStarted> = {}): AttemptStarted {
  return {
    type: 'attempt.started',
    seed: 'a-seed',
    role: 'registered-nurse',
    jurisdiction: 'unknown',
    duties: {
      childAbuse: 'unknown',
      adultTrafficking: 'unknown',
      injury: 'unknown',
      domesticViolence: 'unknown',
      vulnerableAdult: 'unknown'
    },
    content: { id: scenario.id, version: scenario.version, hash: 'a-hash' },
    ...changes
  }
}

function readWrist(): Scenario {
  const { value, faults } = readScenarioFile(scenarioFile)
  if (value === undefined) throw new Error(describeFaults(faults))
  return value
}

import type { Scene } from '#content/scene-schema.ts'
import { isMinor, type Scenario } from '#content/schema.ts'
import { placesFrom } from './compile.ts'
import { factsRead } from './conditions.ts'

/**
 * @returns for each scene and ending, the facts that it or anything reachable from it still reads:
 * conditions on text, choices, results and targets, and the rules of practice. Two states that differ
 * only in other facts have the same future.
 */
export function liveFacts(scenario: Scenario): Map<string, ReadonlySet<string>> {
  const live = new Map<string, Set<string>>()
  for (const ending of scenario.endings) live.set(ending.id, new Set(factsOfEndings(scenario)))
  for (const scene of scenario.scenes) live.set(scene.id, new Set(factsOfScene(scene)))
  let hasGrown = true
  while (hasGrown) {
    hasGrown = false
    for (const scene of scenario.scenes) {
      const own = live.get(scene.id)
      const before = own?.size
      for (const next of placesFrom(scene)) for (const fact of live.get(next) ?? []) own?.add(fact)
      if (own?.size !== before) hasGrown = true
    }
  }
  return live
}

/** @returns every fact that any part of a scenario reads. */
export function allFactsRead(scenario: Scenario): Set<string> {
  return new Set([...scenario.scenes.flatMap(factsOfScene), ...factsOfEndings(scenario)])
}

function factsOfEndings(scenario: Scenario): string[] {
  return isMinor(scenario) ? ['dutyMet', 'disclosed'] : ['patientDeclined']
}

function factsOfScene(scene: Scene): string[] {
  const outcomes = 'choices' in scene ? scene.choices : 'results' in scene ? scene.results : []
  const asks = outcomes.some((outcome) => outcome.asks) ? ['isPrivate', 'interpreterQualified', 'limitsStated'] : []
  return [...asks, ...conditionsIn(scene)]
}

/** Reads every `when` below a scene, wherever the scene's kind keeps it. */
function conditionsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(conditionsIn)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    // Only the schema's own condition fields are called `when`.
    key === 'when' ? factsRead(value as Parameters<typeof factsRead>[0]) : conditionsIn(value)
  )
}

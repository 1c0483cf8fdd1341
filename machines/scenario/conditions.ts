import type { Condition, FactValue, GoTo } from '#content/scene-schema.ts'
import { builtInFacts, type Scenario } from '#content/schema.ts'

export type Facts = Readonly<Record<string, FactValue>>

/**
 * @returns whether a condition holds; no condition always holds. `atLeast` compares places in the
 * fact's declared order of values.
 */
export function holds(scenario: Scenario, condition: Condition | undefined, facts: Facts): boolean {
  if (condition === undefined) return true
  if ('all' in condition) return condition.all.every((part) => holds(scenario, part, facts))
  if ('any' in condition) return condition.any.some((part) => holds(scenario, part, facts))
  if ('not' in condition) return !holds(scenario, condition.not, facts)
  if ('is' in condition) return facts[condition.fact] === condition.is
  const order = valuesOf(scenario, condition.fact)
  return order.indexOf(String(facts[condition.fact])) >= order.indexOf(condition.atLeast)
}

/** @returns the first entry of a `goTo` whose condition holds. */
export function targetOf(scenario: Scenario, goTo: GoTo, facts: Facts): string | undefined {
  if (typeof goTo === 'string') return goTo
  return goTo.find((entry) => holds(scenario, entry.when, facts))?.to
}

/** @returns every place a `goTo` may lead to, in order, without repeats. */
export function targetsOf(goTo: GoTo): string[] {
  return typeof goTo === 'string' ? [goTo] : [...new Set(goTo.map((entry) => entry.to))]
}

/** @returns the blocks whose conditions hold. */
export function visible<T extends { when?: Condition | undefined }>(
  scenario: Scenario,
  parts: readonly T[],
  facts: Facts
): T[] {
  return parts.filter((part) => holds(scenario, part.when, facts))
}

/** @returns the names of the facts a condition reads. */
export function factsRead(condition: Condition | undefined): string[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap(factsRead)
  if ('any' in condition) return condition.any.flatMap(factsRead)
  if ('not' in condition) return factsRead(condition.not)
  return [condition.fact]
}

/** @returns a fact's ordered values, built-in facts included; flags have none. */
export function valuesOf(scenario: Scenario, fact: string): readonly string[] {
  if (fact === 'role') return builtInFacts.role
  if (fact === 'duty') return builtInFacts.duty
  const declared = scenario.facts[fact]
  return declared?.kind === 'level' ? declared.values : []
}

/** @returns the facts at the start of a run, the built-in ones included. */
export function initialFacts(scenario: Scenario, start: { role: string; duty: string }): Facts {
  const declared = Object.entries(scenario.facts).map(([name, fact]) => [name, fact.initial] as const)
  return { ...Object.fromEntries(declared), ...start }
}

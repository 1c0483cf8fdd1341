import type { Condition } from '../scene-schema.ts'
import type { Scenario } from '../schema.ts'
import { type At, type CrossFault, conditionsIn, type NamedFacts, type PartPath, setsIn } from './parts.ts'

type Known = { kind: 'flag' } | { kind: 'level'; values: readonly string[] }

/** @returns a fault for every fact declared, tested or set in a way that cannot be meant. */
export function findFactFaults(scenario: Scenario, { builtIn, flags }: NamedFacts): CrossFault[] {
  const declared = new Map<string, Known>(Object.entries(scenario.facts))
  const readable = new Map<string, Known>([
    ...declared,
    ...Object.entries(builtIn).map(([name, values]) => [name, { kind: 'level', values }] as const),
    // A part nobody can play is never true.
    ['role', { kind: 'level', values: scenario.roles }]
  ])
  return [
    ...Object.entries(scenario.facts).flatMap(([name, fact]) => declarationFaults(name, fact, { builtIn, flags })),
    ...conditionsIn(scenario).flatMap((condition) => conditionFaults(condition, readable)),
    ...setsIn(scenario).flatMap(({ part, path }) =>
      Object.entries(part).flatMap(([name, value]) => setFaults(name, value, [...path, name], declared))
    )
  ]
}

function declarationFaults(
  name: string,
  fact: Scenario['facts'][string],
  { builtIn, flags }: NamedFacts
): CrossFault[] {
  const path = ['facts', name]
  if (Object.hasOwn(builtIn, name)) return [fault(path, `"${name}" is there without being declared: leave it out`)]
  if (name === 'when') return [fault(path, '"when" is a reserved word: give this fact another name')]
  if (fact.kind === 'flag') return []
  if (flags.includes(name)) return [fault([...path, 'kind'], `"${name}" is read as yes or no: declare it as a flag`)]
  const twice = fact.values.find((value, index) => fact.values.indexOf(value) !== index)
  return [
    ...(twice === undefined
      ? []
      : [fault([...path, 'values'], `"${twice}" stands twice among the values of "${name}": leave one out`)]),
    ...(fact.values.includes(fact.initial)
      ? []
      : [
          fault(
            [...path, 'initial'],
            `"${fact.initial}" is none of the values of "${name}": begin with one of ${list(fact.values)}`
          )
        ])
  ]
}

function conditionFaults({ part, path }: At<Condition>, known: ReadonlyMap<string, Known>): CrossFault[] {
  if ('all' in part)
    return part.all.flatMap((it, index) => conditionFaults({ part: it, path: [...path, 'all', index] }, known))
  if ('any' in part)
    return part.any.flatMap((it, index) => conditionFaults({ part: it, path: [...path, 'any', index] }, known))
  if ('not' in part) return conditionFaults({ part: part.not, path: [...path, 'not'] }, known)
  const fact = known.get(part.fact)
  if (fact === undefined)
    return [fault([...path, 'fact'], `the fact "${part.fact}" is not declared: declare it under facts`)]
  if ('is' in part) return valueFaults(part.fact, part.is, [...path, 'is'], fact)
  if (part.fact === 'role' || fact.kind === 'flag') {
    return [fault([...path, 'atLeast'], `"${part.fact}" has no order, so "atLeast" says nothing: use "is"`)]
  }
  return valueFaults(part.fact, part.atLeast, [...path, 'atLeast'], fact)
}

function setFaults(name: string, value: unknown, path: PartPath, declared: ReadonlyMap<string, Known>): CrossFault[] {
  const fact = declared.get(name)
  if (fact !== undefined) return valueFaults(name, value, path, fact)
  return [fault(path, `only a declared fact can be set and "${name}" is none: declare it under facts, or leave it out`)]
}

function valueFaults(name: string, value: unknown, path: PartPath, fact: Known): CrossFault[] {
  if (fact.kind === 'flag') {
    return typeof value === 'boolean' ? [] : [fault(path, `"${name}" is yes or no: write true or false`)]
  }
  if (fact.values.some((known) => known === value)) return []
  return [fault(path, `"${String(value)}" is none of the values of "${name}": write one of ${list(fact.values)}`)]
}

function list(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ')
}

function fault(path: PartPath, message: string): CrossFault {
  return { rule: 'facts', path, message }
}

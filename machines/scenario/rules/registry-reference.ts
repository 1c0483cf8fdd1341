import { facilityFields } from '#content/registry-schema.ts'
import type { CheckedText, Finding } from './rule.ts'

/** Every source, competency, topic and card field named is one the registry knows; a case on offer names a topic. */
export function registryReference(checked: CheckedText): Finding[] {
  return [...sources(checked), ...competencies(checked), ...topics(checked), ...cards(checked)]
}

function sources({ scenario, registry }: CheckedText): Finding[] {
  if (registry.sources === undefined) return []
  const known = new Set(registry.sources.map(({ id }) => id))
  const named = [
    ...scenario.references.map((id, index) => ({ id, path: ['references', index] })),
    ...namedSources(scenario, [])
  ]
  return named.filter(({ id }) => !known.has(id)).map(({ id, path }) => ({ path, message: unknown('source', id) }))
}

/** Finds every list called `sources`, wherever a statement gives its ground. */
function namedSources(part: unknown, path: Finding['path']): { id: string; path: Finding['path'] }[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(part) ? Number(key) : key]
    if (key !== 'sources' || !Array.isArray(value)) return namedSources(value, here)
    return value.map((id, index) => ({ id: String(id), path: [...here, index] }))
  })
}

function competencies({ scenario, registry }: CheckedText): Finding[] {
  if (registry.competencies === undefined) return []
  const known = new Set(registry.competencies.map(({ id }) => id))
  return scenario.objectives.flatMap((objective, index) =>
    objective.competencies.flatMap((id, at) =>
      known.has(id) ? [] : [{ path: ['objectives', index, 'competencies', at], message: unknown('competency', id) }]
    )
  )
}

function topics({ scenario, registry }: CheckedText): Finding[] {
  const { topics, status } = scenario
  if (topics.length === 0 && status === 'offered')
    return [{ path: ['topics'], message: 'a case on offer teaches at least one topic: name it by its id' }]
  const known = registry.topics && new Set(registry.topics.map(({ id }) => id))
  return topics.flatMap((id, at) =>
    known === undefined || known.has(id) ? [] : [{ path: ['topics', at], message: unknown('topic', id) }]
  )
}

function cards({ scenario, registry }: CheckedText): Finding[] {
  if (registry.contacts === undefined) return []
  const known = new Set<string>([...facilityFields, ...registry.contacts].map(({ id }) => id))
  return scenario.debrief.gaps.flatMap(({ card }, index) =>
    known.has(card)
      ? []
      : [
          {
            path: ['debrief', 'gaps', index, 'card'],
            message: `neither the facility card nor the contacts have "${card}": name one of their ids`
          }
        ]
  )
}

function unknown(what: string, id: string): string {
  return `the registry has no ${what} "${id}": name one that it has, or add it there`
}

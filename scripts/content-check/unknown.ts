import { unknownSources } from '#content/registry-checks.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import type { Library } from './library.ts'

export type Finding = { path: readonly (string | number)[]; rule: string; message: string }

/** @returns a fault for every name in a part of the content that stands for nothing: sources, topics, objectives, cases, lessons. */
export function findUnknown(part: unknown, registry: KnownRegistry, library: Library): Finding[] {
  const { sources = [], topics = [], objectives = [], competencies = [] } = registry
  const known: Record<string, (id: string) => boolean> = {
    topics: has(topics),
    objective: has(objectives),
    competencies: has(competencies),
    practice: (id) => library.scenarios.has(id),
    scenario: (id) => library.scenarios.has(id),
    lesson: (id) => library.lessons.has(id)
  }
  const named = namesIn(part, new Set(Object.keys(known)), [])
  return [
    ...unknownSources(part, sources).map(({ path, message }) => ({ path, rule: 'registry-reference', message })),
    ...named
      .filter(({ field, id }) => known[field]?.(id) === false)
      .map(({ path, field, id }) => ({
        path,
        rule: 'registry-reference',
        message: `there is no ${singular(field)} "${id}"`
      }))
  ]
}

function has(list: readonly { id: string }[]): (id: string) => boolean {
  const ids = new Set(list.map(({ id }) => id))
  return (id) => ids.has(id)
}

type Name = { path: (string | number)[]; field: string; id: string }

function namesIn(node: unknown, fields: ReadonlySet<string>, path: (string | number)[]): Name[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => namesIn(item, fields, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([field, value]) => {
    const ids = fields.has(field) ? [value].flat().filter((it) => typeof it === 'string') : []
    return [...ids.map((id) => ({ path: [...path, field], field, id })), ...namesIn(value, fields, [...path, field])]
  })
}

function singular(field: string): string {
  const words = new Map([
    ['topics', 'topic'],
    ['competencies', 'competency'],
    ['practice', 'case'],
    ['scenario', 'case']
  ])
  return words.get(field) ?? field
}

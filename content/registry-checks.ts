type Fault = { path: (string | number)[]; message: string }
type Named = { id: string; path: (string | number)[] }

/** @returns a fault for every `source`, `sources` or `notesSource` under `part` that names no known source. */
export function unknownSources(part: unknown, known: readonly { id: string }[]): Fault[] {
  const ids = new Set(known.map((source) => source.id))
  return namedSources(part, [])
    .filter(({ id }) => !ids.has(id))
    .map(({ id, path }) => ({ path, message: `there is no source "${id}"` }))
}

/** @returns every source named under `part`, with its place. */
export function namedSources(node: unknown, path: (string | number)[]): Named[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => namedSources(item, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const names = key === 'sources' || key === 'source' || key === 'notesSource' ? [value].flat() : []
    const ids = names.filter((name) => typeof name === 'string').map((id) => ({ id, path: [...path, key] }))
    return [...ids, ...namedSources(value, [...path, key])]
  })
}

/** @returns a fault for every second entry of a list under the same `code` or `id`. */
export function duplicates(registry: Record<string, readonly object[]>): Fault[] {
  return Object.entries(registry).flatMap(([list, entries]) => {
    const ids = entries.map((entry) => ('code' in entry ? entry.code : 'id' in entry ? entry.id : undefined))
    return ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [{ path: [list, index], message: `"${id}" stands here twice` }]
    )
  })
}

/** @returns a fault for every contact whose day of review is before `on`, both as YYYY-MM-DD. */
export function contactsPastReview(contacts: readonly { id: string; reviewBy: string }[], on: string): Fault[] {
  return contacts.flatMap(({ id, reviewBy }, index) =>
    reviewBy < on
      ? [
          {
            path: ['contacts', index, 'reviewBy'],
            message: `the contact "${id}" was to be reviewed by ${reviewBy}: confirm it with its owner, then date it anew`
          }
        ]
      : []
  )
}

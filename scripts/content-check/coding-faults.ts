import { readCodingFile } from '#content/load-coding.ts'
import type { Fault } from '#content/open-yaml.ts'
import { unknownSources } from '#content/registry-checks.ts'
import { avoidedWords } from '#machines/scenario/rules/do-not-use.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import type { ShownText } from '#machines/scenario/shown-text.ts'

type Found = Pick<ShownText, 'path'> & { rule: string; message: string }

/** @returns the faults of what the code reference says: its form, its sources, its codes and its words. */
export function faultsOfCoding(registry: KnownRegistry, root?: string): Fault[] {
  const { file, value, faults, placeOf } = readCodingFile(root)
  if (value === undefined) return faults
  const found: Found[] = [
    ...(registry.sources ? unknownSources(value, registry.sources) : []).map((it) => ({ ...it, rule: 'schema' })),
    ...(registry.codes ? unknownCodes(value, registry.codes) : []),
    ...avoidedWords(textsIn(value), registry).map((it) => ({ ...it, rule: 'do-not-use' }))
  ]
  return found.map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message }))
}

/** Codes that are named as such, and are not in the set with their title. */
function unknownCodes(part: unknown, known: readonly { code: string }[]): Found[] {
  const codes = new Set(known.map(({ code }) => code))
  return textsIn(part)
    .filter(({ path, text }) => ['codes', 'tabular', 'example'].some((key) => path.includes(key)) && !codes.has(text))
    .filter(({ text }) => /^[A-Z]\d/.test(text))
    .map(({ path, text }) => ({ path, rule: 'schema', message: `there is no code "${text}" in codes.yaml` }))
}

function textsIn(part: unknown, path: ShownText['path'] = []): ShownText[] {
  if (typeof part === 'string') return [{ path, text: part }]
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    textsIn(value, [...path, Array.isArray(part) ? Number(key) : key])
  )
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { contentRoot, readEvidenceFile, readFacilityCardFile, type readRegistry } from '#content/load.ts'
import { readFiguresFile } from '#content/load-figures.ts'
import type { Fault, FaultPath } from '#content/open-yaml.ts'
import { contactsPastReview, unknownSources } from '#content/registry-checks.ts'
import { avoidedWords } from '#machines/scenario/rules/do-not-use.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import { type ShownText, shownTexts } from '#machines/scenario/shown-text.ts'
import { faultsOfCoding } from './coding-faults.ts'

type Read = ReturnType<typeof readRegistry>
type Place = (path: FaultPath) => Pick<Fault, 'file' | 'line' | 'col'>

/** @returns the faults of all that is shown beside the cases: the registry, the evidence page, the figures, the card. */
export function faultsOfRegistry({ registry, faults, placeOf }: Read, root = contentRoot): Fault[] {
  const { contacts, jurisdictions, competencies, codes, topics, objectives, indicators, phrases } = registry
  const shown = shownTexts({ contacts, jurisdictions, competencies, codes, topics, objectives, indicators, phrases })
  const example = join(root, 'facility.example.yaml')
  return [
    ...faults,
    ...wordFaults(shown, registry, placeOf),
    ...faultsOfEvidence(registry, root),
    ...faultsOfCoding(registry, root),
    ...faultsOfFigures(registry, root),
    ...(existsSync(example) ? readFacilityCardFile(example).faults : [])
  ]
}

/** @returns the contacts that were to be reviewed before a day, as YYYY-MM-DD. */
export function overdueContacts({ registry, placeOf }: Read, on: string): Fault[] {
  return contactsPastReview(registry.contacts ?? [], on).map(({ path, message }) => ({
    ...placeOf(path),
    rule: 'contact-past-review',
    message
  }))
}

/** A claim that stands there to be corrected keeps its words. */
function faultsOfEvidence(registry: KnownRegistry, root: string): Fault[] {
  const { file, value, faults, placeOf } = readEvidenceFile(root)
  if (value === undefined) return faults
  const claims = value.corrections.map(({ claim }) => claim)
  return wordFaults(shownTexts(value), registry, (path) => ({ file, ...placeOf(path) }), claims)
}

/** A tool keeps the name its owner gave it. */
function faultsOfFigures(registry: KnownRegistry, root: string): Fault[] {
  const { file, value, faults, placeOf } = readFiguresFile(root)
  if (value === undefined) return existsSync(file) ? faults : []
  const place: Place = (path) => ({ file, ...placeOf(path) })
  const names = value.screening.tools.map(({ name }) => name)
  const unknown = registry.sources ? unknownSources(value, registry.sources) : []
  return [
    ...unknown.map(({ path, message }) => ({ ...place(path), rule: 'registry-reference', message })),
    ...wordFaults(shownTexts(value), registry, place, names)
  ]
}

function wordFaults(texts: readonly ShownText[], registry: KnownRegistry, place: Place, kept: string[] = []): Fault[] {
  return avoidedWords(texts, registry, kept).map(({ path, message }) => ({
    ...place(path),
    rule: 'do-not-use',
    message
  }))
}

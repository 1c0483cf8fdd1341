import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { contentRoot, type LoadedScenario, readRegistry, readScenarioFile, scenarioFiles } from '#content/load.ts'
import type { Fault } from '#content/open-yaml.ts'
import type { Jurisdiction, Registry } from '#content/registry-schema.ts'
import { faultsOfScenario } from '#machines/scenario/rules/every-rule.ts'

/** The content files as they are now. A scenario at fault stays as it last was whole. `faults` names files from here. */
export type Writing = { scenarios: LoadedScenario[]; jurisdictions: readonly Jurisdiction[]; faults: Fault[] }

type RegistryReading = { stamp: string; registry: Partial<Registry>; faults: Fault[] }
type Reading = { stamp: string; loaded: LoadedScenario | undefined; faults: Fault[] }

const readings = new Map<string, Reading>()
const registries = new Map<string, RegistryReading>()

/** Reads what was saved since the last call, and tells what the check says of it; for development alone. */
export function readWriting(root = contentRoot): Writing {
  const registry = registryNow(root)
  const files = scenarioFiles(root).map((file) => readingNow(file, registry))
  return {
    scenarios: files.flatMap(({ loaded }) => loaded ?? []),
    jurisdictions: registry.registry.jurisdictions ?? [],
    faults: [...registry.faults, ...files.flatMap(({ faults }) => faults)].map(fromHere)
  }
}

/** @returns a text that changes whenever a content file is saved, added or taken away. */
export function stampOfContent(root = contentRoot): string {
  return [...registryFiles(root), ...scenarioFiles(root)].map(stampOf).join(' ')
}

function registryNow(root: string): RegistryReading {
  const stamp = registryFiles(root).map(stampOf).join(' ')
  const known = registries.get(root)
  if (known?.stamp === stamp) return known
  const { registry, faults } = readRegistry(root)
  // A list at fault stays as it last was whole.
  const now = { stamp, registry: { ...known?.registry, ...registry }, faults }
  registries.set(root, now)
  return now
}

function readingNow(file: string, { stamp: registryStamp, registry }: RegistryReading): Reading {
  const stamp = `${stampOf(file)} ${registryStamp}`
  const known = readings.get(file)
  if (known?.stamp === stamp) return known
  const { value, hash, faults, placeOf } = readScenarioFile(file)
  const broken = value && faultsOfScenario(value, registry).faults
  const told = (broken ?? []).map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message }))
  const loaded = value ? { scenario: value, hash, file } : known?.loaded
  const now = { stamp, loaded, faults: [...faults, ...told] }
  readings.set(file, now)
  return now
}

function registryFiles(root: string): string[] {
  const folder = join(root, 'registry')
  return readdirSync(folder).map((name) => join(folder, name))
}

function stampOf(file: string): string {
  const { mtimeMs = 0, size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {}
  return `${file}:${mtimeMs}:${size}`
}

function fromHere(fault: Fault): Fault {
  return { ...fault, file: relative(process.cwd(), fault.file) }
}

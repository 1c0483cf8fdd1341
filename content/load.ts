import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  describeFaults,
  type Fault,
  type FaultPath,
  filesIn,
  mustRead,
  openYaml,
  parseWith,
  type ReadFile,
  readYaml
} from './open-yaml.ts'
import {
  type Evidence,
  evidenceSchema,
  type FacilityCard,
  facilityCardSchema,
  type Registry,
  registrySchema
} from './registry-schema.ts'
import { type Scenario, scenarioFormSchema, scenarioSchema } from './schema.ts'

export const contentRoot = join(process.cwd(), 'content')
const registryLists = [
  'codes',
  'contacts',
  'sources',
  'jurisdictions',
  'competencies',
  'words',
  'topics',
  'objectives',
  'indicators',
  'phrases'
] as const

export type LoadedScenario = { scenario: Scenario; hash: string; file: string }

/** @returns every scenario file, sorted by name; throws one error that names each fault by file, line and column. */
export function loadScenarios(root = contentRoot): LoadedScenario[] {
  return scenarioFiles(root).map((file) => {
    const read = readScenarioFile(file)
    return { scenario: mustRead(read), hash: read.hash, file }
  })
}

/** @returns the paths of the scenario files below a content root, sorted. */
export function scenarioFiles(root = contentRoot): string[] {
  return filesIn(join(root, 'scenarios'), '.yaml')
}

/** @returns one scenario file parsed against its schema, with every fault of form and of the parts against each other. */
export function readScenarioFile(file: string): ReadFile<Scenario> {
  return readYaml(file, scenarioSchema)
}

/** @returns one scenario file with every fault of form alone; its parts need not fit each other. */
export function readScenarioForm(file: string): ReadFile<Scenario> {
  return readYaml(file, scenarioFormSchema)
}

/** @returns the page about the evidence parsed against its schema, with every fault. */
export function readEvidenceFile(root = contentRoot): ReadFile<Evidence> {
  return readYaml(join(root, 'registry', 'evidence.yaml'), evidenceSchema)
}

/** @returns one facility card parsed against its schema, with every fault. */
export function readFacilityCardFile(file: string): ReadFile<FacilityCard> {
  return readYaml(file, facilityCardSchema)
}

type ReadRegistry = {
  registry: Partial<Registry>
  faults: Fault[]
  /** Places a path that begins with the name of a list. */
  placeOf: (path: FaultPath) => Pick<Fault, 'file' | 'line' | 'col'>
}

/** @returns the lists of the registry that are whole, every fault of the others, and a way to place a path. */
export function readRegistry(root = contentRoot): ReadRegistry {
  const files = registryLists.map((name) => ({ name, ...openYaml(join(root, 'registry', `${name}.yaml`)) }))
  const { value, issues } = parseWith(
    registrySchema,
    Object.fromEntries(files.map(({ name, content }) => [name, content]))
  )
  const placeOf = ([list, ...path]: FaultPath) => {
    const file = files.find(({ name }) => name === list)
    return { file: file?.file ?? '', ...(file?.placeOf(path) ?? { line: 1, col: 1 }) }
  }
  if (value !== undefined) return { registry: value, faults: [], placeOf }
  const faults = files.flatMap(({ name, file, faults: ofFile, placeOf }) => {
    if (ofFile.length > 0) return ofFile
    const own = issues.filter(({ path }) => path[0] === name)
    return own.map(({ path, ...fault }) => ({ file, ...placeOf(path.slice(1)), ...fault }))
  })
  const whole = files.filter(({ file }) => !faults.some((fault) => fault.file === file))
  // A list without a fault has the form its schema gives it.
  return {
    registry: Object.fromEntries(whole.map(({ name, content }) => [name, content])) as Partial<Registry>,
    faults,
    placeOf
  }
}

/** @returns the dated facts of `content/registry`, cross-checked; throws where an entry is at fault. */
export function loadRegistry(root = contentRoot): Registry {
  const { registry, faults } = readRegistry(root)
  if (faults.length > 0) throw new Error(describeFaults(faults))
  // Without a fault every list is there.
  return registry as Registry
}

/** @returns the dated statements and corrections of the page about the evidence. */
export function loadEvidence(root = contentRoot): Evidence {
  return mustRead(readEvidenceFile(root))
}

/** @returns the operator's facility card, or an empty one where the operator has written none. */
export function loadFacilityCard(dataDir: string): FacilityCard {
  const file = join(dataDir, 'facility.yaml')
  return existsSync(file) ? mustRead(readFacilityCardFile(file)) : facilityCardSchema.parse({})
}

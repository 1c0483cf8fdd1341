import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { type WordedIssue, wordIssues } from './issue-words.ts'
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
const registryLists = ['codes', 'contacts', 'sources', 'jurisdictions', 'competencies', 'words'] as const

/** A fault in a content file, placed where an author can find it. `line` and `col` count from 1. */
export type Fault = { file: string; line: number; col: number; rule: string; message: string }

/** A path into a parsed file, such as `['scenes', 3, 'goTo']`. */
export type FaultPath = readonly PropertyKey[]

/** One file as read: its parsed value where it fits its schema, all its faults, and a way to place a path. */
export type ReadFile<T> = {
  file: string
  hash: string
  value?: T
  faults: Fault[]
  placeOf: (path: FaultPath) => { line: number; col: number }
}

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
  const folder = join(root, 'scenarios')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
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

/** @returns faults as lines `path:line:col rule message`. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults.map((it) => `${it.file}:${it.line}:${it.col} ${it.rule} ${it.message}`).join('\n')
}

function mustRead<T>(read: ReadFile<T>): T {
  if (read.value === undefined) throw new Error(describeFaults(read.faults))
  return read.value
}

function readYaml<T>(path: string, schema: z.ZodType<T>): ReadFile<T> {
  const { content, ...read } = openYaml(path)
  if (read.faults.length > 0) return read
  const { value, issues } = parseWith(schema, content)
  if (value !== undefined) return { ...read, value }
  return { ...read, faults: issues.map(({ path: at, ...fault }) => ({ file: path, ...read.placeOf(at), ...fault })) }
}

type OpenFile = ReadFile<never> & { content: unknown }

function openYaml(file: string): OpenFile {
  const lines = new LineCounter()
  const nowhere = () => ({ line: 1, col: 1 })
  try {
    const text = readFileSync(file, 'utf8')
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' })
    const placeOf = (path: FaultPath) => placeIn(document, lines, path)
    const faults = document.errors.filter(isOwnFault).map((error) => {
      const { line, col } = lines.linePos(error.pos[0])
      return { file, line, col, rule: 'yaml', message: error.message.split(' at line ')[0] ?? error.code }
    })
    return { file, hash, faults, placeOf, content: faults.length > 0 ? undefined : document.toJS() }
  } catch (error) {
    // No file, no text, an alias that never ends or a nesting too deep: all that a file can do to its reader.
    const message = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`
    const faults = [{ file, ...nowhere(), rule: 'yaml', message }]
    return { file, hash: '', faults, placeOf: nowhere, content: undefined }
  }
}

/** What follows the first break in a file's form is guesswork; a name that stands twice is a fault wherever it is. */
function isOwnFault({ code }: YAMLError, index: number, all: readonly YAMLError[]): boolean {
  return code === 'DUPLICATE_KEY' || all.findIndex((error) => error.code !== 'DUPLICATE_KEY') === index
}

function parseWith<T>(schema: z.ZodType<T>, content: unknown): { value?: T; issues: WordedIssue[] } {
  try {
    const parsed = schema.safeParse(content)
    return parsed.success ? { value: parsed.data, issues: [] } : { issues: wordIssues(parsed.error.issues) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { issues: [{ path: [], rule: 'schema', message: 'the file nests too deeply: write its conditions flat' }] }
  }
}

/** Places a path at the name of its last field, or at the deepest part of it that the file really has. */
function placeIn(document: Document, lines: LineCounter, path: FaultPath): { line: number; col: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : nodeAt(document, path.slice(0, length))
    if (isNode(node) && node.range) return lines.linePos(node.range[0])
  }
  return { line: 1, col: 1 }
}

function nodeAt(document: Document, path: FaultPath): unknown {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  if (!isMap(parent)) return document.getIn(path, true)
  return parent.items.find((pair) => isScalar(pair.key) && pair.key.value === last)?.key
}

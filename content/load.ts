import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument, isNode, type Document } from 'yaml'
import type { z } from 'zod'
import { facilityCardSchema, type FacilityCard, evidenceSchema, type Evidence, registrySchema, type Registry } from './registry-schema.ts'
import { type Scenario, scenarioSchema } from './schema.ts'

export const contentRoot = join(process.cwd(), 'content')

/** A fault in a content file, placed where an author can find it. `line` and `col` count from 1. */
export type Fault = { file: string; line: number; col: number; rule: string; message: string }

/** A path into a parsed file, such as `['scenes', 3, 'goTo']`. */
export type FaultPath = readonly PropertyKey[]

/** One file as read: its parsed value where it fits its schema, all its faults, and a way to place a path. */
export type ReadFile<T> = { file: string; hash: string; value?: T; faults: Fault[]; placeOf: (path: FaultPath) => { line: number; col: number } }

export type LoadedScenario = { scenario: Scenario; hash: string; file: string }

/** @returns every scenario file, sorted by name; throws one error that names each fault by file, line and column. */
export function loadScenarios(root = contentRoot): LoadedScenario[] {
  return scenarioFiles(root).map((file) => {
    const read = readScenarioFile(file)
    return { scenario: valueOf(read), hash: read.hash, file }
  })
}

/** @returns the paths of the scenario files below a content root, sorted. */
export function scenarioFiles(root = contentRoot): string[] {
  const folder = join(root, 'scenarios')
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map((name) => join(folder, name))
}

/** @returns one scenario file parsed against its schema, with every fault of form. */
export function readScenarioFile(file: string): ReadFile<Scenario> {
  return readYaml(file, scenarioSchema)
}

/** @returns the dated facts of `content/registry`, cross-checked; throws where an entry is at fault. */
export function loadRegistry(root = contentRoot): Registry {
  const folder = join(root, 'registry')
  const names = ['codes', 'contacts', 'sources', 'jurisdictions', 'competencies', 'words'] as const
  const parts = names.map((name) => [name, parseDocument(readFileSync(join(folder, `${name}.yaml`), 'utf8')).toJS()])
  const parsed = registrySchema.safeParse(Object.fromEntries(parts))
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((issue) => `content/registry/${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

/** @returns the dated statements and corrections of the page about the evidence. */
export function loadEvidence(root = contentRoot): Evidence {
  return valueOf(readYaml(join(root, 'registry', 'evidence.yaml'), evidenceSchema))
}

/** @returns the operator's facility card, or an empty one where the operator has written none. */
export function loadFacilityCard(dataDir: string): FacilityCard {
  const file = join(dataDir, 'facility.yaml')
  return existsSync(file) ? valueOf(readYaml(file, facilityCardSchema)) : facilityCardSchema.parse({})
}

/** @returns faults as lines `path:line:col rule message`. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults.map((it) => `${it.file}:${it.line}:${it.col} ${it.rule} ${it.message}`).join('\n')
}

function valueOf<T>(read: ReadFile<T>): T {
  if (read.value === undefined) throw new Error(describeFaults(read.faults))
  return read.value
}

function readYaml<T>(file: string, schema: z.ZodType<T>): ReadFile<T> {
  const text = readFileSync(file, 'utf8')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const placeOf = (path: FaultPath) => placeIn(document, lines, path)
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0])
      return { file, line, col, rule: 'yaml', message: error.message.split('\n')[0] ?? error.code }
    })
    return { file, hash, faults, placeOf }
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { file, hash, value: parsed.data, faults: [], placeOf }
  const faults = parsed.error.issues.map((issue) => ({ file, ...placeOf(issue.path), rule: ruleOf(issue), message: messageOf(issue) }))
  return { file, hash, faults, placeOf }
}

function ruleOf(issue: z.core.$ZodIssue): string {
  const rule = issue.code === 'custom' ? issue.params?.rule : undefined
  return typeof rule === 'string' ? rule : 'schema'
}

function messageOf(issue: z.core.$ZodIssue): string {
  const at = issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  return `${at}${issue.message}`
}

/** Places a path at the deepest node of it that the file really has. */
function placeIn(document: Document, lines: LineCounter, path: FaultPath): { line: number; col: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0])
  }
  return { line: 1, col: 1 }
}

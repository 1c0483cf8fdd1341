import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { type WordedIssue, wordIssues } from './issue-words.ts'

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

/** @returns the paths of a folder's files with an ending, sorted; none where there is no such folder. */
export function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

/** @returns faults as lines `path:line:col rule message`. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults.map((it) => `${it.file}:${it.line}:${it.col} ${it.rule} ${it.message}`).join('\n')
}

/** @returns the parsed value of a file; throws one error that names each fault by file, line and column. */
export function mustRead<T>(read: ReadFile<T>): T {
  if (read.value === undefined) throw new Error(describeFaults(read.faults))
  return read.value
}

/** @returns a YAML file parsed against a schema, with every fault. */
export function readYaml<T>(path: string, schema: z.ZodType<T>, text?: TextOf): ReadFile<T> {
  const { content, ...read } = openYaml(path, text)
  if (read.faults.length > 0) return read
  const { value, issues } = parseWith(schema, content)
  if (value !== undefined) return { ...read, value }
  return { ...read, faults: issues.map(({ path: at, ...fault }) => ({ file: path, ...read.placeOf(at), ...fault })) }
}

export type OpenFile = ReadFile<never> & { content: unknown }

/** Takes from a file the text that is YAML; it must keep its lines where they stand. */
type TextOf = (text: string) => string

/** @returns a YAML file as plain values, not yet held against a schema. */
export function openYaml(file: string, textOf: TextOf = (text) => text): OpenFile {
  const lines = new LineCounter()
  const nowhere = () => ({ line: 1, col: 1 })
  try {
    const text = readFileSync(file, 'utf8')
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const document = parseDocument(textOf(text), { lineCounter: lines, logLevel: 'error' })
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

/** @returns values parsed against a schema, or what is wrong with them in words. */
export function parseWith<T>(schema: z.ZodType<T>, content: unknown): { value?: T; issues: WordedIssue[] } {
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

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { isTableName, type TableName } from './tables.ts'

/** The form of archives that this version writes and reads. */
export const archiveFormat = 'attune-record'
export const archiveVersion = 1

/** An archive that cannot be used, or a database it cannot be put into; the message is a sentence for an operator. */
export class ArchiveError extends Error {}

const headSchema = z.strictObject({ seq: z.int().min(0), hash: z.string() })

const headerSchema = z.strictObject({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()).min(1),
  audit: headSchema,
  leftOut: z.array(z.string())
})

const rowSchema = z.strictObject({
  table: z.string().refine(isTableName),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
})

const trailerSchema = z.strictObject({
  counts: z.record(z.string(), z.int().min(0)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/)
})

/** The first line: when the rows were read, under which migrations, and the head of the audit log among them. */
export type ArchiveHeader = z.output<typeof headerSchema>

/** The last line: how many rows of each table stand before it, and the SHA-256 of all bytes before it. */
export type ArchiveTrailer = z.output<typeof trailerSchema>

export type ArchivedRow = { table: TableName; row: z.output<typeof rowSchema>['row'] }

/** What an archive says of itself, once its bytes were found to agree with it. */
export type Archive = { header: ArchiveHeader; counts: ArchiveTrailer['counts'] }

/** Reads an archive to its end. Throws ArchiveError where it is none, is cut off, or was changed. */
export async function checkArchive(file: string): Promise<Archive> {
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  let header: ArchiveHeader | undefined
  let trailer: ArchiveTrailer | undefined
  for await (const line of linesOf(file)) {
    if (trailer) throw new ArchiveError(`${file} goes on after its end.`)
    if (line.startsWith('{"counts":')) trailer = parse(trailerSchema, line, file)
    else hash.update(`${line}\n`)
    if (!header) header = parseHeader(line, file)
    else if (!trailer) count(counts, parse(rowSchema, line, file).table)
  }
  if (!header || !trailer) throw new ArchiveError(`${file} is cut off: its last line is missing.`)
  if (hash.digest('hex') !== trailer.sha256) throw new ArchiveError(`${file} was changed after it was written.`)
  if (!agree(counts, trailer.counts)) throw new ArchiveError(`${file} does not hold the rows that it says it holds.`)
  return { header, counts: trailer.counts }
}

/** @returns the rows of an archive in order. Throws ArchiveError as `checkArchive` does. */
export async function* rowsOf(file: string): AsyncGenerator<ArchivedRow> {
  for await (const line of linesOf(file)) {
    if (!line.startsWith('{"table":')) continue
    const { table, row } = parse(rowSchema, line, file)
    yield { table, row }
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  // The fault itself arrives in the loop below.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined).setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of text) {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause
    throw new ArchiveError(`${file} cannot be read: ${reasonOf(cause)}`, { cause })
  }
  if (rest !== '') throw new ArchiveError(`${file} is cut off in the middle of a line.`)
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'there is no such file.'
  if (code === 'Z_BUF_ERROR') return 'it is cut off.'
  return code === 'Z_DATA_ERROR' ? 'it is no archive of Attune, or is damaged.' : String(code ?? cause)
}

function parseHeader(line: string, file: string): ArchiveHeader {
  const stated = parse(z.looseObject({ format: z.string(), version: z.number() }), line, file)
  if (stated.format === archiveFormat && stated.version > archiveVersion)
    throw new ArchiveError(`${file} was written by a newer version of Attune.`)
  return parse(headerSchema, line, file)
}

function parse<T extends z.ZodType>(schema: T, line: string, file: string): z.output<T> {
  const parsed = schema.safeParse(jsonIn(line))
  if (!parsed.success) throw new ArchiveError(`${file} is no archive of Attune, or is damaged.`)
  return parsed.data
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function count(counts: Record<string, number>, table: string): void {
  counts[table] = (counts[table] ?? 0) + 1
}

function agree(counted: Record<string, number>, stated: Record<string, number>): boolean {
  const names = new Set([...Object.keys(counted), ...Object.keys(stated)])
  return [...names].every((name) => (counted[name] ?? 0) === (stated[name] ?? 0))
}

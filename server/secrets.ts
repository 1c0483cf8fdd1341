import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type EncryptionKey, type Env, EnvError } from './env.ts'

const secretsSchema = z.object({ cookieSecret: z.string().min(32), encryptionKey: z.string().length(43) })
const earlierSchema = secretsSchema.omit({ encryptionKey: true }).strict()

/**
 * What is generated once in `DATA_DIR/secrets.json`: `cookieSecret` signs what browsers keep, `encryptionKey` seals
 * identifiers; both are 32 random bytes in base64url.
 */
export type Secrets = z.infer<typeof secretsSchema>

let latest: { dataDir: string; secrets: Secrets } | undefined

/** The secrets of this installation; the first call makes them, readable by their owner alone. Throws EnvError. */
export function readSecrets(dataDir: string): Secrets {
  if (latest?.dataDir === dataDir) return latest.secrets
  const file = join(dataDir, 'secrets.json')
  makeOnce(dataDir, file)
  const secrets = complete(file)
  latest = { dataDir, secrets }
  return secrets
}

/**
 * The keys that seal identifiers: the first seals, the others only open what was sealed before. The installation's own
 * key stands last, so that what it sealed opens once the environment names another.
 */
export function encryptionKeys({ dataDir, encryptionKeys }: Pick<Env, 'dataDir' | 'encryptionKeys'>): EncryptionKey[] {
  const own = { id: 'own', key: Buffer.from(readSecrets(dataDir).encryptionKey, 'base64url') }
  return [...(encryptionKeys ?? []), own]
}

function complete(file: string): Secrets {
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const earlier = earlierSchema.safeParse(stored)
  const parsed = secretsSchema.safeParse(earlier.success ? addKey(file, earlier.data.cookieSecret) : stored)
  if (!parsed.success) throw new EnvError(`${file} is not a file of secrets: move it away and start again.`)
  return parsed.data
}

// The key follows from the secret that is there already: two processes that add it at once write the same file.
/** @returns whether a text that somebody brought is the one that was expected, in a time that does not tell how far. */
export function isSameSecret(brought: string, expected: string): boolean {
  const [one, other] = [Buffer.from(brought), Buffer.from(expected)]
  return one.byteLength === other.byteLength && timingSafeEqual(one, other)
}

function addKey(file: string, cookieSecret: string): Secrets {
  const key = hkdfSync('sha256', cookieSecret, '', 'encryption key', 32)
  const secrets = { cookieSecret, encryptionKey: Buffer.from(key).toString('base64url') }
  renameSync(draftOf(file, secrets), file)
  return secrets
}

// Linking a finished file is atomic: of two processes starting at once, both read the same secrets.
function makeOnce(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const [cookieSecret, encryptionKey] = [randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('base64url'))
  const draft = draftOf(file, { cookieSecret, encryptionKey })
  try {
    linkSync(draft, file)
  } catch (cause) {
    if (!isExisting(cause)) throw cause
  } finally {
    rmSync(draft)
  }
}

function draftOf(file: string, secrets: Partial<Secrets>): string {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return draft
}

function isExisting(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
}

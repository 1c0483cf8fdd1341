import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { EnvError } from './env.ts'

const secretsSchema = z.object({ cookieSecret: z.string().min(32) })

/** What is generated once in `DATA_DIR/secrets.json`: `cookieSecret` is 32 random bytes in base64url. */
export type Secrets = z.infer<typeof secretsSchema>

/** The secrets of this installation; the first call makes them, readable by their owner alone. Throws EnvError. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  makeOnce(dataDir, file)
  const parsed = secretsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new EnvError(`${file} is not a file of secrets: move it away and start again.`)
  return parsed.data
}

// Linking a finished file is atomic: of two processes starting at once, both read the same secrets.
function makeOnce(dataDir: string, file: string): void {
  const draft = `${file}.${process.pid}`
  const secrets: Secrets = { cookieSecret: randomBytes(32).toString('base64url') }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (cause) {
    if (!isExisting(cause)) throw cause
  } finally {
    rmSync(draft)
  }
}

function isExisting(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
}

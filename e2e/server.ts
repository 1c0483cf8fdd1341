import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { freePort, startPostgres } from '#tests/helpers/postgres.ts'

/**
 * The built server with data of its own, its record at `databaseUrl`. `restart` ends it and starts it on the same
 * address and data; `kill` ends it without a word, and it stays down until `restart`. `said` gives the end of what it
 * has written.
 */
export type RunningServer = {
  origin: string
  databaseUrl: string
  dataDir: string
  restart: () => Promise<void>
  kill: () => Promise<void>
  stop: () => Promise<void>
  said: () => string
}

// The server ends with this process, killed or not.
const follow = join(import.meta.dirname, '../scripts/follow-parent.mjs')

type Serving = { child: ChildProcess; said: () => string }

/**
 * Starts the built server on a free port; without `databaseUrl` it keeps its record in a SQLite file. `name` is what its
 * readers call it.
 */
export async function startServer({ databaseUrl = '', name = '127.0.0.1' } = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'attune-e2e-'))
  const port = String(await freePort())
  const origin = `http://${name}:${port}`
  const settings = { PORT: port, HOST: '127.0.0.1', PUBLIC_URL: origin, DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
  let serving = await serve(settings)
  return {
    origin,
    databaseUrl: databaseUrl || pathToFileURL(join(dataDir, 'attune.db')).href,
    dataDir,
    restart: async () => {
      await end(serving.child)
      serving = await serve(settings)
    },
    kill: () => end(serving.child, 'SIGKILL'),
    stop: async () => {
      await end(serving.child)
      await rm(dataDir, { recursive: true, force: true })
    },
    said: () => serving.said()
  }
}

/** Starts the built server on a PostgreSQL database of its own, which goes when the server stops. */
export async function startServerOnPostgres(): Promise<RunningServer> {
  const database = await aPostgresDatabase()
  const server = await startServer({ databaseUrl: database.url })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      await database.drop()
    }
  }
}

/** A database without tables on the PostgreSQL server for tests: DATABASE_URL_TEST, or one started for this call. */
async function aPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const own = process.env.DATABASE_URL_TEST ? undefined : await startPostgres({ durable: false })
  const serverUrl = own?.url ?? process.env.DATABASE_URL_TEST ?? ''
  const name = `attune_${crypto.randomUUID().replaceAll('-', '')}`
  await ask(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await ask(serverUrl, `drop database ${name}`)
      await own?.stop()
    }
  }
}

/** @returns the process once it answers; throws with what it said where it ends before that. */
async function serve(settings: Record<string, string>): Promise<Serving> {
  const child = spawn(process.execPath, ['--import', follow, join(import.meta.dirname, 'serve.mjs')], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-8000)
    })
    child.stdout?.setEncoding('utf8').on('data', (text: string) => text.includes('ready') && resolve())
    child.once('error', reject)
    child.once('close', () => reject(new Error(`The server did not start:\n${said}`)))
  })
  return { child, said: () => said }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

async function ask(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

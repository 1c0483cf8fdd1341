import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '#tests/helpers/postgres.ts'

const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))

/** What `npm start` runs, with a build that is there: its address, all it said so far, and its orderly end. */
export type StartedServer = {
  address: string
  port: number
  /** Of the process that started it. */
  pid: number | undefined
  said: () => string
  /** Asks it to stop; the promise gives its exit code once it has. */
  stop: () => Promise<number | null>
}

/** Starts the built server as an operator does, on a free port, and waits until it says that it is ready. */
export async function startAsOperator({
  databaseUrl = '',
  dataDir
}: {
  databaseUrl?: string
  dataDir: string
}): Promise<StartedServer> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  // Connections would stay open for an hour: a stop that waits for idle ones would not end within a test.
  const settings = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: address, KEEP_ALIVE_TIMEOUT: '3600000' }
  const child = spawn(process.execPath, [start, '--no-build'], {
    env: { ...process.env, ...settings, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, REQUEST_LOG: 'yes' },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(child, 'close')
  let said = ''
  await ready(child, (text) => {
    said += text
    return said.includes('Attune is ready')
  })
  return {
    address,
    port,
    pid: child.pid,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    }
  }
}

function ready(child: ChildProcess, hear: (text: string) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => hear(text) && resolve())
    child.once('error', reject)
    child.once('close', () => reject(new Error('The server ended before it was ready')))
  })
}

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#tests/helpers/postgres.ts'

const start = fileURLToPath(new URL('../start.mjs', import.meta.url))

/**
 * The server as `npm start` runs it. In megabytes, now: `memory` of its own, and of the process that started it.
 * `processor` gives the seconds that a processor worked for it so far.
 */
export type BenchServer = {
  address: string
  memory: () => number
  processor: () => number
  starterMemory: () => number
  stop: () => Promise<void>
}

/** Starts the server on a free port, built where it is not, with its log written to nowhere. */
export async function startServer({ dataDir, databaseUrl = '' }: { dataDir: string; databaseUrl?: string }) {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const settings = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: address, REQUEST_LOG: 'yes' }
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, ...settings, DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const ended = once(child, 'exit')
  while (!(await isUp(address))) {
    if (child.exitCode !== null) throw new Error('The server ended before it answered')
    await pause(50)
  }
  const server: BenchServer = {
    address,
    memory: () => memoryOf((parent) => parent === child.pid),
    processor: () => processorTimeBelow(child.pid),
    starterMemory: () => memoryOf((_, own) => own === child.pid),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    }
  }
  return server
}

async function isUp(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/health`).catch(() => undefined)
  return answer?.ok ?? false
}

/** The resident memory of the first process that `isMeant`, in megabytes. */
function memoryOf(isMeant: (parent: number, own: number) => boolean): number {
  const rows = execFileSync('ps', ['-A', '-o', 'ppid=,pid=,rss='], { encoding: 'utf8' }).trim().split('\n')
  const found = rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .find(([parent = 0, own = 0]) => isMeant(parent, own))
  if (!found) throw new Error('The server is gone')
  return (found[2] ?? 0) / 1024
}

/** Seconds of processor time of the process that this one started, from `[days-]hours:minutes:seconds`. */
function processorTimeBelow(pid: number | undefined): number {
  const rows = execFileSync('ps', ['-A', '-o', 'ppid=,time='], { encoding: 'utf8' }).trim().split('\n')
  const [, time = ''] = rows.map((row) => row.trim().split(/\s+/)).find(([parent]) => Number(parent) === pid) ?? []
  return time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#tests/helpers/postgres.ts'

const standalone = fileURLToPath(new URL('../../.next/standalone', import.meta.url))

/** The built server as a process of its own, and its end without warning. */
export type RunningServer = { address: string; kill: () => Promise<void> }

/** Starts the built server on a free port, on a database that is migrated, and waits until it answers. */
export async function startServer({
  databaseUrl,
  dataDir
}: {
  databaseUrl: string
  dataDir: string
}): Promise<RunningServer> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const settings = { PORT: String(port), HOSTNAME: '127.0.0.1', HOST: '127.0.0.1', PUBLIC_URL: address }
  const child = spawn(process.execPath, ['server.js'], {
    cwd: standalone,
    env: { ...process.env, ...settings, NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const ended = once(child, 'exit')
  await answers(address, child)
  return {
    address,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    }
  }
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const health = await fetch(`${address}/api/health`).catch(() => undefined)
    if (health?.ok) return
    await pause(25)
  }
  throw new Error('The built server ended before it answered')
}

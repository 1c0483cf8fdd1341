import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const follow = fileURLToPath(new URL('follow-parent.mjs', import.meta.url))

/**
 * Runs a Node program as the one child of this process: signals go on to it, this process ends when it ends and as it
 * ended, and it ends when this process is killed. `args` are those of `node`.
 */
export function serve(args, { cwd, env, quiet = false }) {
  const stdio = ['ignore', quiet ? 'ignore' : 'inherit', 'inherit', 'ipc']
  const child = spawn(process.execPath, ['--import', follow, ...args], { cwd, env, stdio })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal === null || signal === 'SIGINT' ? (code ?? 0) : 1))
  return child
}

/** Waits until the server answers over HTTP; returns whether it did within `seconds`. */
export async function isAnswering({ host, port }, seconds = 30) {
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host)
  for (let left = seconds * 20; left > 0; left -= 1) {
    const answer = await fetch(`http://${name}:${port}/api/health`).catch(() => undefined)
    if (answer) return true
    await pause(50)
  }
  return false
}

/** The arguments of `node` that run the built server in `standalone`. */
export function builtServer(standalone) {
  return ['--max-old-space-size=192', join(standalone, 'server.js')]
}

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const names = [
  'follow-parent.mjs',
  'clean-requests.mjs',
  'finish-requests.mjs',
  'end-streams.mjs',
  'gather-flushes.mjs',
  'log-requests.mjs'
]
const loaded = names.map((name) => fileURLToPath(new URL(name, import.meta.url)))

// Each thread that compresses pages would else keep an arena of glibc's allocator to itself.
const frugal = { MALLOC_ARENA_MAX: '2' }

/**
 * Runs the built server with a heap limit, as the one child of this process; it ends with this process, killed or not.
 * Its output is a stream to read, because Next's greeting names an address that may be wrong behind a proxy.
 */
export function serveBuild(standalone, env) {
  const options = { cwd: standalone, env: { ...frugal, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }
  return inStep(spawn(process.execPath, serverArguments(standalone), options))
}

/** What is loaded first, a limit for the heap, and a small nursery in it: without the last, pages cost 50 MB more. */
function serverArguments(standalone) {
  const imports = loaded.flatMap((file) => ['--import', file])
  return [...imports, '--max-old-space-size=192', '--max-semi-space-size=4', join(standalone, 'server.js')]
}

/** Runs Next's development server on the sources in `root`. */
export function serveSources(root, env) {
  const args = [join(root, 'node_modules/next/dist/bin/next'), 'dev', '-H', env.HOST, '-p', env.PORT]
  return inStep(spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }))
}

/** Waits until the server answers over HTTP, at most `seconds`; whether it can teach and remember. */
export async function isReady({ host, port }, seconds = 30) {
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host)
  for (let left = seconds * 20; left > 0; left -= 1) {
    const answer = await fetch(`http://${name}:${port}/api/health`).catch(() => undefined)
    if (answer) return answer.ok
    await pause(50)
  }
  return false
}

/** Signals go on to the child, which finishes what it has begun; this process ends when the child has, and all it said. */
function inStep(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('close', (code, signal) => process.exit(signal === 'SIGKILL' ? 1 : (code ?? 0)))
  return child
}

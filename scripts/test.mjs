import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './build.mjs'
import { requireNode } from './node-version.mjs'
import { oneOf } from './test/counts.mjs'
import { steps } from './test/steps.mjs'

requireNode(24)
process.chdir(root)
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' } } })
const rounds = Number(values.rounds ?? 3)
const chosen = chosenSteps(positionals)
const folder = mkdtempSync(join(tmpdir(), 'attune-test-'))
let database
let running

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => finish(130))
const results = []
for (const step of chosen) results.push(await take(step))
report()
await finish(results.some(({ failed }) => failed > 0) ? 1 : 0)

async function take({ name, needs, run }) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const counts = await countsOf(run, needs)
  const seconds = (performance.now() - start) / 1000
  console.log(`── ${name}: ${counts.failed > 0 ? 'FAILED' : 'passed'} in ${seconds.toFixed(1)} s`)
  return { name, seconds, ...counts }
}

async function countsOf(run, needs) {
  if (results.some((result) => result.name === needs && result.failed > 0)) {
    console.log(`Not run, because "${needs}" failed`)
    return oneOf(false)
  }
  try {
    return await run({ call, folder, rounds, postgres })
  } catch (fault) {
    console.error(fault.message)
    return oneOf(false)
  }
}

/** Runs Node with `args`; whether it ended well within `limit` milliseconds. */
async function call(args, { env, limit = 600_000 } = {}) {
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const options = {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...plain, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: limit
  }
  running = spawn(process.execPath, args, options)
  const [status, signal] = await once(running, 'exit')
  running = undefined
  if (signal) console.error(`Ended by ${signal}, at the latest after ${limit / 60_000} minutes`)
  return status === 0
}

/** The address of the PostgreSQL server for tests: DATABASE_URL_TEST, or one started at the first question. */
async function postgres() {
  if (process.env.DATABASE_URL_TEST) return process.env.DATABASE_URL_TEST
  const { startPostgres } = await import('../tests/helpers/postgres.ts')
  database ??= await startPostgres({ durable: !chosen.some(({ name }) => name === 'integration') })
  return database.url
}

function chosenSteps(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    console.error(`Unknown step: ${unknown.join(', ')}. The steps are ${steps.map(({ name }) => name).join(', ')}.`)
    process.exit(1)
  }
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name))
}

function report() {
  console.log('')
  for (const { name, seconds, passed, failed } of results) {
    const tests = `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}`
    console.log(`${name.padEnd(14)}${seconds.toFixed(1).padStart(7)} s   ${tests}`)
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  console.log(`${'all'.padEnd(14)}${total('seconds').toFixed(1).padStart(7)} s\n`)
  console.log(`${total('passed')} passed, ${total('failed')} failed`)
}

async function finish(status) {
  running?.kill()
  await database?.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(status)
}

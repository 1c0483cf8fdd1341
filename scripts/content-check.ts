import { parseArgs } from 'node:util'
import { readScenarioFile, scenarioFiles } from '#content/load.ts'
import { check, reportLines } from './content-check/check.ts'
import { type Trace, traceState } from './content-check/trace.ts'

const usage = `content:check [file …] [--on YYYY-MM-DD] [--release]   every fault of the files, or of all content
content:check --trace <id> <scene> [fact=value …]      the shortest path that leads to a state`

run(process.argv.slice(2))

function run(args: readonly string[]): void {
  const asked = read(args)
  if (asked === undefined) {
    end([usage], false)
    return
  }
  const { on, release: isRelease = false } = asked.values
  if (asked.values.trace) {
    const { isFound, lines } = trace(asked.positionals)
    end(lines, isFound)
    return
  }
  const report = check(asked.positionals, { isRelease, ...(on !== undefined && { on }) })
  end(reportLines(report), report.faults.length === 0)
}

/** @returns what was asked for; undefined where it was asked in a way that cannot be meant. */
function read(args: readonly string[]) {
  try {
    const asked = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { on: { type: 'string' }, release: { type: 'boolean' }, trace: { type: 'boolean' } }
    })
    return asked.values.on === undefined || isDay(asked.values.on) ? asked : undefined
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Finds the scenario by its id, or by its path. */
function trace([id, ...state]: readonly string[]): Trace {
  if (id === undefined || state.length === 0) return { isFound: false, lines: [usage] }
  const files = id.endsWith('.yaml') ? [id] : scenarioFiles()
  const found = files.map(readScenarioFile).find(({ value }) => files.length === 1 || value?.id === id)
  if (found?.value !== undefined) return traceState(found.value, state)
  return { isFound: false, lines: [`there is no scenario "${id}" whose parts fit each other: check it first`] }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
}

function end(lines: readonly string[], isGood: boolean): void {
  console.log(lines.join('\n'))
  if (!isGood) process.exitCode = 1
}

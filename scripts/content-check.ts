import { parseArgs } from 'node:util'
import { readScenarioFile, scenarioFiles } from '#content/load.ts'
import { check, reportLines } from './content-check/check.ts'
import { type Trace, traceState } from './content-check/trace.ts'

const usage = `content:check [file …] [--on YYYY-MM-DD] [--release]   every fault of the files, or of all content
content:check --trace <id> <scene> [fact=value …]      the shortest path that leads to a state`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { on: { type: 'string' }, release: { type: 'boolean' }, trace: { type: 'boolean' } }
})
run()

function run(): void {
  const { on, release: isRelease = false } = values
  if (values.trace) {
    const { isFound, lines } = trace(positionals)
    end(lines, isFound)
  } else if (on !== undefined && !isDay(on)) {
    end([usage], false)
  } else {
    const report = check(positionals, { isRelease, ...(on !== undefined && { on }) })
    end(reportLines(report), report.faults.length === 0)
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

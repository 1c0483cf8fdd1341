import { existsSync, readFileSync } from 'node:fs'

/** What a command that only succeeds or fails counts as: one test. */
export function oneOf(isGood) {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 }
}

/** The counts in Vitest's JSON report. A run that failed counts at least one failure, even with no test run. */
export function vitestCounts(file, isGood) {
  const report = readReport(file)
  return withFailure({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, isGood)
}

/** The counts in Playwright's JSON report, as with Vitest's. */
export function playwrightCounts(file, isGood) {
  const stats = readReport(file)?.stats
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
  return withFailure({ passed: stats?.expected ?? 0, failed }, isGood)
}

function withFailure(counts, isGood) {
  return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

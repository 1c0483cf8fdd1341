import { join } from 'node:path'
import { provideBrowser } from './browser.mjs'
import { oneOf, playwrightCounts, vitestCounts } from './counts.mjs'

const minute = 60_000

/**
 * The steps of the whole test, in order. `run` takes `{ call, folder, rounds, postgres }` and returns the counts;
 * `call(args, { env, limit })` runs Node and tells whether it ended well; `needs` names a step that must not have
 * failed.
 */
export const steps = [
  { name: 'types', run: types },
  { name: 'lint', run: command(['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']) },
  { name: 'lock', run: command(['scripts/complete-lock.mjs', '--check']) },
  { name: 'deadcode', run: command(['node_modules/knip/bin/knip.js']) },
  { name: 'content:check', run: command(['scripts/content-check.ts']) },
  { name: 'unit', run: vitest('unit') },
  { name: 'content', run: vitest('content') },
  { name: 'integration', run: vitest('integration', { onPostgres: true }) },
  { name: 'attacks', run: vitest('attacks', { onPostgres: true }) },
  { name: 'build', run: command(['scripts/build.mjs']) },
  { name: 'kill', needs: 'build', run: vitest('kill', { onPostgres: true }) },
  { name: 'e2e', needs: 'build', run: playwright }
]

function command(args) {
  return async ({ call }) => oneOf(await call(args))
}

async function types({ call }) {
  const isGenerated = await call(['node_modules/next/dist/bin/next', 'typegen'])
  return oneOf(isGenerated && (await call(['node_modules/typescript/bin/tsc', '--noEmit'])))
}

function vitest(project, { onPostgres = false } = {}) {
  return async ({ call, folder, rounds, postgres }) => {
    const report = join(folder, `${project}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const env = { ATTUNE_KILL_ROUNDS: String(rounds), ...(onPostgres && { DATABASE_URL_TEST: await postgres() }) }
    const limit = (10 + rounds) * minute
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters]
    return vitestCounts(report, await call(args, { env, limit }))
  }
}

async function playwright({ call, folder, postgres }) {
  const report = join(folder, 'e2e.json')
  const env = {
    ATTUNE_CHROMIUM: provideBrowser() ?? '',
    DATABASE_URL_TEST: await postgres(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report
  }
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json']
  return playwrightCounts(report, await call(args, { env, limit: 20 * minute }))
}

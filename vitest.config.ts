import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const database = {
  globalSetup: 'tests/helpers/postgres-setup.ts',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 2
}

export default defineConfig({
  // Next resolves this guard by itself; under plain Node it would throw.
  resolve: { alias: { 'server-only': 'next/dist/compiled/server-only/empty.js' } },
  test: {
    reporters: ['default'],
    // Secrets are made where data is kept; those of tests stay out of this folder.
    env: { DATA_DIR: join(tmpdir(), 'attune-tests') },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...database } },
      { extends: true, test: { name: 'attacks', include: ['tests/attacks/**/*.test.ts'], ...database } },
      { extends: true, test: { name: 'kill', include: ['tests/kill/**/*.test.ts'], ...database, testTimeout: 600_000 } }
    ]
  }
})

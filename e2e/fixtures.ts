import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type RunningServer, startServer, startServerOnPostgres } from './server.ts'

export { expect } from '@playwright/test'

type TestFixtures = {
  /** An outside address that the test means to open; the browser itself never gets there. */
  outside: string | undefined
  /** Opens the site in another browser of its own, with no cookie and no history. */
  anotherBrowser: (options?: BrowserContextOptions) => Promise<Page>
  /** A second server, on PostgreSQL. */
  postgresServer: RunningServer
  /** Keeps what the server wrote with a test that failed. */
  serverLog: undefined
}

/**
 * A test on the production build with a server of its own for each worker. No page may ask another site for anything,
 * break the content security policy, log an error or be answered with a fault of the server.
 */
export const test = base.extend<TestFixtures, { server: RunningServer }>({
  outside: [undefined, { option: true }],
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 }
  ],
  postgresServer: async ({}, use) => {
    const server = await startServerOnPostgres()
    await use(server)
    await server.stop()
  },
  serverLog: [
    async ({ server }, use, testInfo) => {
      await use(undefined)
      if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('server', { body: server.said() })
    },
    { auto: true }
  ],
  baseURL: ({ server }, use) => use(server.origin),
  context: async ({ context, server, outside }, use) => {
    const faults = watch(context, server.origin, outside)
    await use(context)
    expect(faults).toEqual([])
  },
  anotherBrowser: async ({ browser, server, contextOptions }, use) => {
    const opened: { context: BrowserContext; faults: string[] }[] = []
    await use(async (options = {}) => {
      const { baseURL = server.origin } = options
      const context = await browser.newContext({ ...contextOptions, ...options, baseURL })
      opened.push({ context, faults: watch(context, baseURL) })
      return context.newPage()
    })
    for (const { context } of opened) await context.close()
    expect(opened.flatMap(({ faults }) => faults)).toEqual([])
  }
})

/** @returns what went wrong in a browser, filled as it happens. */
function watch(context: BrowserContext, origin: string, outside?: string): string[] {
  const faults: string[] = []
  const isHome = (url: string) => /^(data|blob|about):/.test(url) || new URL(url).origin === origin
  context.on('request', (request) => {
    const url = request.url()
    if (!isHome(url) && !(outside && url.startsWith(outside))) faults.push(`asked another site: ${url}`)
  })
  context.on('response', (response) => {
    const isPart = response.url().includes('/_next/')
    if (response.status() >= (isPart ? 400 : 500)) faults.push(`${response.status()} ${response.url()}`)
  })
  // A status that a test asks for is said here too; the answers themselves are looked at above.
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(text)
  })
  context.on('weberror', (fault) => faults.push(String(fault.error())))
  return faults
}

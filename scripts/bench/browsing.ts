import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'

/** How slow the browser's machine and network are made: `cpu` times slower, `latency` in ms, `rate` in bits a second. */
export type Profile = { name: string; cpu: number; latency: number; rate: number }

export const unthrottled: Profile = { name: 'unthrottled', cpu: 1, latency: 0, rate: 0 }
export const slow: Profile = { name: '4x slower CPU, 150 ms, 1.6 Mbit/s', cpu: 4, latency: 150, rate: 1_600_000 }

/** A page in a browser of its own with nothing in its cache, and Chromium's own measurements of it. */
export type Browsing = { page: Page; chromium: CDPSession; context: BrowserContext }

/** Starts the Chromium that the tests use. */
export async function openBrowser(): Promise<Browser> {
  const { provideBrowser }: { provideBrowser: () => string | undefined } = await import(
    new URL('../test/browser.mjs', import.meta.url).href
  )
  const executablePath = provideBrowser()
  return chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-quic'] })
}

/** Opens an empty page as the learner with this cookie, made as slow as the profile says. */
export async function aPage(
  browser: Browser,
  { address, cookie, profile }: { address: string; cookie: string; profile: Profile }
): Promise<Browsing> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const { cpu, latency, rate } = profile
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (rate > 0) {
    const bytes = rate / 8
    const network = { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes / 2 }
    await session.send('Network.emulateNetworkConditions', network)
  }
  return { page, chromium: session, context }
}

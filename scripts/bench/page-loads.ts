import type { Browser, CDPSession } from '@playwright/test'
import { aPage, type Profile, slow, unthrottled } from './browsing.ts'
import type { Clients } from './clients.ts'
import { type Figure, median } from './figures.ts'
import { watchPage } from './in-page.ts'

const loads = 7
const kilobyte = 1000
const budget = 250
const scriptBudget = 160

/** What a page costs that is opened with nothing in the cache, until nothing more is asked for. */
export async function measureWeights(browser: Browser, address: string, clients: Clients): Promise<Figure[]> {
  const [open, ended] = [await clients.begin(), await clients.finish()]
  const home = await weigh(browser, 'home', address, '/', open.cookie)
  const player = await weigh(browser, 'player', address, open.path, open.cookie)
  return [...home, ...player, ...(await weigh(browser, 'debrief', address, `${ended.path}/debrief`, ended.cookie))]
}

async function weigh(browser: Browser, name: string, address: string, path: string, cookie: string): Promise<Figure[]> {
  const { page, chromium, context } = await aPage(browser, { address, cookie, profile: unthrottled })
  const parts = weighed(chromium)
  await page.goto(address + path, { waitUntil: 'networkidle' })
  const blocking = await page.evaluate(countBlockingScripts)
  await chromium.send('HeapProfiler.enable')
  await chromium.send('HeapProfiler.collectGarbage')
  const { usedSize } = await chromium.send('Runtime.getHeapUsage')
  await context.close()
  const all = [...parts.values()]
  const weight = (of: typeof all) => of.reduce((sum, { bytes }) => sum + bytes, 0) / kilobyte
  const scripts = all.filter(({ type }) => type === 'Script')
  const of = 'A page with an empty cache'
  return [
    { of, name: `${name}: requests`, value: all.length, unit: '' },
    { of, name: `${name}: all, compressed`, value: weight(all), unit: 'kB', most: budget },
    { of, name: `${name}: scripts, compressed`, value: weight(scripts), unit: 'kB', most: scriptBudget },
    { of, name: `${name}: scripts that block`, value: blocking, unit: '', most: 0 },
    { of, name: `${name}: script heap`, value: usedSize / 1e6, unit: 'MB', most: 6 }
  ]
}

/** @returns the parts of a page by request, filled as they arrive: their kind and the bytes that came for them. */
function weighed(chromium: CDPSession): Map<string, { type: string; bytes: number }> {
  const parts = new Map<string, { type: string; bytes: number }>()
  chromium.on('Network.responseReceived', ({ requestId, type }) => parts.set(requestId, { type, bytes: 0 }))
  chromium.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = parts.get(requestId)
    if (part) part.bytes = encodedDataLength
  })
  return parts
}

function countBlockingScripts(): number {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
  return scripts.filter((script) => !script.async && !script.defer && script.type !== 'module' && !script.noModule)
    .length
}

/** From the start of the navigation to the first question on the screen, with nothing in the cache. */
export async function measureFirstQuestion(browser: Browser, address: string, clients: Clients): Promise<Figure[]> {
  const of = 'The first question visible'
  return [
    {
      of,
      name: unthrottled.name,
      value: await seenAfter(browser, address, clients, unthrottled),
      unit: 'ms',
      most: 300
    },
    { of, name: slow.name, value: await seenAfter(browser, address, clients, slow), unit: 'ms', most: 1000 }
  ]
}

async function seenAfter(browser: Browser, address: string, clients: Clients, profile: Profile): Promise<number> {
  const times: number[] = []
  for (let load = 0; load < loads; load += 1) {
    const { path, cookie } = await clients.begin()
    const { page, context } = await aPage(browser, { address, cookie, profile })
    await page.addInitScript(watchPage)
    await page.goto(address + path, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(() => (globalThis.attuneSeen ?? -1) >= 0 && globalThis.attuneSeen)
    times.push(Number(await seen.jsonValue()))
    await context.close()
  }
  return median(times)
}

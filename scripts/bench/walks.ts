import type { Browser, Page } from '@playwright/test'
import { formOf } from '#tests/helpers/forms.ts'
import { known } from '#tests/helpers/http-visits.ts'
import { aPage, type Profile, slow, unthrottled } from './browsing.ts'
import type { Clients } from './clients.ts'
import { type Figure, median, quantile } from './figures.ts'
import { watchPage } from './in-page.ts'

type Walk = { answers: number[]; interactions: number[]; heap: number }

const walks = 3

/** A visit taken with the pointer to its ending: from each answer to the next scene, and what the page does meanwhile. */
export async function measureWalks(browser: Browser, address: string, clients: Clients): Promise<Figure[]> {
  const quick = await walkWith(browser, address, clients, unthrottled)
  const slowed = await walkWith(browser, address, clients, slow)
  const of = 'A visit in the browser'
  const next = 'from an answer to the next scene'
  return [
    { of, name: `${next}, ${unthrottled.name}, median`, value: median(quick.answers), unit: 'ms', most: 100 },
    { of, name: `${next}, ${unthrottled.name}, p95`, value: quantile(quick.answers, 0.95), unit: 'ms', most: 100 },
    { of, name: `${next}, ${slow.name}, median`, value: median(slowed.answers), unit: 'ms' },
    { of, name: '4x slower CPU: interaction to next paint, median', value: median(slowed.interactions), unit: 'ms' },
    {
      of,
      name: '4x slower CPU: interaction to next paint, worst',
      value: Math.max(...slowed.interactions),
      unit: 'ms',
      most: 100
    },
    { of, name: 'script heap in the last scene', value: quick.heap, unit: 'MB', most: 6 }
  ]
}

async function walkWith(browser: Browser, address: string, clients: Clients, profile: Profile): Promise<Walk> {
  const all: Walk = { answers: [], interactions: [], heap: 0 }
  for (let walk = 0; walk < walks; walk += 1) {
    const { path, cookie } = await clients.begin()
    const { page, chromium, context } = await aPage(browser, { address, cookie, profile })
    await page.addInitScript(watchPage)
    await page.goto(address + path, { waitUntil: 'networkidle' })
    for (const [index, event] of known.events.slice(0, -1).entries()) {
      await fill(page, formOf(event, index + 1))
      await page.locator('#visit form button:not([type=button])').first().click()
      await page.waitForFunction((count) => globalThis.attuneAnswers.length === count, index + 1)
    }
    all.answers.push(...(await page.evaluate(() => globalThis.attuneAnswers)))
    all.interactions.push(...(await page.evaluate(longestOfEach)))
    await chromium.send('HeapProfiler.enable')
    await chromium.send('HeapProfiler.collectGarbage')
    all.heap = (await chromium.send('Runtime.getHeapUsage')).usedSize / 1e6
    await context.close()
  }
  return all
}

/** Fills a scene's form with the pointer, by the names of its fields. */
async function fill(page: Page, fields: URLSearchParams): Promise<void> {
  for (const [name, value] of fields) {
    if (['act', 'scene', 'seenSeq'].includes(name)) continue
    const select = page.locator(`#visit select[name="${name}"]`)
    if ((await select.count()) > 0) await select.selectOption(value)
    else await page.locator(`#visit label:has(input[name="${name}"][value="${value}"])`).click()
  }
}

function longestOfEach(): number[] {
  const byId = Map.groupBy(globalThis.attuneInteractions, ({ id }) => id)
  return [...byId.values()].map((entries) => Math.max(...entries.map(({ ms }) => ms)))
}

import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openBrowser } from './bench/browsing.ts'
import { measureCertificates } from './bench/certificates.ts'
import { Clients } from './bench/clients.ts'
import { measureDurableAnswers } from './bench/durable-answers.ts'
import type { Figure } from './bench/figures.ts'
import { measureHttpAnswers, measureMemory } from './bench/http-answers.ts'
import { thisMachine } from './bench/machine.ts'
import { measureFirstQuestion, measureWeights } from './bench/page-loads.ts'
import { Places } from './bench/places.ts'
import { measureExplorations, measureReplays } from './bench/replays.ts'
import { measureReports } from './bench/reports.ts'
import { type Engine, engineNames, measureRooms, type RoomOptions } from './bench/room.ts'
import { startServer } from './bench/server.ts'
import { type Report, tablesOf, withTables } from './bench/table.ts'
import { measureWalks } from './bench/walks.ts'

const document = new URL('../docs/performance.md', import.meta.url)

const parts: Record<string, (places: Places) => Promise<Figure[]>> = {
  record: measureDurableAnswers,
  http: measureHttpAnswers,
  replay: measureReplays,
  explore: measureExplorations,
  certificate: measureCertificates,
  browser: measureBrowser,
  reports: measureReports,
  memory: measureMemory
}

if (import.meta.main) await bench()

/** Measures all parts, or those named, and prints tables or JSON; a run of all parts also fills docs/performance.md. */
async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, phones: { type: 'string' }, engine: { type: 'string' } }
  })
  if (positionals.includes('room')) return benchRooms(values)
  const unknown = positionals.filter((name) => !Object.hasOwn(parts, name))
  if (unknown.length > 0) {
    console.error(`Unknown part: ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}, room.`)
    process.exit(1)
  }
  const names = positionals.length > 0 ? positionals : Object.keys(parts)
  const report = await measure(names.map((name) => [name, parts[name]]))
  console.log(values.json ? JSON.stringify(report, null, 2) : tablesOf(report))
  if (values.json || positionals.length > 0) return
  writeFileSync(document, withTables(readFileSync(document, 'utf8'), report))
}

/** Measures rooms of `phones` (numbers with commas) on one `engine` or both; a run without either fills the document. */
async function benchRooms({ json, phones, engine }: { json?: boolean; phones?: string; engine?: string }) {
  const engines = Object.keys(engineNames).filter((name): name is Engine => engine === undefined || name === engine)
  const counts = (phones ?? '30,300,500,1000').split(',').map(Number)
  if (engines.length === 0 || counts.some((count) => !(count > 0))) {
    console.error(`Say --phones 30,300 and --engine ${Object.keys(engineNames).join(' or ')}.`)
    process.exit(1)
  }
  const options: RoomOptions = { phones: counts, engines }
  const report = await measure([['room', (places) => measureRooms(places, options)]])
  console.log(json ? JSON.stringify(report, null, 2) : tablesOf(report))
  if (json || phones !== undefined || engine !== undefined) return
  writeFileSync(document, withTables(readFileSync(document, 'utf8'), report, 'rooms'))
}

async function measure(
  wanted: readonly (readonly [string, ((places: Places) => Promise<Figure[]>) | undefined])[]
): Promise<Report> {
  const machine = thisMachine()
  const places = new Places()
  const figures: Figure[] = []
  try {
    for (const [name, part] of wanted) {
      console.error(`Measuring: ${name}`)
      figures.push(...((await part?.(places)) ?? []))
    }
  } finally {
    await places.leave()
  }
  return { machine, figures }
}

async function measureBrowser(places: Places): Promise<Figure[]> {
  const server = await startServer({ dataDir: await places.folder() })
  const browser = await openBrowser()
  const clients = new Clients(server.address, 4)
  try {
    // The first pages of a new server read files that later ones find in memory.
    await clients.finish()
    const how = [browser, server.address, clients] as const
    await measureWeights(...how)
    return [...(await measureFirstQuestion(...how)), ...(await measureWalks(...how)), ...(await measureWeights(...how))]
  } finally {
    clients.leave()
    await browser.close()
    await server.stop()
  }
}

import { Clients } from './clients.ts'
import { type Figure, quantile } from './figures.ts'
import type { Places } from './places.ts'
import { startServer } from './server.ts'

const perRun = 3000
const tenThousand = 10_000

/** One answer over HTTP, for one, 16 and 64 learners at once, on both databases. */
export async function measureHttpAnswers(places: Places): Promise<Figure[]> {
  const file = await measureOn('SQLite', await places.folder())
  return [...file, ...(await measureOn('PostgreSQL', await places.folder(), await places.server()))]
}

async function measureOn(name: string, dataDir: string, databaseUrl = ''): Promise<Figure[]> {
  const server = await startServer({ dataDir, databaseUrl })
  const figures: Figure[] = []
  const warmUp = new Clients(server.address, 4)
  await warmUp.answer(500)
  warmUp.leave()
  for (const count of [1, 16, 64]) {
    const clients = new Clients(server.address, count)
    const times = await clients.answer(count === 1 ? perRun / 3 : perRun)
    clients.leave()
    const of = 'One answer over HTTP'
    const who = `${name}, ${count} ${count === 1 ? 'learner' : 'learners'}`
    figures.push({ of, name: `${who}, p50`, value: quantile(times, 0.5), unit: 'ms' })
    figures.push({ of, name: `${who}, p99`, value: quantile(times, 0.99), unit: 'ms' })
  }
  await server.stop()
  return figures
}

/** What the server's process holds of the machine's memory after many answers, and then after many pages. */
export async function measureMemory(places: Places): Promise<Figure[]> {
  const server = await startServer({ dataDir: await places.folder() })
  const of = 'Memory of the server, SQLite'
  const clients = new Clients(server.address, 16)
  const started = server.memory()
  await clients.answer(tenThousand)
  const answered = server.memory()
  const [open, ended] = [await clients.begin(), await clients.finish()]
  const start = performance.now()
  await clients.read([open.path, '/', '/learn'], open.cookie, tenThousand / 2)
  await clients.read([`${ended.path}/debrief`, '/learn', '/support'], ended.cookie, tenThousand / 2)
  const seconds = (performance.now() - start) / 1000
  const [read, starter] = [server.memory(), server.starterMemory()]
  clients.leave()
  await server.stop()
  return [
    { of, name: 'when it is ready', value: started, unit: 'MB' },
    { of, name: 'after 10,000 answers', value: answered, unit: 'MB', most: 300 },
    { of, name: 'after 10,000 pages more', value: read, unit: 'MB', most: 300 },
    { of, name: 'of the process that started it', value: starter, unit: 'MB' },
    { of: 'Pages', name: 'pages to 16 learners, compressed', value: tenThousand / seconds, unit: '/s' }
  ]
}

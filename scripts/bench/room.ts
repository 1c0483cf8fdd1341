import { loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plan } from '#machines/room/plan.ts'
import { openRecord } from '#server/record/db/client.ts'
import { startRoom } from '#server/workshop/rooms/start-room.ts'
import { planOf } from '#server/workshop/workshops/plan-of.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { type Figure, quantile } from './figures.ts'
import type { Places } from './places.ts'
import { holdSession, type Session } from './room-session.ts'
import { type BenchServer, startServer } from './server.ts'

/** Which rooms are measured: how many phones, and on which databases. */
export type RoomOptions = { phones: readonly number[]; engines: readonly Engine[] }
export type Engine = keyof typeof engineNames

export const engineNames = {
  sqlite: 'one process on SQLite',
  postgres: 'two processes on PostgreSQL'
} as const

/** The limits are for a room of this many phones on two cores of their own. */
const held = 500
const joinOver = 30_000
const spreadOver = 10_000

/** A whole session with each number of phones on each database, on a server of its own. */
export async function measureRooms(places: Places, { phones, engines }: RoomOptions): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const engine of engines) for (const count of phones) figures.push(...(await measureRoom(places, engine, count)))
  return figures
}

async function measureRoom(places: Places, engine: Engine, phones: number): Promise<Figure[]> {
  const dataDir = await places.folder()
  const databaseUrl = engine === 'sqlite' ? pathToFileURL(join(dataDir, 'attune.db')).href : await places.server()
  const servers: BenchServer[] = []
  for (let more = engine === 'sqlite' ? 1 : 2; more > 0; more -= 1)
    servers.push(await startServer({ dataDir, databaseUrl }))
  const db = openRecord(databaseUrl)
  const of = `A room of ${phones.toLocaleString('en-US')} phones, ${engineNames[engine]}`
  try {
    const plan = aPlan()
    const addresses = servers.map(({ address }) => address)
    const opening = { plan, workshopId: null, isRehearsal: false, supportPerson: null }
    // The first of everything takes a new server longest, and whoever leads has opened pages before a room is full.
    const first = await startRoom(db, { ...opening, now: new Date() })
    await holdSession({ db, addresses, room: first, phones: 30, joinOver: 2000, spreadOver: 1000 }, questionsOf(plan))
    const room = await startRoom(db, { ...opening, now: new Date() })
    const watch = new Watch(servers)
    const session = await holdSession({ db, addresses, room, phones, joinOver, spreadOver }, questionsOf(plan))
    return figuresOf(of, session, watch.end(), phones === held)
  } finally {
    await db.destroy()
    for (const server of servers) await server.stop()
  }
}

function figuresOf(of: string, session: Session, used: Used, isHeld: boolean): Figure[] {
  const { took, shown, spread, atOnce, counted, reached, last, views, moves, questions } = session
  const limits = isHeld ? { took: 150, spread: 50, atOnce: 500, counted: 300, reached: 250, memory: 350 } : undefined
  return [
    ...inThree(of, 'A seat, joins over 30 s', took, limits?.took),
    ...inThree(of, 'Joined: page, its files and first view', shown),
    ...inThree(of, 'An answer, spread over 10 s', spread, limits?.spread),
    ...inThree(of, 'An answer, all at once', atOnce, limits?.atOnce),
    ...inThree(of, 'The presenter’s count, spread', counted.spread, limits?.counted),
    ...inThree(of, 'The presenter’s count, all at once', counted.atOnce, limits?.counted),
    ...inThree(of, 'A reveal, to each phone', reached, limits?.reached),
    { of, name: 'A reveal, to the last phone, worst', value: Math.max(...last), unit: 'ms', ...most(limits?.reached) },
    { of, name: 'Views sent to a phone, for each move', value: (views - 1) / moves, unit: '', most: 1 },
    { of, name: 'Moves for each question voted on twice', value: (moves - 1) / questions, unit: '' },
    { of, name: 'Answers acknowledged', value: session.acknowledged, unit: '' },
    { of, name: 'Acknowledged answers lost', value: session.lost, unit: '', most: 0 },
    { of, name: 'Phones that missed a view', value: session.missed, unit: '', most: 0 },
    { of, name: 'Memory of the server, at most', value: used.memory, unit: 'MB', ...most(limits?.memory) },
    { of, name: 'Processor time of the server', value: used.processor, unit: 's' },
    { of, name: 'Load of the machine before', value: used.load, unit: '' }
  ]
}

function inThree(of: string, name: string, values: readonly number[], limit?: number): Figure[] {
  return [
    { of, name: `${name}, p50`, value: quantile(values, 0.5), unit: 'ms' },
    { of, name: `${name}, p95`, value: quantile(values, 0.95), unit: 'ms', ...most(limit) },
    { of, name: `${name}, p99`, value: quantile(values, 0.99), unit: 'ms' }
  ]
}

function most(limit: number | undefined): { most?: number } {
  return limit === undefined ? {} : { most: limit }
}

// The shortest agenda that ships: views are as long as they are in use.
function aPlan(): Plan {
  const { agendas, ...teaching } = servedWorkshops()
  const [shortest] = agendas
  if (!shortest) throw new Error('No agenda ships')
  return planOf(shortest, teaching)
}

function questionsOf({ steps }: Plan): { step: string; options: string[] }[] {
  return steps
    .filter(({ kind, question }) => kind === 'decision' && question?.ask === 'one')
    .slice(0, 2)
    .map(({ id, question }) => ({ step: id, options: question?.options.map((option) => option.id) ?? [] }))
}

/** In megabytes the most that one of the servers held, in seconds what a processor worked for all of them. */
type Used = { memory: number; processor: number; load: number }

/** Looks each second at what servers use. */
class Watch {
  private memory = 0
  private readonly load = loadavg()[0] ?? 0
  private readonly servers: readonly BenchServer[]
  private readonly timer: NodeJS.Timeout
  private readonly before: number

  constructor(servers: readonly BenchServer[]) {
    this.servers = servers
    this.before = this.worked()
    this.timer = setInterval(() => this.look(), 1000)
  }

  end(): Used {
    clearInterval(this.timer)
    this.look()
    return { memory: this.memory, processor: this.worked() - this.before, load: this.load }
  }

  private look(): void {
    this.memory = Math.max(this.memory, ...this.servers.map((server) => server.memory()))
  }

  private worked(): number {
    return this.servers.reduce((sum, server) => sum + server.processor(), 0)
  }
}

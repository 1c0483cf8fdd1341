import { loadEvidence, loadScenarios } from '#content/load.ts'
import { loadAgendas, loadCuts } from '#content/load-workshops.ts'
import { announcedMinutes, beginsAt, creditMinutes } from '#content/workshop-minutes.ts'
import type { Agenda } from '#content/workshop-schema.ts'
import { env } from '#server/env.ts'
import type { Teaching } from './plan-of.ts'

type Served = Teaching & { agendas: readonly Agenda[] }

let read: Served | undefined

/** @returns the agendas that ship, and what their plans are made from; read once, in development anew each time. */
export function servedWorkshops(): Served {
  if (env().nodeEnv === 'development') return readAll()
  read ??= readAll()
  return read
}

/** @returns a shipped agenda by id, or undefined. */
export function findAgenda(id: string): Agenda | undefined {
  return servedWorkshops().agendas.find((agenda) => agenda.id === id)
}

function readAll(): Served {
  const scenarios = loadScenarios().flatMap(({ scenario }) => (scenario.status === 'offered' ? [scenario] : []))
  const cuts = loadCuts().filter((cut) => scenarios.some(({ id }) => id === cut.scenario))
  const agendas = loadAgendas().toSorted((one, other) => minutesOf(one).all - minutesOf(other).all)
  return { scenarios, cuts, corrections: loadEvidence().corrections, agendas }
}

/** @returns how long an agenda takes from the announced time on, how much of it counts, and the credit that gives: quarters, never rounded up. */
export function minutesOf({ items }: Pick<Agenda, 'items'>): { all: number; counted: number; hundredths: number } {
  const counted = creditMinutes(items)
  return { all: announcedMinutes(items), counted, hundredths: Math.floor(counted / 15) * 25 }
}

/** @returns when a block begins, as `1:05` after the announced time; `−0:05` is five minutes before it. */
export function clockAt(items: Agenda['items'], index: number): string {
  const minutes = beginsAt(items, index)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), String(Math.abs(minutes) % 60).padStart(2, '0')]
  return `${minutes < 0 ? '−' : ''}${hours}:${rest}`
}

import { type LoadedScenario, loadRegistry, loadScenarios } from '#content/load.ts'
import type { Fault } from '#content/open-yaml.ts'
import type { Jurisdiction } from '#content/registry-schema.ts'
import { env } from '#server/env.ts'
import { readWriting } from './while-writing.ts'

/**
 * What this server teaches: the scenarios it serves or has withdrawn, and the duties it knows. In development,
 * scenarios still being written are served, a changed text takes the place of one that attempts rest on, and `faults`
 * says what is wrong with the files; in use a fault stops the start.
 */
export type Served = {
  scenarios: readonly LoadedScenario[]
  jurisdictions: readonly Jurisdiction[]
  isDevelopment: boolean
  faults: readonly Fault[]
}

let read: Served | undefined

/** @returns the content files as served; read once, in development again when saved. In use, throws where one is at fault. */
export function served(): Served {
  if (env().nodeEnv === 'development') return readServed({ isDevelopment: true })
  read ??= readServed({ isDevelopment: false })
  return read
}

/** @returns the content files as served in development or in use. */
export function readServed({ isDevelopment }: Pick<Served, 'isDevelopment'>): Served {
  if (isDevelopment) return { ...readWriting(), isDevelopment }
  const scenarios = loadScenarios().filter(({ scenario }) => scenario.status !== 'working')
  return { scenarios, jurisdictions: loadRegistry().jurisdictions, isDevelopment, faults: [] }
}

/** @returns the scenarios a learner may begin. */
export function listOffered({ scenarios }: Served): LoadedScenario[] {
  return scenarios.filter(({ scenario }) => scenario.status !== 'withdrawn')
}

/** @returns a scenario by id, also a withdrawn one, or undefined. */
export function findServed({ scenarios }: Served, id: string): LoadedScenario | undefined {
  return scenarios.find(({ scenario }) => scenario.id === id)
}

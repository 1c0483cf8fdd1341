import type { LoadedScenario } from '#content/load.ts'
import { explore } from '#machines/scenario/explore.ts'
import { measureRuns } from '#machines/scenario/minutes.ts'

/** Whole minutes of the shortest and the longest way through a scenario, debrief included. */
export type Minutes = { shortest: number; longest: number }

const measured = new Map<string, Minutes | undefined>()

/** @returns how long a scenario takes, worked out once a document; undefined where a path could go on for ever. */
export function minutesOf({ scenario, hash }: Pick<LoadedScenario, 'scenario' | 'hash'>): Minutes | undefined {
  if (!measured.has(hash)) {
    const runs = measureRuns(scenario, explore(scenario))
    measured.set(hash, runs && { shortest: Math.round(runs.minutes.least), longest: Math.round(runs.minutes.most) })
  }
  return measured.get(hash)
}

import type { LoadedScenario } from '#content/load.ts'
import { explore } from '#machines/scenario/explore.ts'
import { measureRuns, minutesLeft, type RunMeasure } from '#machines/scenario/minutes.ts'

type Document = Pick<LoadedScenario, 'scenario' | 'hash'>

/** Whole minutes of the shortest and the longest way through a scenario, debrief included. */
export type Minutes = { shortest: number; longest: number }

const measured = new Map<string, RunMeasure | undefined>()

/** @returns how long a scenario takes; undefined where a path could go on for ever. */
export function minutesOf(document: Document): Minutes | undefined {
  const runs = measureOf(document)
  return runs && { shortest: Math.round(runs.minutes.least), longest: Math.round(runs.minutes.most) }
}

/** @returns about how many minutes are left from a scene on; undefined where a path could go on for ever. */
export function minutesFrom(document: Document, scene: string): number | undefined {
  const runs = measureOf(document)
  return runs && minutesLeft(runs, scene)
}

// Exploring takes up to a second, so it is done once a document.
function measureOf({ scenario, hash }: Document): RunMeasure | undefined {
  if (!measured.has(hash)) measured.set(hash, measureRuns(scenario, explore(scenario)))
  return measured.get(hash)
}

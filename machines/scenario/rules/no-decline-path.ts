import { isMinor } from '#content/schema.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { isFullMarks, reachableFrom } from './walk.ts'

/** An adult can decline on a path of nothing but best acts. */
export function noDeclinePath({ scenario, exploration }: CheckedScenario): Finding[] {
  if (isMinor(scenario)) return []
  const best = exploration.edges.filter(isFullMarks)
  const ended = [...reachableFrom(exploration.starts, best)]
    .map((index) => exploration.states[index])
    .filter((state) => state?.ending !== undefined)
  if (ended.length === 0 || ended.some((state) => state?.facts.patientDeclined === true)) return []
  return [
    {
      path: ['endings'],
      message:
        'no path of recommended acts ends with "patientDeclined": open one on which the patient says no and all is well'
    }
  ]
}

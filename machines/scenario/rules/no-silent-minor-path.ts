import { isMinor } from '#content/schema.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { isFullMarks, reachableFrom } from './walk.ts'

/** A minor can, in every part, disclose nothing on a path of nothing but best acts; the clinician's duty stays. */
export function noSilentMinorPath({ scenario, exploration }: CheckedScenario): Finding[] {
  if (!isMinor(scenario)) return []
  const best = exploration.edges.filter(isFullMarks)
  const loud = exploration.starts.filter((start) => {
    const reached = [...reachableFrom([start], best)].map((index) => exploration.states[index])
    const ended = reached.filter((state) => state?.ending !== undefined)
    return ended.length > 0 && ended.every((state) => state?.facts.disclosed === true)
  })
  const parts = [...new Set(loud.map((start) => String(exploration.states[start]?.facts.role)))]
  if (parts.length === 0) return []
  const message = `as ${parts.join(' and ')}, no path of recommended acts ends with the young person having disclosed nothing: open one`
  return [{ path: ['endings'], message }]
}

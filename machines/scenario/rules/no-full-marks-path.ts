import { firstAtEachPlace } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { isFullMarks, reachableFrom } from './walk.ts'

/** From every start some path of nothing but best acts leads to an ending. */
export function noFullMarksPath({ scenario, exploration }: CheckedScenario): Finding[] {
  const best = exploration.edges.filter(isFullMarks)
  return firstAtEachPlace(
    exploration.starts.flatMap((start) => {
      const reached = [...reachableFrom([start], best)].map((index) => exploration.states[index])
      if (reached.some((state) => state?.ending !== undefined)) return []
      const last = reached.at(-1)?.scene?.id ?? scenario.start
      const role = String(exploration.states[start]?.facts.role)
      return [
        {
          path: ['scenes', scenario.scenes.findIndex(({ id }) => id === last)],
          message: `as ${role}, no path of recommended acts leads past scene "${last}" to an ending: open a recommended option there`
        }
      ]
    })
  )
}

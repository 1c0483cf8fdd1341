import { firstAtEachPlace, pathOfOption } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { traceTo } from './trace.ts'

/** Every harmful act is put right before every ending. */
export function harmWithoutRepair({ scenario, exploration }: CheckedScenario): Finding[] {
  const ended = exploration.states.filter((state) => state.ending !== undefined)
  return firstAtEachPlace(
    ended.flatMap((state) =>
      state.openHarms.map((act) => {
        const [scene = '', option = ''] = act.split('/')
        return {
          path: pathOfOption(scenario, scene, option),
          message: `the harm of "${act}" is still open at ending "${state.ending}": lead every path after it through its repair`,
          trace: traceTo(exploration, state.index)
        }
      })
    )
  )
}

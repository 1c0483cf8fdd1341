import { firstAtEachPlace, pathOfOption } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { traceTo } from './trace.ts'
import { unsafeAsk } from './unsafe-ask.ts'

/** Every harmful act is put right before every ending. An unsafe ask that is not is told of as such. */
export function harmWithoutRepair(checked: CheckedScenario): Finding[] {
  const { scenario, exploration } = checked
  const told = new Set(unsafeAsk(checked).map(({ path }) => path.join('/')))
  const ended = exploration.states.filter((state) => state.ending !== undefined)
  const open = ended.flatMap((state) =>
    state.openHarms.map((act) => {
      const [scene = '', option = ''] = act.split('/')
      return {
        path: pathOfOption(scenario, scene, option),
        message: `the harm of "${act}" is still open at ending "${state.ending}": lead every path after it through its repair`,
        trace: traceTo(exploration, state.index)
      }
    })
  )
  return firstAtEachPlace(open.filter(({ path }) => !told.has(path.join('/'))))
}

import { pathOfOption } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'

/** Every result of a task is what some answer comes to. */
export function unreachableResult({ scenario, exploration }: CheckedScenario): Finding[] {
  const taken = new Set(exploration.edges.map((edge) => `${edge.event.scene}/${edge.option}`))
  const reached = new Set(exploration.states.map((state) => state.scene))
  return scenario.scenes
    .filter((scene) => reached.has(scene))
    .flatMap((scene) => {
      const results = 'results' in scene ? scene.results : []
      return results
        .filter(({ id }) => !taken.has(`${scene.id}/${id}`))
        .map(({ id }) => ({
          path: pathOfOption(scenario, scene.id, id),
          message: `no answer comes to "${scene.id}/${id}": an earlier result takes them all, so narrow that one, or leave this out`
        }))
    })
}

import { pathOfOption } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'

/** Every choice, and every way back that is written, is open on some path. */
export function unreachableChoice({ scenario, exploration }: CheckedScenario): Finding[] {
  const taken = new Set(exploration.edges.map((edge) => `${edge.event.scene}/${edge.option}`))
  const reached = new Set(exploration.states.map((state) => state.scene))
  return scenario.scenes
    .filter((scene) => reached.has(scene))
    .flatMap((scene) => {
      const choices = 'choices' in scene ? scene.choices.map(({ id }) => id) : []
      const back = scene.kind === 'document' && scene.goBack ? ['back'] : []
      return [...choices, ...back]
        .filter((option) => !taken.has(`${scene.id}/${option}`))
        .map((option) => ({
          path: pathOfOption(scenario, scene.id, option),
          message: `"${scene.id}/${option}" is open on no path: change its "when", or leave it out`
        }))
    })
}

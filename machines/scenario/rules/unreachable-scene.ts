import { pathOfEnding, pathOfScene } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'

/** Every scene and every ending is come to on some path. */
export function unreachableScene({ scenario, exploration }: CheckedScenario): Finding[] {
  const reached = new Set(exploration.states.map((state) => state.scene?.id ?? state.ending))
  const scenes = scenario.scenes.filter(({ id }) => !reached.has(id))
  const endings = scenario.endings.filter(({ id }) => !reached.has(id))
  return [
    ...scenes.map(({ id }) => ({
      path: pathOfScene(scenario, id),
      message: `no path comes to scene "${id}": lead an option to it, or leave it out`
    })),
    ...endings.map(({ id }) => ({
      path: pathOfEnding(scenario, id),
      message: `no path comes to ending "${id}": lead an option to it, or leave it out`
    }))
  ]
}

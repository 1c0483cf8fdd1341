import { type GoTo, type Phase, phases, type Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { pathOfScene } from './places.ts'
import type { CheckedText, Finding } from './rule.ts'

/** Ways back that practice knows: to look again before asking, and to ask what was left out. */
const waysBack: Partial<Record<Phase, Phase>> = { ask: 'observe', respond: 'ask', document: 'ask' }

/** A step stays in its phase or goes forward; back only as practice does, and a repair to the phase it repairs. */
export function phasesOutOfOrder({ scenario }: CheckedText): Finding[] {
  const phaseOf = new Map<string, Phase>([
    ...scenario.scenes.map(({ id, phase }) => [id, phase] as const),
    ...scenario.endings.map(({ id }) => [id, 'debrief'] as const)
  ])
  return scenario.scenes.flatMap((scene) => {
    const from = scene.phase
    const repaired = (scene.repairs ?? []).map((act) => phaseOf.get(act.split('/')[0] ?? ''))
    return stepsOf(scenario, scene).flatMap(({ path, to }) => {
      const phase = phaseOf.get(to)
      if (phase === undefined || phases.indexOf(phase) >= phases.indexOf(from)) return []
      if (waysBack[from] === phase || repaired.includes(phase)) return []
      const message = `scene "${scene.id}" leads from ${from} back to ${phase} at "${to}": lead it on, or move one of the two to another phase`
      return [{ path, message }]
    })
  })
}

type Step = { path: Finding['path']; to: string }

/** The way back of a documenting task may lead anywhere and is left out. */
function stepsOf(scenario: Scenario, scene: Scene): Step[] {
  const path = pathOfScene(scenario, scene.id)
  return [
    ...(scene.skip ? targets(scene.skip.goTo, [...path, 'skip', 'goTo']) : []),
    ...(scene.kind === 'narrative' ? targets(scene.continue.goTo, [...path, 'continue', 'goTo']) : []),
    ...(scene.kind === 'first-impression' ? targets(scene.goTo, [...path, 'goTo']) : []),
    ...('choices' in scene
      ? scene.choices.flatMap(({ goTo }, at) => targets(goTo, [...path, 'choices', at, 'goTo']))
      : []),
    ...('results' in scene
      ? scene.results.flatMap(({ goTo }, at) => targets(goTo, [...path, 'results', at, 'goTo']))
      : [])
  ]
}

function targets(goTo: GoTo, path: Finding['path']): Step[] {
  return typeof goTo === 'string' ? [{ path, to: goTo }] : goTo.map(({ to }, at) => ({ path: [...path, at, 'to'], to }))
}

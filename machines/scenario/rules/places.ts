import type { Scenario } from '#content/schema.ts'
import type { Finding } from './rule.ts'

/** @returns where a scene stands in its file. */
export function pathOfScene({ scenes }: Scenario, id: string): Finding['path'] {
  return ['scenes', scenes.findIndex((scene) => scene.id === id)]
}

/** @returns where an ending stands in its file. */
export function pathOfEnding({ endings }: Scenario, id: string): Finding['path'] {
  return ['endings', endings.findIndex((ending) => ending.id === id)]
}

/** @returns where an option stands in its file; the scene itself where the option is none of the author's. */
export function pathOfOption(scenario: Scenario, scene: string, option: string): Finding['path'] {
  const path = pathOfScene(scenario, scene)
  const known = scenario.scenes.find(({ id }) => id === scene)
  if (known === undefined) return path
  const at = (list: string, options: readonly { id: string }[]) => [
    ...path,
    list,
    options.findIndex(({ id }) => id === option)
  ]
  if (option === 'skip') return [...path, 'skip']
  if (option === 'back') return [...path, 'goBack']
  if (option === 'continue') return [...path, 'continue']
  if ('choices' in known) return at('choices', known.choices)
  if ('results' in known) return at('results', known.results)
  return path
}

/** @returns the findings without those that stand at the place of an earlier one. */
export function firstAtEachPlace(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.toReversed().map((it) => [it.path.join('/'), it])).values()].toReversed()
}

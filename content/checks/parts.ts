import type { crossRules } from '../cross-checks.ts'
import type { Condition, GoTo, Outcome, Scene } from '../scene-schema.ts'
import type { Scenario, SignOff } from '../schema.ts'

/** Steps from the top of a file to one of its parts. */
export type PartPath = (string | number)[]
/** A fault between the parts of one file. */
export type CrossFault = { rule: (typeof crossRules)[number]; path: PartPath; message: string }
/** Names with a meaning of their own: facts there without being declared, with their values, and facts that are yes or no. */
export type NamedFacts = { builtIn: Readonly<Record<string, readonly string[]>>; flags: readonly string[] }
/** Those names, and the capacities in which a version is read before it is reviewed. */
export type KnownNames = NamedFacts & { capacities: readonly SignOff['capacity'][] }
/** A part and where it stands. */
export type At<T> = { path: PartPath; part: T }

/** @returns every choice and result with its scene. */
export function outcomesIn(scenario: Scenario): (At<Outcome> & { scene: Scene })[] {
  return scenario.scenes.flatMap((scene, index) =>
    outcomesOf(scene).map(({ path, part }) => ({ scene, part, path: ['scenes', index, ...path] }))
  )
}

/** @returns every `goTo` of a scenario, those of skips and ways back among them. */
export function goTosIn({ scenes }: Scenario): At<GoTo>[] {
  return scenes.flatMap((scene, index) =>
    goTosOf(scene).map(({ path, part }) => ({ part, path: ['scenes', index, ...path] }))
  )
}

/** @returns every `sets` of a scenario. */
export function setsIn({ scenes }: Scenario): At<Readonly<Record<string, unknown>>>[] {
  return scenes.flatMap((scene, index) =>
    settersOf(scene).flatMap(({ path, part }) =>
      part.sets ? [{ part: part.sets, path: ['scenes', index, ...path, 'sets'] }] : []
    )
  )
}

/** @returns every `when` of a scenario. */
export function conditionsIn({ scenes, debrief }: Scenario): At<Condition>[] {
  return [...findConditions(scenes, ['scenes']), ...findConditions(debrief.readers, ['debrief', 'readers'])]
}

function outcomesOf(scene: Scene): At<Outcome>[] {
  if ('choices' in scene) return scene.choices.map((part, at) => ({ part, path: ['choices', at] }))
  if ('results' in scene) return scene.results.map((part, at) => ({ part, path: ['results', at] }))
  return []
}

function goTosOf(scene: Scene): At<GoTo>[] {
  const setters = settersOf(scene).map(({ part, path }) => ({ part: part.goTo, path: [...path, 'goTo'] }))
  return scene.kind === 'first-impression' ? [...setters, { part: scene.goTo, path: ['goTo'] }] : setters
}

function settersOf(scene: Scene): At<{ goTo: GoTo; sets?: Outcome['sets'] }>[] {
  return [
    ...outcomesOf(scene),
    ...(scene.skip ? [{ part: scene.skip, path: ['skip'] }] : []),
    ...(scene.kind === 'narrative' ? [{ part: scene.continue, path: ['continue'] }] : []),
    ...(scene.kind === 'document' && scene.goBack ? [{ part: scene.goBack, path: ['goBack'] }] : [])
  ]
}

function findConditions(part: unknown, path: PartPath): At<Condition>[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => {
    // The keys of these two are names of facts and places, which authors choose.
    if (key === 'sets' || key === 'answer') return []
    const here = [...path, Array.isArray(part) ? Number(key) : key]
    // Only the schema's own condition fields are called `when`.
    return key === 'when' ? [{ path: here, part: value as Condition }] : findConditions(value, here)
  })
}

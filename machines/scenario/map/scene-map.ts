import type { Condition, GoTo, Phase, Quality, Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'

/** How an act stands to the recommended line; `plain` where nothing is judged. */
export type WayKind = Quality | 'plain' | 'skip' | 'back'

/** One act and one place it may lead to. `when` is set where the place depends on facts. */
export type Way = { from: string; to: string; option: string; kind: WayKind; when?: Condition | undefined }

/** A scene or an ending. `isOnLine`: best acts alone lead through it. */
export type Place = {
  id: string
  phase: Phase
  kind: Scene['kind'] | 'ending'
  heading: string
  isRepair: boolean
  isOnLine: boolean
}

/** All scenes of a case and all ways between them, whatever the facts. */
export type SceneMap = { places: Place[]; ways: Way[] }

/** @returns the map of a whole case: scenes in the order of the file, then endings. */
export function sceneMap(scenario: Scenario): SceneMap {
  const ways = scenario.scenes.flatMap(waysFrom)
  const onLine = lineFrom(scenario.start, ways)
  const scenes = scenario.scenes.map((scene) => ({
    ...scene,
    isRepair: scene.repairs !== undefined,
    isOnLine: onLine.has(scene.id)
  }))
  return {
    places: [
      ...scenes.map(({ id, phase, kind, heading, isRepair, isOnLine }) => ({
        id,
        phase,
        kind,
        heading,
        isRepair,
        isOnLine
      })),
      ...scenario.endings.map(({ id, title }) => ({
        id,
        phase: 'debrief' as const,
        kind: 'ending' as const,
        heading: title,
        isRepair: false,
        isOnLine: onLine.has(id)
      }))
    ],
    ways
  }
}

function waysFrom(scene: Scene): Way[] {
  const ways = (option: string, kind: WayKind, goTo: GoTo): Way[] =>
    typeof goTo === 'string'
      ? [{ from: scene.id, to: goTo, option, kind }]
      : goTo.map(({ to, when }) => ({ from: scene.id, to, option, kind, when }))
  const acts = 'choices' in scene ? scene.choices : 'results' in scene ? scene.results : []
  return [
    ...(scene.kind === 'narrative' ? ways('continue', 'plain', scene.continue.goTo) : []),
    ...(scene.kind === 'first-impression' ? ways('any thought', 'plain', scene.goTo) : []),
    ...acts.flatMap(({ id, quality, goTo }) => ways(id, quality, goTo)),
    ...(scene.skip ? ways('skip', 'skip', scene.skip.goTo) : []),
    ...(scene.kind === 'document' && scene.goBack ? ways('back', 'back', scene.goBack.goTo) : [])
  ]
}

function lineFrom(start: string, ways: readonly Way[]): Set<string> {
  const reached = new Set([start])
  const best = Map.groupBy(
    ways.filter(({ kind }) => kind === 'recommended' || kind === 'plain'),
    ({ from }) => from
  )
  // A set yields members added while it is walked.
  for (const place of reached) for (const { to } of best.get(place) ?? []) reached.add(to)
  return reached
}

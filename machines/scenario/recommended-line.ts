import type { Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { compileScenario, placeOf } from './compile.ts'
import type { Facts } from './conditions.ts'
import { plainOptions, type RunContext } from './context.ts'
import { startsOf } from './explore.ts'
import { outcomeOf, sceneNamed } from './path.ts'
import { type RunSnapshot, startRun, takeAct } from './run.ts'
import { witnesses } from './witnesses.ts'

/** A scene as whoever acts well comes to it: with what is true by then. */
export type OnTheLine = { scene: Scene; facts: Facts }

/**
 * Walks a case from its first start with an unknown duty, taking only what is recommended and passing over nothing.
 * @returns each scene that is met so, in the order in which it is first met
 */
export function recommendedLine(scenario: Scenario): OnTheLine[] {
  const machine = compileScenario(scenario)
  const [started] = startsOf(scenario).filter(({ duties }) => duties[scenario.duty] === 'unknown')
  const met = new Map<string, OnTheLine>()
  const ahead: RunSnapshot[] = started ? [startRun(machine, started)] : []
  const seen = new Set<string>()
  for (let snapshot = ahead.shift(); snapshot; snapshot = ahead.shift()) {
    const { phase, scene: id, isSorting } = placeOf(snapshot.value)
    if (phase === 'debrief') continue
    const { facts, flagged } = snapshot.context
    const key = JSON.stringify([id, isSorting && flagged[id], facts])
    if (seen.has(key)) continue
    seen.add(key)
    const scene = sceneNamed(scenario, id)
    if (!met.has(id)) met.set(id, { scene, facts: snapshot.context.facts })
    for (const event of witnesses(scenario, scene, isSorting, snapshot.context)) {
      const next = takeAct(machine, snapshot, event)
      if (next && isRecommended(scene, snapshot.context, next.context)) ahead.push(next)
    }
  }
  return [...met.values()]
}

// Marking cues is no act yet: what it comes to is known when they are sorted.
function isRecommended(scene: Scene, before: RunContext, after: RunContext): boolean {
  if (after.taken.length === before.taken.length) return true
  const option = after.taken.at(-1)?.option ?? ''
  if (option === plainOptions.skipped || option === plainOptions.returned) return false
  const outcome = outcomeOf(scene, option)
  return outcome === undefined || outcome.quality === 'recommended'
}

import { placeOf } from '#machines/scenario/compile.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import type { Run } from './load-run.ts'

/** @returns whether a refused answer belongs to the open scene and only lacks a part: a cue unsorted, a place empty. */
export function isUnfinished({ version, snapshot }: Run, event: LearnerEvent): boolean {
  const { scene: open } = placeOf(snapshot.value)
  if (event.scene !== open) return false
  if (event.type === 'learner.sorted') return isPartOf(snapshot.context.flagged[open] ?? [], Object.keys(event.bins))
  const scene = version.scenario.scenes.find((known) => known.id === open)
  if (event.type !== 'learner.filed' || scene?.kind !== 'document') return false
  return isPartOf(
    scene.places.map((place) => place.id),
    Object.keys(event.places)
  )
}

function isPartOf(wanted: readonly string[], given: readonly string[]): boolean {
  return given.length < wanted.length && given.every((id) => wanted.includes(id))
}

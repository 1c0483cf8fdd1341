import { phaseWords } from '#app/learn/attempts/[attemptId]/words.ts'
import { type Condition, phases } from '#content/scene-schema.ts'
import type { Place, SceneMap, Way } from '#machines/scenario/map/scene-map.ts'
import { kindWords, wayWords } from './draw-map.ts'

/** @returns a map in words: by phase, each scene with its acts, how each is marked and where it leads. */
export function tellMap({ places, ways }: SceneMap, title: string): string {
  const told = phases.flatMap((phase) => {
    const here = places.filter((place) => place.phase === phase)
    if (here.length === 0) return []
    return ['', phaseWords[phase], ...here.flatMap((place) => tellPlace(place, ways))]
  })
  return [title, ...told].join('\n')
}

function tellPlace({ id, kind, heading, isRepair, isOnLine }: Place, ways: readonly Way[]): string[] {
  const notes = [kindWords[kind], isRepair ? 'repair' : '', isOnLine ? 'on the recommended line' : ''].filter(Boolean)
  return [
    `  ${id}: ${heading} (${notes.join(', ')})`,
    ...ways.filter(({ from }) => from === id).map((way) => `    ${tellWay(way)}`)
  ]
}

function tellWay({ option, kind, to, when }: Way): string {
  const isNamed = kind !== 'skip' && kind !== 'back' && kind !== 'plain'
  const name = isNamed ? `${option} (${wayWords[kind]})` : kind === 'plain' ? option : wayWords[kind]
  return `${name} -> ${to}${when ? ` if ${tellCondition(when)}` : ''}`
}

function tellCondition(condition: Condition): string {
  if ('all' in condition) return condition.all.map(tellPart).join(' and ')
  if ('any' in condition) return condition.any.map(tellPart).join(' or ')
  if ('not' in condition) return `not ${tellPart(condition.not)}`
  if ('is' in condition) return `${condition.fact} is ${condition.is}`
  return `${condition.fact} is at least ${condition.atLeast}`
}

function tellPart(condition: Condition): string {
  const told = tellCondition(condition)
  return 'all' in condition || 'any' in condition ? `(${told})` : told
}

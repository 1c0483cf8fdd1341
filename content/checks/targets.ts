import type { GoTo } from '../scene-schema.ts'
import type { Scenario } from '../schema.ts'
import { type At, type CrossFault, goTosIn, outcomesIn, type PartPath } from './parts.ts'

/** @returns a fault for every place named that does not exist, and for a list of targets that cannot be walked to its end. */
export function findTargetFaults(scenario: Scenario): CrossFault[] {
  const scenes = new Set(scenario.scenes.map((scene) => scene.id))
  const places = new Set([...scenes, ...scenario.endings.map((ending) => ending.id)])
  const known = (id: string, among: ReadonlySet<string>, path: PartPath, what: string): CrossFault[] =>
    among.has(id) ? [] : [fault(path, `there is no ${what} "${id}": name one that exists, or write it`)]
  return [
    ...known(scenario.start, scenes, ['start'], 'scene'),
    ...goTosIn(scenario).flatMap((goTo) =>
      entriesOf(goTo).flatMap((it) => known(it.part, places, it.path, 'scene or ending'))
    ),
    ...goTosIn(scenario).flatMap(orderFaults),
    ...outcomesIn(scenario).flatMap(({ part, path }) =>
      part.repairedBy === undefined ? [] : known(part.repairedBy, scenes, [...path, 'repairedBy'], 'scene')
    ),
    ...scenario.scenes.flatMap((scene, index) =>
      scene.kind === 'document' && scene.goBack
        ? known(scene.goBack.goTo, scenes, ['scenes', index, 'goBack', 'goTo'], 'scene')
        : []
    )
  ].filter(isFirstAtItsPlace)
}

function entriesOf({ part, path }: At<GoTo>): At<string>[] {
  if (typeof part === 'string') return [{ part, path }]
  return part.map((entry, index) => ({ part: entry.to, path: [...path, index, 'to'] }))
}

/** The first entry that holds is taken: the last must always hold, and none before it may. */
function orderFaults({ part, path }: At<GoTo>): CrossFault[] {
  if (typeof part === 'string') return []
  return part.flatMap(({ when }, index) => {
    const isLast = index === part.length - 1
    if (isLast && when !== undefined) {
      return [
        fault(
          [...path, index, 'when'],
          'the last entry of a goTo list always holds: leave its "when" out, or add an entry without one'
        )
      ]
    }
    if (isLast || when !== undefined) return []
    return [
      fault(
        [...path, index],
        'this entry always holds, so those after it are never taken: give it a "when", or put it last'
      )
    ]
  })
}

function isFirstAtItsPlace(it: CrossFault, index: number, all: readonly CrossFault[]): boolean {
  return all.findIndex((other) => other.path.join('/') === it.path.join('/')) === index
}

function fault(path: PartPath, message: string): CrossFault {
  return { rule: 'targets', path, message }
}

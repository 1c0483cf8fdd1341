import type { Outcome, Scene } from '../scene-schema.ts'
import type { Scenario } from '../schema.ts'
import { type At, type CrossFault, outcomesIn, type PartPath } from './parts.ts'

type Act = At<Outcome> & { scene: Scene }

/** @returns a fault for every harmful act, mark, repair and repair scene that do not belong to each other. */
export function findHarmFaults(scenario: Scenario): CrossFault[] {
  const acts = outcomesIn(scenario)
  const sceneOf = new Map(scenario.scenes.map((scene) => [scene.id, scene]))
  return [
    ...acts.flatMap((act) => actFaults(act, sceneOf)),
    ...acts.flatMap(markFaults),
    ...scenario.scenes.flatMap((scene, index) => repairFaults(scene, ['scenes', index], acts))
  ]
}

function actFaults({ scene, part, path }: Act, sceneOf: ReadonlyMap<string, Scene>): CrossFault[] {
  const name = `${scene.id}/${part.id}`
  const hasHarm = part.marks.some(({ mark }) => mark === 'harms')
  if (part.quality !== 'harmful') {
    return [
      ...(hasHarm
        ? [fault([...path, 'quality'], `"${name}" harms an axis: make its quality "harmful", or change the mark`)]
        : []),
      ...(part.repairedBy
        ? [fault([...path, 'repairedBy'], `"${name}" is not harmful and needs no repair: leave "repairedBy" out`)]
        : [])
    ]
  }
  return [
    ...(hasHarm
      ? []
      : [
          fault(
            [...path, 'marks'],
            `"${name}" is harmful and marks no axis as harmed: add the mark, or change its quality`
          )
        ]),
    ...repairedByFaults(name, part.repairedBy, path, sceneOf)
  ]
}

function repairedByFaults(
  name: string,
  repairedBy: string | undefined,
  path: PartPath,
  sceneOf: ReadonlyMap<string, Scene>
): CrossFault[] {
  if (repairedBy === undefined)
    return [fault(path, `"${name}" is harmful: name the scene that puts it right as "repairedBy"`)]
  const repair = sceneOf.get(repairedBy)
  if (repair === undefined || repair.repairs?.includes(name)) return []
  return [
    fault([...path, 'repairedBy'], `the scene "${repair.id}" does not list "${name}" under its repairs: add it there`)
  ]
}

function markFaults({ scene, part, path }: Act): CrossFault[] {
  if (part.quality !== 'recommended') return []
  return part.marks.flatMap(({ mark }, index) => {
    // A harm is told by the act's quality already.
    if (mark !== 'risks') return []
    return [
      fault(
        [...path, 'marks', index, 'mark'],
        `"${scene.id}/${part.id}" is recommended and only keeps or repairs: change the mark, or its quality`
      )
    ]
  })
}

function repairFaults(scene: Scene, path: PartPath, acts: readonly Act[]): CrossFault[] {
  const { repairs = [] } = scene
  const faults = repairs.flatMap((name, index) => {
    const at = [...path, 'repairs', index]
    const act = acts.find((known) => `${known.scene.id}/${known.part.id}` === name)
    if (act === undefined) return [fault(at, `there is no act "${name}": write it as scene/option`)]
    if (act.part.quality !== 'harmful') return [fault(at, `"${name}" is not harmful and needs no repair: leave it out`)]
    if (act.part.repairedBy === scene.id) return []
    return [fault(at, `"${name}" does not name "${scene.id}" as its repair: set its "repairedBy" to this scene`)]
  })
  if (repairs.length === 0 || scene.skip === undefined) return faults
  return [
    ...faults,
    fault([...path, 'skip'], `the scene "${scene.id}" puts a harm right and cannot be passed over: leave its skip out`)
  ]
}

function fault(path: PartPath, message: string): CrossFault {
  return { rule: 'harms', path, message }
}

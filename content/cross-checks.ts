import { findFactFaults } from './checks/facts.ts'
import { findHarmFaults } from './checks/harms.ts'
import { findIdFaults } from './checks/ids.ts'
import type { CrossFault, KnownNames } from './checks/parts.ts'
import { findReviewFaults } from './checks/review.ts'
import { findTargetFaults } from './checks/targets.ts'
import { findTaskFaults } from './checks/tasks.ts'
import type { Scenario } from './schema.ts'

/** The rules that hold between the parts of one file. */
export const crossRules = [
  'ids',
  'targets',
  'facts',
  'passages',
  'answers',
  'speakers',
  'harms',
  'coding',
  'review'
] as const

/**
 * Finds every fault between the parts of one file: ids that stand twice, targets, facts, cues and speakers
 * that do not exist, answers that name nothing, harms and repairs that do not match, a state no review supports.
 */
export function crossFaults(scenario: Scenario, names: KnownNames): CrossFault[] {
  return [
    ...findIdFaults(scenario),
    ...findTargetFaults(scenario),
    ...findFactFaults(scenario, names),
    ...findTaskFaults(scenario),
    ...findHarmFaults(scenario),
    ...speakerFaults(scenario),
    ...codingFaults(scenario),
    ...findReviewFaults(scenario, names.capacities)
  ]
}

function speakerFaults({ cast, scenes }: Scenario): CrossFault[] {
  const known = new Set(['learner', ...cast.map((member) => member.id)])
  return scenes.flatMap((scene, index) =>
    scene.text.flatMap((block, at) => {
      if (!('by' in block) || known.has(block.by)) return []
      const message = `nobody in the cast is "${block.by}": add a member with this id, or write "learner"`
      return [{ rule: 'speakers' as const, path: ['scenes', index, 'text', at, 'by'], message }]
    })
  )
}

function codingFaults({ endings }: Scenario): CrossFault[] {
  return endings.flatMap(({ id, codes, example, documented }, index) => {
    const faults: CrossFault[] = []
    if (example !== undefined && !codes.includes(example)) {
      const message = `ending "${id}" takes ${example} apart, which is not one of its codes: choose one of them`
      faults.push({ rule: 'coding', path: ['endings', index, 'example'], message })
    }
    if ((documented.certainty === 'none') !== (documented.exploitation === 'none')) {
      const message = `ending "${id}" documents a certainty without an exploitation, or the reverse: write "none" for both or for neither`
      faults.push({ rule: 'coding', path: ['endings', index, 'documented', 'certainty'], message })
    }
    return faults
  })
}

import type { Scenario } from '#content/schema.ts'
import type { Facts } from '../conditions.ts'
import type { Exploration, ExploredEdge } from '../explore.ts'
import { firstAtEachPlace, pathOfOption } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { nameOfEdge, traceTo } from './trace.ts'

/**
 * No unsafe ask (before privacy, before a qualified interpreter where one is needed, or before the limits of
 * confidentiality) may occur except inside an act marked harmful, and every continuation of such an act must
 * reach its repair before the debrief. Nothing is asked in that state.
 */
export function unsafeAsk(checked: CheckedScenario): Finding[] {
  const { scenario, exploration } = checked
  const open = openUnsafeAsks(scenario, exploration)
  const found = exploration.edges
    .filter((edge) => edge.outcome?.asks)
    .flatMap((edge) => [...unmarked(checked, edge), ...askedAgain(checked, edge, open.get(edge.from) ?? new Set())])
  return firstAtEachPlace([...found, ...neverPutRight(checked, open)])
}

function unmarked({ scenario, exploration }: CheckedScenario, edge: ExploredEdge): Finding[] {
  const missing = missingBefore(scenario, exploration.states[edge.from]?.facts ?? {})
  if (missing.length === 0 || edge.outcome?.quality === 'harmful') return []
  return [
    {
      path: pathOfOption(scenario, edge.event.scene, edge.option),
      message: `"${nameOfEdge(exploration, edge)}" asks before ${missing.join(' and ')}: lead to it only after that, or mark it harmful with a repair`,
      trace: traceTo(exploration, edge.from)
    }
  ]
}

function askedAgain(
  { scenario, exploration }: CheckedScenario,
  edge: ExploredEdge,
  open: ReadonlySet<string>
): Finding[] {
  const [first] = open
  if (first === undefined) return []
  return [
    {
      path: pathOfOption(scenario, edge.event.scene, edge.option),
      message: `"${nameOfEdge(exploration, edge)}" asks while the unsafe ask "${first}" is not put right: lead through its repair first`,
      trace: traceTo(exploration, edge.from)
    }
  ]
}

function neverPutRight(
  { scenario, exploration }: CheckedScenario,
  open: ReadonlyMap<number, ReadonlySet<string>>
): Finding[] {
  return exploration.states
    .filter((state) => state.ending !== undefined)
    .flatMap((state) =>
      [...(open.get(state.index) ?? [])].map((act) => {
        const [scene = '', option = ''] = act.split('/')
        return {
          path: pathOfOption(scenario, scene, option),
          message: `the unsafe ask "${act}" is not put right before ending "${state.ending}": lead every path after it through its repair`,
          trace: traceTo(exploration, state.index)
        }
      })
    )
}

/** For each state, the unsafe asks that may lie behind it and are still open there. */
function openUnsafeAsks(scenario: Scenario, { states, edges }: Exploration): Map<number, Set<string>> {
  const open = new Map<number, Set<string>>()
  const out = Map.groupBy(edges, (edge) => edge.from)
  const waiting = new Set(states.map((state) => state.index))
  // A set yields members added again while it is walked.
  for (const index of waiting) {
    waiting.delete(index)
    for (const edge of out.get(index) ?? []) {
      const harms = states[edge.to]?.openHarms ?? []
      const here = `${edge.event.scene}/${edge.option}`
      const isUnsafe = edge.outcome?.asks && missingBefore(scenario, states[index]?.facts ?? {}).length > 0
      const behind = [...(open.get(index) ?? []), ...(isUnsafe ? [here] : [])].filter((act) => harms.includes(act))
      const known = open.get(edge.to) ?? new Set()
      if (behind.every((act) => known.has(act))) continue
      open.set(edge.to, new Set([...known, ...behind]))
      waiting.add(edge.to)
    }
  }
  return open
}

function missingBefore({ patient }: Scenario, facts: Facts): string[] {
  return [
    ...(facts.isPrivate === true ? [] : ['privacy']),
    ...(patient.needsInterpreter && facts.interpreterQualified !== true ? ['a qualified interpreter'] : []),
    ...(facts.limitsStated === true ? [] : ['the limits of confidentiality'])
  ]
}

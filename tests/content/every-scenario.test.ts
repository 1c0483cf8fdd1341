import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScenarioFile, scenarioFiles } from '#content/load.ts'
import type { Scenario } from '#content/schema.ts'
import { compileScenario, placeOf } from '#machines/scenario/compile.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { type ExploredState, explore, pathTo } from '#machines/scenario/explore.ts'
import { continueRun, endingOf, startRun } from '#machines/scenario/run.ts'
import { check } from '../../scripts/content-check/check.ts'

const cases = scenarioFiles().map((file) => ({ name: basename(file), file, scenario: parsed(file) }))

test('there is a case to hold to the standard', () => {
  expect(cases.length).toBeGreaterThan(0)
})

describe.each(cases)('$name', ({ file, scenario }) => {
  const machine = compileScenario(scenario)
  const exploration = explore(scenario)
  const { states, edges } = exploration

  test('has no fault', () => {
    const { faults } = check([file])
    expect(faults).toEqual([])
  })

  test('takes every transition of its graph once, to the place explored', () => {
    const arrived = edges.map((edge) => {
      const { started, events } = pathTo(exploration, edge.from)
      return standingAfter(started, [...events, edge.event])
    })
    expect(arrived).toEqual(edges.map((edge) => standingOf(states[edge.to])))
  })

  test('leads on one path to each ending', () => {
    const first = new Map<string, ExploredState>()
    for (const state of states)
      if (state.ending !== undefined && !first.has(state.ending)) first.set(state.ending, state)
    const reached = [...first.values()].map((state) => {
      const { started, events } = pathTo(exploration, state.index)
      return endingOf(continueRun(machine, startRun(machine, started), events).snapshot)
    })
    expect(reached.toSorted()).toEqual(scenario.endings.map(({ id }) => id).toSorted())
  })

  test('can end from every state', () => {
    const into = Map.groupBy(edges, (edge) => edge.to)
    const canEnd = new Set(states.filter((state) => state.ending !== undefined).map((state) => state.index))
    // A set yields members added while it is walked.
    for (const index of canEnd) for (const edge of into.get(index) ?? []) canEnd.add(edge.from)
    expect(states.filter((state) => !canEnd.has(state.index)).map(standingOf)).toEqual([])
  })

  test('comes to the same snapshot twice from the same events', () => {
    const last = states.filter((state) => state.ending !== undefined).map((state) => pathTo(exploration, state.index))
    const once = last.map(({ started, events }) => JSON.stringify(runOf(started, events).snapshot))
    const again = last.map(({ started, events }) =>
      JSON.stringify(runOf(structuredClone(started), structuredClone(events)).snapshot)
    )
    expect(again).toEqual(once)
  })

  function runOf(started: ExploredState['started'], events: readonly LearnerEvent[]) {
    return continueRun(machine, startRun(machine, started), events)
  }

  function standingAfter(started: ExploredState['started'], events: readonly LearnerEvent[]) {
    const { snapshot, refusedAt } = runOf(started, events)
    if (refusedAt !== undefined) return { refused: events[refusedAt] }
    const { scene, isSorting } = placeOf(snapshot.value)
    return { place: scene, isSorting, openHarms: snapshot.context.openHarms.toSorted() }
  }
})

function standingOf(state: ExploredState | undefined) {
  return {
    place: state?.scene?.id ?? state?.ending,
    isSorting: state?.isSorting,
    openHarms: state?.openHarms.toSorted()
  }
}

function parsed(file: string): Scenario {
  const { value, faults } = readScenarioFile(file)
  if (value === undefined) throw new Error(faults.map((fault) => fault.message).join('\n'))
  return value
}

import { loadScenarios } from '#content/load.ts'
import type { Scenario } from '#content/schema.ts'
import { explore, pathTo } from '#machines/scenario/explore.ts'
import { continueRun } from '#machines/scenario/run.ts'
import { formOf } from '#tests/helpers/forms.ts'
import { aRun } from '#tests/helpers/runs.ts'

/** A visit begun over HTTP: whose it is, the forms that take it to an ending, and the heading of each one's scene. */
export type Visit = { attemptId: string; path: string; cookie: string; headings: string[]; answers: URLSearchParams[] }

/** Two forms for the first scene of a visit that say different things. */
export function twoOpenings(): [URLSearchParams, URLSearchParams] {
  const scene = known.scenario.scenes.find(({ id }) => id === known.scenario.start)
  const [one, other] = scene?.kind === 'first-impression' ? scene.options : []
  if (!scene || !one || !other) throw new Error(`${known.scenario.id} does not begin with a choice`)
  const form = (choice: string) => formOf({ type: 'learner.chose', scene: scene.id, choice }, 1)
  return [form(one.id), form(other.id)]
}

/** Begins the first offered scenario as a nurse, in a place that is not listed. */
export async function begin(address: string): Promise<Visit> {
  const response = await fetch(`${address}/learn/${known.scenario.id}/begin`, {
    method: 'POST',
    body: new URLSearchParams({ role: 'registered-nurse', jurisdiction: 'unknown' }),
    headers: { accept: 'application/json' }
  })
  const { next }: { next: string } = await response.json()
  return {
    attemptId: next.split('/').at(-1) ?? '',
    path: next,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    headings: known.headings,
    answers: known.events.map((event, index) => formOf(event, index + 1))
  }
}

/** The scenario these visits take, the answers that lead to an ending of it, and the headings of their scenes. */
export const known = shortestRun()

/** The way to the ending that takes the fewest answers, and the heading of the scene that each of them answers. */
function shortestRun() {
  const scenario = offered()
  const { machine, snapshot } = aRun(scenario)
  const explored = explore(scenario)
  const ends = explored.states.filter(({ ending }) => ending !== undefined)
  const runs = ends.map(({ index }) => pathTo(explored, index).events)
  // A walk may have begun where the duty is another; only one that fits this start will do.
  const events = runs.find((run) => continueRun(machine, snapshot, run).refusedAt === undefined)
  if (!events) throw new Error(`${scenario.id} does not end`)
  return { scenario, events, headings: events.map((event) => headingOf(scenario, event.scene)) }
}

function headingOf(scenario: Scenario, id: string): string {
  return scenario.scenes.find((scene) => scene.id === id)?.heading ?? ''
}

function offered(): Scenario {
  const [found] = loadScenarios().filter(({ scenario }) => scenario.status === 'offered')
  if (!found) throw new Error('No scenario is offered')
  return found.scenario
}

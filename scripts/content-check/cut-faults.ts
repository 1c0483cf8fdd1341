import { basename } from 'node:path'
import { findReviewFaults } from '#content/checks/review.ts'
import { readCutFile } from '#content/load-workshops.ts'
import type { Fault } from '#content/open-yaml.ts'
import { capacities, type Scenario } from '#content/schema.ts'
import type { Cut, CutDecision } from '#content/workshop-schema.ts'
import type { Step } from '#machines/room/plan.ts'
import { type OnTheLine, recommendedLine } from '#machines/scenario/recommended-line.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import { decisionStep } from '#server/workshop/workshops/decision-step.ts'
import type { Library } from './library.ts'
import { type Finding, findUnknown } from './unknown.ts'
import { wordFaults } from './workshop-words.ts'

/** How long a room takes for one decision: an answer, a talk, an answer again and the reasons. */
const minutes = { least: 3, most: 6 }
/** So many words in a row are the same sentence: shared with a recommended answer they give it away. */
const sameWords = 5
/** What is asked of the room before anything is recommended asks whether something is right, and does not say it. */
const verdict = /\b(is|are) (equally |both |all )?(right|wrong|harmful|recommended)\b/i

type Case = { cut: Cut; scenario: Scenario; line: readonly OnTheLine[] }

/** @returns the faults of how a room takes one case: its form, its case, and each of its decisions. */
export function faultsOfCut(
  file: string,
  registry: KnownRegistry,
  { library, scenarios }: { library: Library; scenarios: readonly Scenario[] }
): Fault[] {
  const { value: cut, faults, placeOf } = readCutFile(file)
  if (cut === undefined) return faults
  const scenario = scenarios.find(({ id }) => id === cut.scenario)
  const found: Finding[] = [
    ...findUnknown(cut, registry, library),
    ...findReviewFaults({ ...cut, status: 'offered' }, capacities),
    ...wordFaults(cut, registry),
    ...(basename(file, '.yaml') === cut.scenario ? [] : [nameFault(cut)]),
    ...(scenario ? caseFaults({ cut, scenario, line: recommendedLine(scenario) }) : [])
  ]
  return found.map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message }))
}

function nameFault({ scenario }: Cut): Finding {
  return { path: ['scenario'], rule: 'cut-name', message: `name this file ${scenario}.yaml, after its case` }
}

function caseFaults(known: Case): Finding[] {
  const { cut, scenario } = known
  const isSame = cut.version === scenario.version
  const other = `this was cut from version ${cut.version}, and the case is at ${scenario.version}: read both, then write ${scenario.version}`
  return [
    ...(isSame ? [] : [{ path: ['version'], rule: 'cut-version', message: other }]),
    ...(scenario.status === 'offered'
      ? []
      : [{ path: ['scenario'], rule: 'cut-case', message: 'this case is not on offer, so no room can take it' }]),
    ...cut.decisions.flatMap((_, at) => decisionFaults(known, at)),
    ...orderFaults(known)
  ]
}

function decisionFaults({ cut, scenario, line }: Case, at: number): Finding[] {
  const decision = cut.decisions[at]
  if (decision === undefined) return []
  const path = ['decisions', at]
  const on = line.find(({ scene }) => scene.id === decision.scene)
  if (on === undefined) {
    const message = `no scene "${decision.scene}" is met where only what is recommended is done: name one that is`
    return [{ path: [...path, 'scene'], rule: 'cut-scene', message }]
  }
  const place = placeFault(decision, on)
  if (place !== undefined) return [{ path: [...path, 'place'], rule: 'cut-place', message: place }]
  const step = askedStep({ cut, scenario, line }, decision, on)
  if (step === undefined) {
    const message = `scene "${decision.scene}" asks nothing that a room can answer: name one with choices or a task`
    return [{ path: [...path, 'scene'], rule: 'cut-scene', message }]
  }
  return [
    ...minuteFaults(decision, path),
    ...optionFaults(decision, step, path),
    ...turnFaults(decision, step, path),
    ...saidTwice(decision, step, path),
    ...givenAway(cut, at, step),
    ...saidEarly(decision, path)
  ]
}

/** A document is asked about at one of its places, anything else at none. */
function placeFault({ place }: CutDecision, { scene }: OnTheLine): string | undefined {
  if (scene.kind !== 'document') return place && `scene "${scene.id}" is no document: leave out the place`
  const places = scene.places.map(({ id }) => id)
  return places.some((id) => id === place) ? undefined : `name one place of this document: ${places.join(', ')}`
}

function askedStep({ cut, scenario }: Case, decision: CutDecision, on: OnTheLine): Step | undefined {
  if (on.scene.kind === 'narrative' || on.scene.kind === 'first-impression') return undefined
  return decisionStep(scenario, cut, { ...decision, options: undefined }, on)
}

function minuteFaults({ minutes: own }: CutDecision, path: Finding['path']): Finding[] {
  if (own >= minutes.least && own <= minutes.most) return []
  const message = `a room takes ${minutes.least} to ${minutes.most} minutes for a decision, and here are ${own}`
  return [{ path: [...path, 'minutes'], rule: 'cut-minutes', message }]
}

/** Options left out for a room are never the recommended ones. */
function optionFaults({ options }: CutDecision, { question, reveal }: Step, path: Finding['path']): Finding[] {
  if (options === undefined) return []
  const known = question?.options.map(({ id }) => id) ?? []
  const missing = (reveal?.best ?? []).filter((it) => known.includes(it) && !options.includes(it))
  const messages = [
    ...options.filter((id) => !known.includes(id)).map((id) => `the scene has no option "${id}"`),
    ...missing.map((id) => `"${id}" is recommended and has to be shown`)
  ]
  return messages.map((message) => ({ path: [...path, 'options'], rule: 'cut-options', message }))
}

/** Every harmful option has words ready, and no words are ready against what is recommended. */
function turnFaults(decision: CutDecision, { question, reveal }: Step, path: Finding['path']): Finding[] {
  const shown = (question?.options ?? []).filter(({ id }) => decision.options?.includes(id) ?? true)
  const named = decision.wrongTurns.map(({ option }) => option)
  const wrong = named.flatMap((option, index) => {
    const message = shown.every(({ id }) => id !== option)
      ? `the room is shown no option "${option}" here`
      : reveal?.best.includes(option)
        ? `"${option}" is recommended and no wrong turn`
        : named.indexOf(option) < index && `"${option}" stands here twice`
    return message ? [{ path: [...path, 'wrongTurns', index, 'option'], rule: 'cut-wrong-turn', message }] : []
  })
  const harmful = (reveal?.turns ?? []).filter(
    ({ option, isHarmful }) => isHarmful && shown.some(({ id }) => id === option)
  )
  const unsaid = harmful.filter(({ option }) => !named.includes(option))
  return [
    ...wrong,
    ...unsaid.map(({ option }) => ({
      path: [...path, 'wrongTurns'],
      rule: 'cut-wrong-turn',
      message: `"${option}" is harmful, and nothing is ready to be said about it`
    }))
  ]
}

/** A bridge says what happened before its scene; the scene itself stands right below it. */
function saidTwice({ bridge }: CutDecision, { body }: Step, path: Finding['path']): Finding[] {
  const below = body.slice(1).flatMap((block) => runsOf('p' in block ? block.p : block.says))
  const shared = runsOf(bridge).find((run) => below.includes(run))
  if (shared === undefined) return []
  const message = `"${shared}" stands in the scene right below: say what happened before it`
  return [{ path: [...path, 'bridge'], rule: 'cut-says-twice', message }]
}

function saidEarly({ discuss }: CutDecision, path: Finding['path']): Finding[] {
  const said = discuss.match(verdict)?.[0]
  if (said === undefined) return []
  const message = `"${said}" judges answers before the room votes again: ask whether it is so`
  return [{ path: [...path, 'discuss'], rule: 'cut-gives-away', message }]
}

/** What is said before a decision is recommended, from the opening on, holds no recommended answer to it. */
function givenAway(cut: Cut, at: number, { question, reveal }: Step): Finding[] {
  const best = (question?.options ?? []).filter(({ id }) => reveal?.best.includes(id))
  const told = best.flatMap(({ text }) => runsOf(text))
  const before: { path: Finding['path']; text: string }[] = [
    { path: ['opening'], text: cut.opening },
    ...cut.decisions
      .slice(0, at + 1)
      .map(({ bridge }, index) => ({ path: ['decisions', index, 'bridge'], text: bridge })),
    { path: ['decisions', at, 'discuss'], text: cut.decisions[at]?.discuss ?? '' }
  ]
  return before.flatMap(({ path, text }) => {
    const shared = runsOf(text).find((run) => told.includes(run))
    if (shared === undefined) return []
    const message = `"${shared}" is part of what is recommended at "${cut.decisions[at]?.id}": say what happened, and not the answer`
    return [{ path, rule: 'cut-gives-away', message }]
  })
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’]+/gu) ?? []
  return words.slice(sameWords - 1).map((_, index) => words.slice(index, index + sameWords).join(' '))
}

/** Decisions have names of their own and come in the order in which the case meets them. */
function orderFaults({ cut, line }: Case): Finding[] {
  const ids = cut.decisions.map(({ id }) => id)
  const places = cut.decisions.map(({ scene }) => line.findIndex((on) => on.scene.id === scene))
  return ids.flatMap((id, index) => {
    const before = places[index - 1]
    const place = places[index]
    const message =
      ids.indexOf(id) < index
        ? `two decisions are called "${id}"`
        : before !== undefined &&
          place !== undefined &&
          place >= 0 &&
          place < before &&
          'this comes before the decision above it in the case'
    return message ? [{ path: ['decisions', index], rule: 'cut-order', message }] : []
  })
}

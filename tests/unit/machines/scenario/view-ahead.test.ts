import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '#content/schema.ts'
import { compileScenario, placeOf } from '#machines/scenario/compile.ts'
import { holds } from '#machines/scenario/conditions.ts'
import { pathOf, sceneNamed } from '#machines/scenario/path.ts'
import { endingOf, type RunSnapshot, startRun, takeAct } from '#machines/scenario/run.ts'
import { type SceneView, sceneView } from '#machines/scenario/view.ts'
import { everyCase } from '#tests/helpers/cases.ts'
import { drawsFrom, offeredAct } from '#tests/helpers/random-acts.ts'
import { aStart } from '#tests/helpers/scenarios.ts'

describe.each(everyCase)('no page of %s', (_, scenario) => {
  const machine = compileScenario(scenario)
  const everyText = [...new Set(textsIn(scenario))].filter((text) => text.length >= 12)

  test('tells what is hidden, what is ahead, what an act is worth or why', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenario.roles, 'not-listed'), fc.nat(), (role, luck) => {
        const draw = drawsFrom(luck)
        let snapshot = startRun(machine, aStart(scenario, { role, seed: `seed-${luck}` }))
        while (endingOf(snapshot) === undefined) {
          const view = sceneView(scenario, snapshot)
          expectOnlyOpen(scenario, snapshot, view)
          expectNothingAhead(scenario, snapshot, view, everyText)
          snapshot = takeAct(machine, snapshot, draw(offeredAct(view))) ?? snapshot
        }
      }),
      { numRuns: 40, endOnFailure: true }
    )
  })
})

const neverShown = [
  'quality',
  'rationale',
  'goTo',
  'to',
  'marks',
  'mark',
  'axis',
  'evidence',
  'tone',
  'sets',
  'when',
  'because',
  'why',
  'saferAlternative',
  'repairedBy',
  'repairs',
  'asks',
  'results',
  'answer',
  'precedence',
  'bin',
  'fits',
  'strength',
  'reflection',
  'facts',
  'openHarms',
  'seed'
]

function expectOnlyOpen(scenario: Scenario, { context, value }: RunSnapshot, view: SceneView): void {
  const { act } = view
  const scene = sceneNamed(scenario, placeOf(value).scene)
  if (act.kind === 'choose' && 'choices' in scene) {
    const open = scene.choices.filter((choice) => holds(scenario, choice.when, context.facts))
    expect(act.options.map((option) => option.id).sort()).toEqual(open.map((choice) => choice.id).sort())
  }
  const names = keysIn(act.kind === 'hand-over' ? { ...view, act: { ...act, to: undefined } } : view)
  expect(names.filter((name) => neverShown.includes(name))).toEqual([])
}

/** Reads the page as text: of all the case says, only what belongs to this place may stand there. */
function expectNothingAhead(
  scenario: Scenario,
  snapshot: RunSnapshot,
  view: SceneView,
  everyText: readonly string[]
): void {
  const page = JSON.stringify(view)
  const may = JSON.stringify(mayBeShown(scenario, snapshot))
  const leaked = everyText.map(asWritten).filter((text) => page.includes(text) && !may.includes(text))
  expect(leaked, view.scene).toEqual([])
}

function mayBeShown(scenario: Scenario, { context, value }: RunSnapshot): unknown[] {
  const scene = sceneNamed(scenario, placeOf(value).scene)
  const path = pathOf(scenario, context)
  const last = path.at(-1)
  const open = <T extends { when?: Parameters<typeof holds>[1] }>(parts: readonly T[]) =>
    parts.filter((part) => holds(scenario, part.when, context.facts))
  const written = path.flatMap((step) => step.scene.chart.filter((entry) => holds(scenario, entry.when, step.facts)))
  const noticed = path.flatMap((step) => (step.scene.kind === 'cues' ? phrasesIn(step.scene) : []))
  const here: unknown[] = [
    scene.heading,
    open(scene.text),
    open(scene.chart),
    scenario.cast.map((member) => member.name)
  ]
  const shown = [...here, written, noticed, last?.outcome?.consequence.text, last?.scene.skip?.summary]
  return [...shown, ...actTexts(scene, open)]
}

function actTexts(
  scene: Scenario['scenes'][number],
  open: <T extends { when?: Parameters<typeof holds>[1] }>(parts: readonly T[]) => T[]
): unknown[] {
  const texts = (parts: readonly { text: string }[]) => parts.map((part) => part.text)
  if (scene.kind === 'narrative') return [scene.continue.label]
  if (scene.kind === 'first-impression') return [scene.prompt, texts(scene.options)]
  if (scene.kind === 'cues')
    return [scene.prompt, phrasesIn(scene), scene.passages.flatMap((it) => [it.heading, it.text])]
  if (scene.kind === 'order') return [scene.prompt, texts(scene.steps)]
  if (scene.kind === 'hand-over') return [scene.prompt, scene.to, texts(scene.sentences)]
  if (scene.kind === 'choice' || scene.kind === 'words') return [scene.prompt, texts(open(scene.choices))]
  const places = scene.places.flatMap((place) => [place.label, texts(open(place.readers)), texts(place.options)])
  return [scene.prompt, places, scene.goBack ? open([scene.goBack]).map((it) => [it.text, it.label]) : []]
}

function phrasesIn(scene: Extract<Scenario['scenes'][number], { kind: 'cues' }>): string[] {
  return scene.passages.flatMap((passage) =>
    [...passage.text.matchAll(/\[([^\]]+)\]\(/g)].map((match) => match[1] ?? '')
  )
}

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return part.includes(' ') ? [part] : []
  if (typeof part !== 'object' || part === null) return []
  return Object.values(part).flatMap(textsIn)
}

function keysIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(keysIn)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => (value === undefined ? [] : [key, ...keysIn(value)]))
}

function asWritten(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

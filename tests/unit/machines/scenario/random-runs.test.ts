import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learnerRoles } from '#content/roles.ts'
import { axes, phases } from '#content/scene-schema.ts'
import { type dutyKinds, dutyLevels, type Scenario } from '#content/schema.ts'
import { compileScenario, placeOf } from '#machines/scenario/compile.ts'
import type { RunContext } from '#machines/scenario/context.ts'
import { debriefView } from '#machines/scenario/debrief.ts'
import { type AttemptStarted, type LearnerEvent, learnerEventSchema } from '#machines/scenario/events.ts'
import { outcomeOf, sceneNamed } from '#machines/scenario/path.ts'
import { continueRun, endingOf, type RunSnapshot, startRun, takeAct } from '#machines/scenario/run.ts'
import { sceneView } from '#machines/scenario/view.ts'
import { everyCase } from '#tests/helpers/cases.ts'
import { drawsFrom, forgedAct, isOffered, offeredAct } from '#tests/helpers/random-acts.ts'
import { aStart } from '#tests/helpers/scenarios.ts'

const runs = { numRuns: 60, endOnFailure: true }
const slowMachine = { timeout: 60_000 }

describe.each(everyCase)('any run of %s', (_, scenario) => {
  const machine = compileScenario(scenario)
  /** No act is worth more than two: marking and sorting. A case holds no loop but the ways back. */
  const longest = 2 * scenario.scenes.length

  test('by acts the page offers reaches an ending, in one known place at every step', slowMachine, () => {
    fc.assert(
      fc.property(starts(scenario), fc.nat(), (started, luck) => {
        const draw = drawsFrom(luck)
        let snapshot = startRun(machine, started)
        const log: LearnerEvent[] = []
        expectSound(scenario, snapshot, log)
        while (endingOf(snapshot) === undefined) {
          expect(log.length, 'acts before an ending').toBeLessThan(longest)
          const act = draw(offeredAct(sceneView(scenario, snapshot)))
          const next = takeAct(machine, snapshot, act)
          if (next === undefined) throw new Error(`Refused what the page offers: ${JSON.stringify(act)}`)
          log.push(act)
          snapshot = next
          expectSound(scenario, snapshot, log)
        }
        expectReplays(machine, started, log, snapshot)
        expectDebrief(scenario, snapshot)
      }),
      runs
    )
  })

  test('takes an act exactly where the page offers it, and is unchanged by any other', slowMachine, () => {
    fc.assert(
      fc.property(starts(scenario), fc.nat(), (started, luck) => {
        const draw = drawsFrom(luck)
        let snapshot = startRun(machine, started)
        while (endingOf(snapshot) === undefined) {
          const view = sceneView(scenario, snapshot)
          const before = JSON.stringify(snapshot)
          const forged = draw(fc.array(forgedAct(scenario, view), { minLength: 12, maxLength: 12 }))
          for (const act of forged) {
            const isTaken = takeAct(machine, snapshot, act) !== undefined
            expect(isTaken, JSON.stringify(act)).toBe(isOffered(view, act))
            expect(JSON.stringify(snapshot)).toBe(before)
          }
          snapshot = takeAct(machine, snapshot, draw(offeredAct(view))) ?? snapshot
        }
        const ended = JSON.stringify(snapshot)
        for (const scene of scenario.scenes) {
          expect(takeAct(machine, snapshot, { type: 'learner.continued', scene: scene.id })?.value).toBeUndefined()
          expect(takeAct(machine, snapshot, { type: 'learner.skipped', scene: scene.id })?.value).toBeUndefined()
        }
        expect(JSON.stringify(snapshot)).toBe(ended)
      }),
      runs
    )
  })
})

/** Any first event: each profession, listed or not, any level of each duty, any seed. */
function starts(scenario: Scenario): fc.Arbitrary<AttemptStarted> {
  const duties = fc.record({
    childAbuse: fc.constantFrom(...dutyLevels),
    adultTrafficking: fc.constantFrom(...dutyLevels),
    injury: fc.constantFrom(...dutyLevels),
    domesticViolence: fc.constantFrom(...dutyLevels),
    vulnerableAdult: fc.constantFrom(...dutyLevels)
  } satisfies Record<(typeof dutyKinds)[number], unknown>)
  const role = fc.constantFrom('not-listed', ...learnerRoles.map((known) => known.id))
  const seed = fc.string({ minLength: 1, maxLength: 64 })
  return fc.record({ seed, role, duties }).map((changes) => aStart(scenario, changes))
}

function expectSound(scenario: Scenario, snapshot: RunSnapshot, log: readonly LearnerEvent[]): void {
  const context: RunContext = snapshot.context
  expectOnePlace(scenario, snapshot.value)
  expectDeclared(scenario, context)
  expect(new Set(context.openHarms).size).toBe(context.openHarms.length)
  for (const harm of context.openHarms) {
    const [scene = '', option = ''] = harm.split('/')
    expect(outcomeOf(sceneNamed(scenario, scene), option)?.quality, harm).toBe('harmful')
  }
  expect(JSON.parse(JSON.stringify(context))).toEqual(context)
  const last = log.at(-1)
  if (last) expect(learnerEventSchema.parse(JSON.parse(JSON.stringify(last)))).toEqual(last)
}

function expectOnePlace(scenario: Scenario, value: object): void {
  const [phase, ...otherPhases] = Object.keys(value)
  const place = placeOf(value)
  expect([otherPhases, phases.some((known) => known === phase)]).toEqual([[], true])
  if (phase === 'debrief') {
    expect(scenario.endings.map((ending) => ending.id)).toContain(place.scene)
    return
  }
  expect(sceneNamed(scenario, place.scene).phase).toBe(phase)
  if (place.isSorting) expect(sceneNamed(scenario, place.scene).kind).toBe('cues')
}

function expectDeclared(scenario: Scenario, { facts }: RunContext): void {
  expect(Object.keys(facts).sort()).toEqual([...Object.keys(scenario.facts), 'role', 'duty'].sort())
  expect([...scenario.roles]).toContain(facts.role)
  expect([...dutyLevels]).toContain(facts.duty)
  for (const [name, fact] of Object.entries(scenario.facts)) {
    expect(fact.kind === 'flag' ? [true, false] : fact.values, name).toContain(facts[name])
  }
}

function expectReplays(
  machine: ReturnType<typeof compileScenario>,
  started: AttemptStarted,
  log: readonly LearnerEvent[],
  ended: RunSnapshot
): void {
  const halfway = Math.floor(log.length / 2)
  const first = continueRun(machine, startRun(machine, started), log.slice(0, halfway))
  const second = continueRun(machine, first.snapshot, log.slice(halfway))
  expect([first.refusedAt, second.refusedAt]).toEqual([undefined, undefined])
  expect(JSON.stringify(second.snapshot)).toBe(JSON.stringify(ended))
}

function expectDebrief(scenario: Scenario, snapshot: RunSnapshot): void {
  const context: RunContext = snapshot.context
  const ending = endingOf(snapshot) ?? ''
  const view = debriefView(scenario, context, ending)
  expect(view.ending.id).toBe(ending)
  expect(view.axes.map((outcome) => outcome.axis)).toEqual([...axes])
  expect(view.stations.map((station) => station.scene)).toEqual(context.taken.map((step) => step.scene))
  expect(JSON.parse(JSON.stringify(view))).toEqual(view)
  const { noticed, missed, overCalled } = view.cues
  const shown = [...noticed, ...missed, ...overCalled].map((review) => review.cue)
  expect(new Set(shown).size).toBe(shown.length)
}

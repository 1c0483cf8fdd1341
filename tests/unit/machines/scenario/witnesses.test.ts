import { describe, expect, test } from 'vitest'
import { placeOf } from '#machines/scenario/compile.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { sceneNamed } from '#machines/scenario/path.ts'
import { takeAct } from '#machines/scenario/run.ts'
import { witnesses } from '#machines/scenario/witnesses.ts'
import {
  aRun,
  chose,
  continued,
  flagged,
  play,
  type Run,
  repairedRun,
  returned,
  skipped,
  standingIn,
  upTo,
  wholeRun
} from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const marked = 'what-stands-out'

function triedIn(run: Run): LearnerEvent[] {
  const { scene, isSorting } = placeOf(run.snapshot.value)
  return witnesses(run.scenario, sceneNamed(run.scenario, scene), isSorting, run.snapshot.context)
}

/** The options that the acts tried in a state come to. */
function optionsOf(run: Run): string[] {
  return triedIn(run).map((act) => play(run, [act]).snapshot.context.taken.at(-1)?.option ?? '')
}

describe('the acts worth trying', () => {
  test('are taken by the state they are tried in, each to an option of its own', () => {
    for (const acts of [wholeRun, repairedRun]) {
      for (const [index, act] of acts.entries()) {
        const run = play(aRun(), acts.slice(0, index))
        const tried = triedIn(run)
        expect(tried.length, act.scene).toBeGreaterThan(0)
        expect(tried.filter((it) => takeAct(run.machine, run.snapshot, it) === undefined)).toEqual([])
        const isMarking = act.type === 'learner.flagged'
        if (!isMarking) expect(new Set(optionsOf(run)).size, act.scene).toBe(tried.length)
      }
    }
  })

  test('in a narrative scene are to continue', () => {
    expect(triedIn(standingIn('arrival'))).toEqual([continued('arrival')])
  })

  test('on a first impression are one, since all lead to the same', () => {
    expect(triedIn(standingIn('first-thought'))).toEqual([chose('first-thought', 'a-fall')])
  })

  test('in a choice are the open choices, and to pass over it where that is offered', () => {
    expect(optionsOf(standingIn('care-first'))).toEqual(['splint', 'finish-form'])
    const physician = play(aRun(aScenario(), { role: 'physician' }), upTo('care-first'))
    expect(optionsOf(physician)).toEqual(['splint', 'order-film', 'finish-form'])
    expect(triedIn(standingIn('question'))).toEqual([
      chose('question', 'open-question'),
      chose('question', 'give-information'),
      skipped('question')
    ])
  })

  test('on cues are markings that allow every result', () => {
    expect(triedIn(standingIn(marked))).toEqual([
      flagged(marked),
      flagged(marked, 'numb-fingers'),
      flagged(marked, 'night-work', 'answers-for-him')
    ])
    const results = triedIn(standingIn(marked)).flatMap((act) => {
      const run = play(standingIn(marked), [act])
      return placeOf(run.snapshot.value).isSorting ? optionsOf(run) : [run.snapshot.context.taken.at(-1)?.option]
    })
    expect([...new Set(results)].sort()).toEqual(['over-called', 'saw-danger', 'saw-little'])
  })

  test('on sorting do not pass over the scene anew', () => {
    const skip = { summary: 'You saw enough.', goTo: 'privacy' }
    const scenes = aScenario().scenes.map((scene) => (scene.id === marked ? { ...scene, skip } : scene))
    const run = play(aRun(aScenario({ scenes })), upTo(marked))
    expect(triedIn(run).at(-1)).toEqual(skipped(marked))
    expect(triedIn(play(run, [flagged(marked, 'night-work')])).map((act) => act.type)).toEqual([
      'learner.sorted',
      'learner.sorted'
    ])
  })

  test('on a task come to each of its results once', () => {
    expect(optionsOf(standingIn('plan')).sort()).toEqual(['care-late', 'offer-too-early', 'well-ordered'])
    expect(optionsOf(standingIn('hand-over')).sort()).toEqual(['clear', 'labeled', 'thin'])
  })

  test('on a record go back where that is offered, and come to the results that are open', () => {
    expect(optionsOf(standingIn('record'))).toEqual(['plain', 'leaked', 'back'])
    const asked = play(standingIn('record'), [returned('record'), continued('who-reads')])
    expect(optionsOf(asked)).toEqual(['kept-safe', 'leaked', 'plain'])
  })
})

import { describe, expect, test } from 'vitest'
import { loadScenarios } from '#content/load.ts'
import type { Scenario } from '#content/schema.ts'
import { placeOf } from '#machines/scenario/compile.ts'
import { habitsAcross } from '#machines/scenario/habit-counts.ts'
import { type Habit, type HabitVerdict, habitsOn } from '#machines/scenario/habits.ts'
import { outcomeOf } from '#machines/scenario/path.ts'
import { type RunSnapshot, takeAct } from '#machines/scenario/run.ts'
import { witnesses } from '#machines/scenario/witnesses.ts'
import { aRun, play, type Run, repairedRun, wholeRun } from '#tests/helpers/runs.ts'

const cases = new Map(loadScenarios().map(({ scenario }) => [scenario.id, scenario]))

type Wish = 'recommended' | 'other'

function caseNamed(id: string): Scenario {
  const found = cases.get(id)
  if (found === undefined) throw new Error(`There is no case "${id}"`)
  return found
}

/** Takes a case to its end, at each scene by an act of the wished kind where there is one; passes over nothing. */
function taken(id: string, role: string, wish: Wish): Run {
  let run = aRun(caseNamed(id), { role })
  for (let acts = 0; acts < 60; acts += 1) {
    const place = placeOf(run.snapshot.value)
    const scene = run.scenario.scenes.find((known) => known.id === place.scene)
    if (scene === undefined) return run
    const nexts = witnesses(run.scenario, scene, place.isSorting, run.snapshot.context).flatMap((act) => {
      const snapshot = act.type === 'learner.skipped' ? undefined : takeAct(run.machine, run.snapshot, act)
      return snapshot ? [{ snapshot, isRecommended: qualityOf(snapshot) !== 'other' }] : []
    })
    const next = nexts.find((it) => it.isRecommended === (wish === 'recommended')) ?? nexts[0]
    if (next === undefined) throw new Error(`Nothing leads on from "${place.scene}"`)
    run = { ...run, snapshot: next.snapshot }
  }
  throw new Error(`${id} does not end`)
  function qualityOf(snapshot: RunSnapshot): Wish {
    const last = snapshot.context.taken.at(-1)
    const scene = run.scenario.scenes.find((known) => known.id === last?.scene)
    const outcome = last && scene && outcomeOf(scene, last.option)
    return outcome === undefined || outcome.quality === 'recommended' ? 'recommended' : 'other'
  }
}

const habitsOf = ({ scenario, snapshot }: Run) => habitsOn(scenario, snapshot.context)
const all = (verdict: HabitVerdict): Record<Habit, HabitVerdict> => ({
  alone: verdict,
  limits: verdict,
  information: verdict,
  answer: verdict,
  record: verdict
})

describe('the habits of a visit', () => {
  test.each([...cases.keys()])('are all kept by what is recommended in %s', (id) => {
    expect(habitsOf(taken(id, caseNamed(id).roles[0] ?? '', 'recommended'))).toEqual(all('done'))
  })

  test('stay open where they could have been kept', () => {
    const open = { ...all('open'), alone: 'done', limits: 'done' }
    expect(habitsOf(taken('sc14', 'physician', 'other'))).toEqual(open)
    expect(habitsOf(taken('sc02', 'social-worker', 'other'))).toEqual({ ...open, record: 'done' })
  })

  test('do not arise for a part that never asks', () => {
    const none = { ...all('did-not-arise'), record: 'done' }
    expect(habitsOf(taken('sc03', 'registrar', 'recommended'))).toEqual({ ...none, answer: 'done' })
    expect(habitsOf(taken('sc03', 'registrar', 'other'))).toEqual({ ...none, answer: 'open' })
  })

  test('are kept by a way back, and not by a repair that leaves its harm', () => {
    expect(habitsOf(play(aRun(), wholeRun))).toEqual(all('done'))
    expect(habitsOf(play(aRun(), repairedRun))).toEqual({ ...all('done'), answer: 'open', record: 'open' })
  })

  test('have not arisen before anything was met', () => {
    expect(habitsOf(aRun())).toEqual(all('did-not-arise'))
  })
})

test.each<[string, HabitVerdict[]]>([
  ['has-not-arisen', []],
  ['has-not-arisen', ['did-not-arise', 'did-not-arise']],
  ['not-yet', ['open', 'did-not-arise']],
  ['some', ['done', 'open']],
  ['some', ['open', 'done', 'open']],
  ['most', ['done', 'open', 'done']],
  ['every', ['done', 'did-not-arise']]
])('over some visits a habit stands as %s', (standing, verdicts) => {
  expect(habitsAcross(verdicts.map(all))).toEqual(
    (['alone', 'limits', 'information', 'answer', 'record'] as const).map((habit) => ({ habit, standing }))
  )
})

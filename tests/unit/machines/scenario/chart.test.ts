import { describe, expect, test } from 'vitest'
import { chartView } from '#machines/scenario/chart.ts'
import { placeOf } from '#machines/scenario/compile.ts'
import { sceneNamed } from '#machines/scenario/path.ts'
import {
  aRun,
  continued,
  flagged,
  play,
  type Run,
  repairedRun,
  returned,
  standingIn,
  wholeRun
} from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

function chartOf(run: Run) {
  const { phase, scene } = placeOf(run.snapshot.value)
  return chartView(run.scenario, run.snapshot.context, phase === 'debrief' ? null : sceneNamed(run.scenario, scene))
}

const vitals = [
  {
    at: '02:05',
    readings: [
      { name: 'Pulse', value: '88' },
      { name: 'Pain', value: '6 of 10' }
    ]
  }
]
const triage = { section: 'triage', entries: ['Left wrist swollen since last night.'] }
const history = { section: 'history', entries: ['He says little so far.'] }
const noticed = ['no feeling in two fingers', 'answers before he can']

describe('the chart', () => {
  test('holds what the first scene wrote, as new', () => {
    expect(chartOf(aRun())).toEqual({
      vitals,
      notes: [triage],
      noticed: [],
      added: ['Left wrist swollen since last night.', '02:05']
    })
  })

  test('keeps all of it, as known, in a scene that adds nothing', () => {
    expect(chartOf(standingIn('care-first'))).toEqual({ vitals, notes: [triage], noticed: [], added: [] })
  })

  test('grows along the path and is in the order of its sections', () => {
    expect(chartOf(standingIn('listens'))).toEqual({
      vitals,
      notes: [triage, history, { section: 'said', entries: ['“They hold my passport.”'] }],
      noticed,
      added: ['“They hold my passport.”']
    })
  })

  test('keeps an entry whose condition held when it was written, and gains none whose did not', () => {
    const { context } = standingIn('plan').snapshot
    expect(context.facts.trust).toBe('open')
    expect(chartOf(standingIn('plan'))).toEqual({
      vitals,
      notes: [
        triage,
        history,
        { section: 'said', entries: ['“They hold my passport.”'] },
        { section: 'plan', entries: ['Social work, if he wants it.'] }
      ],
      noticed,
      added: ['Social work, if he wants it.']
    })
  })

  test('judges an entry by the facts of its own run', () => {
    expect(chartOf(standingIn('plan', repairedRun))).toEqual({
      vitals,
      notes: [triage, history, { section: 'findings', entries: ['No word of work so far.'] }],
      noticed: ['works nights'],
      added: ['No word of work so far.']
    })
  })

  test('holds an entry once, however often its scene is entered', () => {
    const said = [{ section: 'said' as const, text: 'It hurts less.' }]
    const scenes = aScenario().scenes.map((scene) => (scene.id === 'record' ? { ...scene, chart: said } : scene))
    const again = play(aRun(aScenario({ scenes })), [
      ...wholeRun.slice(0, -3),
      returned('record'),
      continued('who-reads')
    ])
    expect(placeOf(again.snapshot.value).scene).toBe('record')
    const entries = chartOf(again).notes.find((note) => note.section === 'said')?.entries
    expect(entries).toEqual(['“They hold my passport.”', 'It hurts less.', '“Dario has my password.”'])
    expect(chartOf(again).added).toEqual([])
  })

  test('is whole at an ending', () => {
    expect(chartOf(play(aRun(), wholeRun))).toEqual({
      vitals,
      notes: [
        triage,
        history,
        { section: 'said', entries: ['“They hold my passport.”', '“Dario has my password.”'] },
        { section: 'plan', entries: ['Social work, if he wants it.'] }
      ],
      noticed,
      added: []
    })
  })
})

describe('what was noticed', () => {
  test('stands in reading order, not in the order of marking', () => {
    const run = play(standingIn('what-stands-out'), [
      flagged('what-stands-out', 'answers-for-him', 'night-work', 'numb-fingers')
    ])
    expect(chartOf(run).noticed).toEqual(['no feeling in two fingers', 'works nights', 'answers before he can'])
  })

  test('is nothing where nothing was marked', () => {
    expect(chartOf(play(standingIn('what-stands-out'), [flagged('what-stands-out')])).noticed).toEqual([])
  })
})

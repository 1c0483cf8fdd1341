import { describe, expect, test } from 'vitest'
import type { Scene } from '#content/scene-schema.ts'
import { explore } from '#machines/scenario/explore.ts'
import {
  type Cost,
  type Extent,
  measureRuns,
  minutesLeft,
  type RunMeasure,
  wordsOfScene
} from '#machines/scenario/minutes.ts'
import { runThatCosts } from '#machines/scenario/run-that-costs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'
import { aChoice, aChoiceScene, aNarrative, aTinyCase } from '#tests/helpers/tiny-scenes.ts'

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

/** Two ways home: straight, or by a scene of 205 words. Each passes 5 + 9 words and a consequence of 3. */
const twoWays = aTinyCase([
  aNarrative('arrival', 'offer'),
  aChoiceScene('offer', aChoice('go', 'home'), aChoice('stay', 'long')),
  aNarrative('long', 'home', { text: [{ p: words(202) }] })
])

function measured(scenario = twoWays): RunMeasure {
  const measure = measureRuns(scenario, explore(scenario))
  if (measure === undefined) throw new Error('The case can be measured')
  return measure
}

function about({ least, most }: Extent) {
  return { least: expect.closeTo(least, 9), most: expect.closeTo(most, 9) }
}

describe('a run', () => {
  test('costs 200 words a minute, 20 seconds a decision and two minutes of debrief', () => {
    const { minutes, words: shown, scenes } = measured()
    expect(shown).toEqual({ least: 17, most: 222 })
    expect(scenes).toEqual({ least: 2, most: 3 })
    expect(minutes).toEqual(about({ least: 17 / 200 + 1 / 3 + 2, most: 222 / 200 + 1 / 3 + 2 }))
  })

  test('counts passing over a scene and going back as decisions, and continuing and marking as none', () => {
    const skip = { summary: 'You went in.', goTo: 'home' }
    const { minutes } = measured(aTinyCase([aNarrative('arrival', 'home', { skip })]))
    expect(minutes).toEqual(about({ least: 5 / 200 + 2, most: 5 / 200 + 1 / 3 + 2 }))
  })

  test('cannot be measured where a path may go on for ever', () => {
    const loop = aTinyCase([aChoiceScene('offer', aChoice('go', 'home'), aChoice('stay', 'offer'))])
    expect(measureRuns(loop, explore(loop))).toBeUndefined()
  })

  test('cannot be measured where no path ends', () => {
    const stuck = aTinyCase([aChoiceScene('offer', aChoice('go', 'home', { when: { fact: 'open', is: true } }))], {
      flags: ['open']
    })
    expect(measureRuns(stuck, explore(stuck))).toBeUndefined()
  })

  test('that comes to a dead end is not measured', () => {
    const deadEnd = aChoiceScene('stuck', aChoice('go', 'home', { when: { fact: 'open', is: true } }))
    const half = aTinyCase([aChoiceScene('offer', aChoice('go', 'home'), aChoice('stay', 'stuck')), deadEnd], {
      flags: ['open']
    })
    const { scenes, left } = measured(half)
    expect(scenes).toEqual({ least: 1, most: 1 })
    expect([...left.keys()]).toEqual(['offer', 'home'])
  })
})

describe('the minutes left', () => {
  test('lie halfway between the shortest and the longest way on, in whole minutes', () => {
    const measure = measured()
    expect(['arrival', 'offer', 'long', 'home'].map((scene) => minutesLeft(measure, scene))).toEqual([3, 3, 3, 2])
  })

  test('are never none, and at an unknown place those of the debrief', () => {
    const measure = measured()
    expect(minutesLeft({ ...measure, left: new Map([['here', { least: 0, most: 0.2 }]]) }, 'here')).toBe(1)
    expect(minutesLeft(measure, 'nowhere')).toBe(2)
  })
})

describe('the run that costs', () => {
  const run = (end: keyof Extent, of: keyof Cost) =>
    runThatCosts(explore(twoWays), measured(), { end, of }).map((edge) => `${edge.event.scene}/${edge.option}`)

  test('least is the shortest way home', () => {
    expect(run('least', 'minutes')).toEqual(['arrival/continue', 'offer/go'])
    expect(run('least', 'scenes')).toEqual(['arrival/continue', 'offer/go'])
  })

  test('most is the longest', () => {
    expect(run('most', 'words')).toEqual(['arrival/continue', 'offer/stay', 'long/continue'])
    expect(run('most', 'scenes')).toEqual(['arrival/continue', 'offer/stay', 'long/continue'])
  })

  test('does not turn into a dead end', () => {
    const deadEnd = aChoiceScene('stuck', aChoice('go', 'home', { when: { fact: 'open', is: true } }))
    const half = aTinyCase([aChoiceScene('offer', aChoice('stay', 'stuck'), aChoice('go', 'home')), deadEnd], {
      flags: ['open']
    })
    const walked = runThatCosts(explore(half), measured(half), { end: 'most', of: 'scenes' })
    expect(walked.map((edge) => edge.option)).toEqual(['go'])
  })
})

describe('the words of a scene', () => {
  const scenario = aScenario()
  const closed = { trust: 'closed', knowsReaders: false, role: 'registered-nurse' }
  const open = { ...closed, trust: 'open', knowsReaders: true, role: 'physician' }
  const counted = (scene: Scene) => [wordsOfScene(scenario, scene, closed), wordsOfScene(scenario, scene, open)]

  test('are those a learner meets in this state, whatever the kind of scene', () => {
    const kinds = [
      'arrival',
      'first-thought',
      'care-first',
      'limits',
      'question',
      'what-stands-out',
      'plan',
      'record',
      'hand-over'
    ]
    const scenes = scenario.scenes.filter(({ id }) => kinds.includes(id))
    expect(Object.fromEntries(scenes.map((scene) => [scene.id, counted(scene)]))).toEqual({
      arrival: [15, 15],
      'first-thought': [23, 23],
      'care-first': [21, 29],
      'what-stands-out': [32, 32],
      limits: [43, 43],
      question: [22, 27],
      plan: [34, 34],
      'hand-over': [38, 38],
      record: [49, 50]
    })
  })
})

import { describe, expect, test } from 'vitest'
import { compileScenario, placeOf } from '#machines/scenario/compile.ts'
import { type Exploration, explore, pathTo, startsOf } from '#machines/scenario/explore.ts'
import { continueRun, startRun } from '#machines/scenario/run.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'
import { aChoice, aChoiceScene, aHarm, aNarrative, aTinyCase } from '#tests/helpers/tiny-scenes.ts'

const read = (fact: string) => ({ fact, is: true })

function places({ states }: Exploration): string[] {
  return states.map((state) => state.scene?.id ?? state.ending ?? '')
}

function acts({ states, edges }: Exploration): string[] {
  return edges.map(
    (edge) =>
      `${states[edge.from]?.scene?.id}/${edge.option} > ${states[edge.to]?.scene?.id ?? states[edge.to]?.ending}`
  )
}

describe('a walk over all states', () => {
  test('comes to every scene and ending, one edge an act', () => {
    const scenario = aTinyCase(
      [aNarrative('arrival', 'offer'), aChoiceScene('offer', aChoice('give', 'home'), aChoice('keep', 'ward'))],
      { endingIds: ['home', 'ward'] }
    )
    const walked = explore(scenario)
    expect(places(walked)).toEqual(['arrival', 'offer', 'home', 'ward'])
    expect(acts(walked)).toEqual(['arrival/continue > offer', 'offer/give > home', 'offer/keep > ward'])
    expect(walked.starts).toEqual([0])
    expect(walked.tooManyBecauseOf).toBeUndefined()
  })

  test('keeps states apart by a fact that is read later, and only until it was read', () => {
    const scenario = aTinyCase(
      [
        aChoiceScene('offer', aChoice('give', 'later', { sets: { given: true } }), aChoice('keep', 'later')),
        aNarrative('later', 'last', { text: [{ p: 'You wait.' }, { p: 'They read.', when: read('given') }] }),
        aNarrative('last', 'home')
      ],
      { flags: ['given'] }
    )
    expect(places(explore(scenario))).toEqual(['offer', 'later', 'later', 'last', 'home'])
  })

  test('keeps states apart by the harms that are open', () => {
    const scenario = aTinyCase([
      aChoiceScene('offer', aChoice('give', 'later'), aHarm('promise', 'later', 'mend')),
      aNarrative('later', 'mend'),
      aNarrative('mend', 'home', { repairs: ['offer/promise'] })
    ])
    const walked = explore(scenario)
    expect(places(walked)).toEqual(['offer', 'later', 'later', 'mend', 'mend', 'home'])
    expect(walked.states.map((state) => state.openHarms)).toEqual([
      [],
      [],
      ['offer/promise'],
      [],
      ['offer/promise'],
      []
    ])
  })

  test('takes a choice only where it is open', () => {
    const scenario = aTinyCase(
      [
        aChoiceScene('offer', aChoice('give', 'next', { sets: { given: true } }), aChoice('keep', 'next')),
        aChoiceScene('next', aChoice('read-it', 'home', { when: read('given') }), aChoice('go', 'home'))
      ],
      { flags: ['given'] }
    )
    expect(acts(explore(scenario))).toEqual([
      'offer/give > next',
      'offer/keep > next',
      'next/read-it > home',
      'next/go > home',
      'next/go > home'
    ])
  })

  test('passes over a scene where that is offered', () => {
    const scenario = aTinyCase([aNarrative('arrival', 'home', { skip: { summary: 'You went in.', goTo: 'home' } })])
    expect(acts(explore(scenario))).toEqual(['arrival/continue > home', 'arrival/skip > home'])
  })

  test('begins as each part, and at each level of the duty where that is read', () => {
    const scenes = [
      aNarrative('arrival', 'home', { text: [{ p: 'You may report.', when: { fact: 'duty', is: 'permissive' } }] })
    ]
    const scenario = aTinyCase(scenes, { roles: ['registered-nurse', 'physician'] })
    expect(startsOf(scenario).map(({ role, duties }) => `${role} ${duties.adultTrafficking}`)).toEqual([
      'registered-nurse none',
      'registered-nurse permissive',
      'registered-nurse mandatory',
      'registered-nurse unknown',
      'physician none',
      'physician permissive',
      'physician mandatory',
      'physician unknown'
    ])
    expect(
      startsOf(aTinyCase([aNarrative('arrival', 'home')])).map(({ role, duties }) => [role, duties.adultTrafficking])
    ).toEqual([['registered-nurse', 'unknown']])
    expect(explore(scenario).starts).toEqual([0, 1, 2, 3, 0, 1, 2, 3])
  })

  test('stops above its limit and names the facts that vary most', () => {
    const level = { kind: 'level' as const, values: ['a', 'b', 'c', 'd'], initial: 'a', means: 'How you stand.' }
    const scenario = aTinyCase(
      [
        aChoiceScene('stand', ...level.values.map((mood) => aChoice(mood, 'offer', { sets: { mood } }))),
        aChoiceScene('offer', aChoice('give', 'last', { sets: { given: true } }), aChoice('keep', 'last')),
        aNarrative('last', 'home', {
          text: [{ p: 'You wait.', when: { all: [read('given'), { fact: 'mood', is: 'a' }] } }]
        })
      ],
      {}
    )
    const facts = {
      still: { kind: 'flag' as const, initial: false, means: 'Nothing.' },
      given: { kind: 'flag' as const, initial: false, means: 'It is given.' },
      mood: level
    }
    expect(explore({ ...scenario, facts }, 10).tooManyBecauseOf).toEqual(['mood', 'given', 'still'])
    expect(explore({ ...scenario, facts }, 14).tooManyBecauseOf).toBeUndefined()
  })

  test('comes to the same twice', () => {
    expect(explore(aScenario())).toEqual(explore(aScenario()))
  })
})

describe('the path to a state', () => {
  test('leads there when it is played', () => {
    const scenario = aScenario()
    const machine = compileScenario(scenario)
    const walked = explore(scenario)
    const arrived = walked.states.map(({ index }) => {
      const { started, events } = pathTo(walked, index)
      return placeOf(continueRun(machine, startRun(machine, started), events).snapshot.value)
    })
    expect(arrived.map(({ scene, isSorting }) => [scene, isSorting])).toEqual(
      walked.states.map((state) => [state.scene?.id ?? state.ending, state.isSorting])
    )
  })

  test('is empty at a start, and there is none to a state that was not explored', () => {
    const walked = explore(aTinyCase([aNarrative('arrival', 'home')]))
    expect(pathTo(walked, 0).events).toEqual([])
    expect(pathTo(walked, 1).events).toEqual([{ type: 'learner.continued', scene: 'arrival' }])
    expect(() => pathTo(walked, 2)).toThrow('No state 2 was explored')
  })
})

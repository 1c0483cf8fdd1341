import { describe, expect, test } from 'vitest'
import type { Scenario } from '#content/schema.ts'
import { type CueReview, debriefView } from '#machines/scenario/debrief.ts'
import { endingOf } from '#machines/scenario/run.ts'
import {
  aRun,
  filed,
  flagged,
  play,
  returned,
  skipped,
  sorted,
  standingIn,
  upTo,
  wholeRun
} from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const marked = 'what-stands-out'

function debriefOf(acts = wholeRun, scenario: Scenario = aScenario(), role = 'registered-nurse') {
  const { snapshot } = play(aRun(scenario, { role }), acts)
  return debriefView(scenario, snapshot.context, endingOf(snapshot) ?? '')
}

describe('each cue in the debrief', () => {
  const rest = wholeRun.slice(5)
  const cuesAfter = (...acts: Parameters<typeof play>[1][number][]) => {
    const { snapshot, scenario } = play(standingIn(marked), [...acts, ...rest])
    const { noticed, missed, overCalled } = debriefView(scenario, snapshot.context, endingOf(snapshot) ?? '').cues
    const sortedAs = (reviews: CueReview[]) => reviews.map((it) => [it.cue, it.wasSortedAs])
    return { noticed: sortedAs(noticed), missed: sortedAs(missed), overCalled: sortedAs(overCalled) }
  }

  test('was missed where nothing was marked, save what is no sign', () => {
    expect(cuesAfter(flagged(marked))).toEqual({
      noticed: [],
      missed: [
        ['numb-fingers', null],
        ['answers-for-him', null]
      ],
      overCalled: []
    })
  })

  test('was noticed in its own bin, missed in a lower one and over-called in a higher one', () => {
    const all = flagged(marked, 'numb-fingers', 'answers-for-him', 'night-work')
    const bins = {
      'numb-fingers': 'keep-in-mind',
      'answers-for-him': 'changes-now',
      'night-work': 'not-a-sign'
    } as const
    expect(cuesAfter(all, sorted(marked, bins))).toEqual({
      noticed: [['night-work', 'not-a-sign']],
      missed: [['numb-fingers', 'keep-in-mind']],
      overCalled: [['answers-for-him', 'changes-now']]
    })
  })

  test('is not held against a learner who passed over the scene', () => {
    const skip = { summary: 'You saw enough.', goTo: 'privacy' }
    const scenes = aScenario().scenes.map((scene) => (scene.id === marked ? { ...scene, skip } : scene))
    const acts = [...upTo(marked), skipped(marked), ...rest]
    expect(debriefOf(acts, aScenario({ scenes })).cues).toEqual({ noticed: [], missed: [], overCalled: [] })
  })
})

describe('coding in the debrief', () => {
  test('is complete for a responsible provider', () => {
    const { coding } = debriefOf(wholeRun, aScenario(), 'physician')
    expect([coding.access, coding.codes, coding.example]).toEqual(['provider', ['T76.61XA'], 'T76.61XA'])
  })

  test('is without codes, rows and outcome for a role that has no clinical part', () => {
    expect(debriefOf(wholeRun, aScenario(), 'security').coding).toEqual({
      access: 'none',
      readers: ['Everybody who treats him.', 'Dario, who reads the portal.'],
      documented: null,
      rows: [],
      codes: [],
      example: null,
      treated: [],
      askCodingStaff: []
    })
  })

  test('keeps from such a role who can read what the patient told', () => {
    const toldOnly = { text: 'What he told: named staff.', when: { fact: 'disclosed', is: true } }
    const { debrief } = aScenario()
    const scenario = aScenario({ debrief: { ...debrief, readers: [...debrief.readers, toldOnly] } })
    const readersFor = (role: string) => debriefOf(wholeRun, scenario, role).coding.readers.includes(toldOnly.text)
    expect([readersFor('registered-nurse'), readersFor('security')]).toEqual([true, false])
  })

  test('is that of supporting staff for a role that is not listed', () => {
    expect(debriefOf(wholeRun, aScenario(), 'not-listed').coding.access).toBe('supporting')
  })
})

test('a record that missed its places says what each would have held', () => {
  const careless = filed('record', { chart: 'a-label', portal: 'released', 'visit-summary': 'wrist-only' })
  const last = debriefOf([...wholeRun.slice(0, -1), careless]).stations.at(-1)
  expect([last?.quality, last?.recommended]).toEqual([
    'less-useful',
    ['Chart: His words, in quotation marks.', 'Portal: Hold the note as policy allows.']
  ])
})

test('a way back is no act to judge', () => {
  const acts = [...upTo('record'), returned('record'), ...wholeRun.slice(-2)]
  const back = debriefOf(acts).stations.find((station) => station.did[0] === 'You went back.')
  expect([back?.quality, back?.recommended, back?.parts]).toEqual([null, [], []])
})

import { describe, expect, test } from 'vitest'
import type { Scenario } from '#content/schema.ts'
import { type CueReview, debriefView } from '#machines/scenario/debrief.ts'
import { endingOf } from '#machines/scenario/run.ts'
import type { Station } from '#machines/scenario/station.ts'
import {
  aRun,
  filed,
  flagged,
  play,
  repairedRun,
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

function because(text: string) {
  return { text, basis: 'judgement' as const }
}

type Given = Pick<Station, 'scene' | 'phase' | 'heading' | 'did'> & Partial<Station>

/** Stations in the order walked; what an act came to is told by its name. */
function stations(...given: (Given & { act?: string })[]): Station[] {
  return given.map(({ act, ...station }, index) => ({
    index,
    clock: null,
    quality: null,
    isRepair: false,
    wasSkipped: false,
    consequence: act ? `Seen in the room after ${act}.` : null,
    rationale: act ? because(`The reason given for ${act}.`) : null,
    saferAlternative: null,
    recommended: [],
    parts: [],
    ...station
  }))
}

const numb = {
  cue: 'numb-fingers',
  phrase: 'no feeling in two fingers',
  label: 'Numb fingers',
  strength: 'clinical-danger',
  fits: 'changes-now',
  why: because('Numbness may mean pressure in the wrist.')
} as const
const answers = {
  cue: 'answers-for-him',
  phrase: 'answers before he can',
  label: 'Somebody else answers',
  strength: 'moderate',
  fits: 'keep-in-mind',
  why: because('It is a reason to see him alone.')
} as const
const nights = {
  cue: 'night-work',
  phrase: 'works nights',
  label: 'Night work',
  strength: 'not-an-indicator',
  fits: 'not-a-sign',
  why: because('Many people work nights.')
} as const

function rowsFor(supported: string) {
  return ['suspected', 'confirmed', 'ruled-out', 'history', 'none'].map((row) => ({
    row,
    isSupported: row === supported,
    why: because(row === supported ? `Why ${row} fits.` : `Why ${row} does not fit.`)
  }))
}

const frame = {
  protectiveFactor: because('He came back to a place he knew.'),
  gaps: [{ text: 'Who covers social work tonight?', card: 'socialWork' }],
  reflection: ['What would you say again?'],
  references: ['core-competencies-2021']
}
const chartStart = {
  vitals: [
    {
      at: '02:05',
      readings: [
        { name: 'Pulse', value: '88' },
        { name: 'Pain', value: '6 of 10' }
      ]
    }
  ],
  notes: [
    { section: 'triage', entries: ['Left wrist swollen since last night.'] },
    { section: 'history', entries: ['He says little so far.'] }
  ]
}

describe('the debrief', () => {
  test('of a run by recommended acts, whole', () => {
    expect(debriefOf()).toEqual({
      ending: {
        id: 'leaves-with-plan',
        title: 'He leaves with a plan',
        happened: 'His wrist is splinted. He knows when to come back.'
      },
      firstImpression: { thought: 'A fall like any other.', reflection: 'It may be so, and it left a question open.' },
      axes: [
        { axis: 'safety', verdict: 'kept', evidence: 'A line that keeps safety.' },
        { axis: 'trust', verdict: 'kept', evidence: 'A line that repairs trust.' },
        { axis: 'choice', verdict: 'kept', evidence: 'A line that keeps choice.' },
        { axis: 'accuracy', verdict: 'kept', evidence: 'A line that keeps accuracy.' },
        { axis: 'duty', verdict: 'did-not-arise', evidence: null },
        { axis: 'recordSafety', verdict: 'kept', evidence: 'A line that keeps recordSafety.' }
      ],
      stations: stations(
        { scene: 'arrival', phase: 'intro', heading: 'Ten past two', clock: '02:10', did: ['Walk in'] },
        { scene: 'first-thought', phase: 'intro', heading: 'Before you speak', did: ['A fall like any other.'] },
        {
          scene: 'care-first',
          phase: 'stop',
          heading: 'The wrist',
          act: 'splint',
          quality: 'recommended',
          did: ['Check the fingers and splint the wrist.']
        },
        {
          scene: marked,
          phase: 'observe',
          heading: 'What you have seen',
          act: 'saw-danger',
          quality: 'recommended',
          did: ['You marked 2 phrases and sorted them.']
        },
        {
          scene: 'privacy',
          phase: 'ask',
          heading: 'The curtain',
          act: 'step-outside',
          quality: 'recommended',
          did: ['Take him to the film room alone.']
        },
        {
          scene: 'limits',
          phase: 'ask',
          heading: 'Before you ask',
          act: 'limits-plain',
          quality: 'recommended',
          did: ['“Most of what you say stays here. I will tell you first if something cannot.”'],
          recommended: ['“There are a few things I would have to tell others.”']
        },
        {
          scene: 'question',
          phase: 'ask',
          heading: 'A question',
          act: 'open-question',
          quality: 'recommended',
          did: ['How is work going for you?'],
          recommended: ['Here is what we tell everybody about work and rights.']
        },
        { scene: 'listens', phase: 'respond', heading: 'He speaks', did: ['Listen'] },
        {
          scene: 'plan',
          phase: 'respond',
          heading: 'The next half hour',
          act: 'well-ordered',
          quality: 'recommended',
          did: ['Film of the wrist', 'Ask what he wants', 'Offer social work', 'Agree on a date to come back'],
          parts: pairs(true, true)
        },
        {
          scene: 'answer',
          phase: 'respond',
          heading: 'His answer',
          act: 'honor',
          quality: 'recommended',
          did: ['Say that the door stays open.']
        },
        {
          scene: 'hand-over',
          phase: 'respond',
          heading: 'Handing over',
          act: 'clear',
          quality: 'recommended',
          did: [],
          parts: [
            part('Wrist splinted, film read, recheck in two days.', 'Care that goes on.'),
            part('See him alone at the recheck.', 'What the next one must do.'),
            part('He was offered social work and said no.', 'His answer.')
          ]
        },
        { scene: 'record', phase: 'document', heading: 'The record', did: ['You went back.'] },
        { scene: 'who-reads', phase: 'document', heading: 'One more question', did: ['Go to the record'] },
        {
          scene: 'record',
          phase: 'document',
          heading: 'The record',
          act: 'kept-safe',
          quality: 'recommended',
          did: [],
          parts: [
            part('His words, in quotation marks.', 'What was said.', 'Chart'),
            part('Hold the note as policy allows.', 'Somebody else reads it.', 'Portal'),
            part('Care of the wrist and the date.', 'He needs it and can show it.', 'Visit summary')
          ]
        }
      ),
      cues: {
        noticed: [
          { ...numb, wasSortedAs: 'changes-now' },
          { ...answers, wasSortedAs: 'keep-in-mind' }
        ],
        missed: [],
        overCalled: []
      },
      coding: {
        access: 'supporting',
        readers: ['Everybody who treats him.', 'Dario, who reads the portal.'],
        documented: 'Suspected forced labor, in the patient’s own words.',
        rows: rowsFor('suspected'),
        codes: ['T76.61XA'],
        example: 'T76.61XA',
        treated: [{ text: 'Sprain of the left wrist', code: 'S63.502A' }],
        askCodingStaff: [because('The set is silent on papers held back.')]
      },
      ...frame,
      chart: {
        ...chartStart,
        notes: [
          ...chartStart.notes,
          { section: 'said', entries: ['“They hold my passport.”', '“Dario has my password.”'] },
          { section: 'plan', entries: ['Social work, if he wants it.'] }
        ],
        noticed: ['no feeling in two fingers', 'answers before he can'],
        added: []
      }
    })
  })

  test('of a run with harms, repairs and a scene passed over, whole', () => {
    expect(debriefOf(repairedRun)).toEqual({
      ending: {
        id: 'leaves-quietly',
        title: 'He leaves quietly',
        happened: 'His wrist is splinted. He asked for nothing else.'
      },
      firstImpression: { thought: 'Something else is going on.', reflection: 'It may be so, and it rests on little.' },
      axes: [
        { axis: 'safety', verdict: 'left-open', evidence: 'A line that harms safety.' },
        { axis: 'trust', verdict: 'put-right', evidence: 'A line that repairs trust.' },
        { axis: 'choice', verdict: 'left-open', evidence: 'A line that risks choice.' },
        { axis: 'accuracy', verdict: 'left-open', evidence: 'A line that risks accuracy.' },
        { axis: 'duty', verdict: 'did-not-arise', evidence: null },
        { axis: 'recordSafety', verdict: 'left-open', evidence: 'A line that risks recordSafety.' }
      ],
      stations: stations(
        { scene: 'arrival', phase: 'intro', heading: 'Ten past two', clock: '02:10', did: ['Walk in'] },
        { scene: 'first-thought', phase: 'intro', heading: 'Before you speak', did: ['Something else is going on.'] },
        {
          scene: 'care-first',
          phase: 'stop',
          heading: 'The wrist',
          act: 'finish-form',
          quality: 'less-useful',
          did: ['Finish the form, then look.'],
          recommended: ['Check the fingers and splint the wrist.']
        },
        {
          scene: marked,
          phase: 'observe',
          heading: 'What you have seen',
          act: 'over-called',
          quality: 'less-useful',
          did: ['You marked one phrase and sorted it.']
        },
        {
          scene: 'privacy',
          phase: 'ask',
          heading: 'The curtain',
          act: 'ask-now',
          quality: 'harmful',
          did: ['Ask whether he is safe, quietly.'],
          saferAlternative: 'Be alone with him first.',
          recommended: ['Take him to the film room alone.']
        },
        { scene: 'start-again', phase: 'ask', heading: 'Put right', isRepair: true, did: ['Move to the film room'] },
        {
          scene: 'limits',
          phase: 'ask',
          heading: 'Before you ask',
          act: 'promise',
          quality: 'harmful',
          did: ['“Nothing you say leaves this room.”'],
          recommended: [
            '“Most of what you say stays here. I will tell you first if something cannot.”',
            '“There are a few things I would have to tell others.”'
          ]
        },
        {
          scene: 'take-back',
          phase: 'ask',
          heading: 'A promise',
          act: 'say-so',
          quality: 'recommended',
          isRepair: true,
          did: ['Say that you spoke too soon, and what the limits are.']
        },
        {
          scene: 'question',
          phase: 'ask',
          heading: 'A question',
          wasSkipped: true,
          did: ['You passed over this scene.']
        },
        {
          scene: 'plan',
          phase: 'respond',
          heading: 'The next half hour',
          act: 'offer-too-early',
          quality: 'less-useful',
          did: ['Offer social work', 'Film of the wrist', 'Ask what he wants', 'Agree on a date to come back'],
          parts: pairs(false, false)
        },
        {
          scene: 'answer',
          phase: 'respond',
          heading: 'His answer',
          act: 'note-no',
          quality: 'reasonable',
          did: ['Write down that he said no.'],
          recommended: ['Say that the door stays open.']
        },
        {
          scene: 'hand-over',
          phase: 'respond',
          heading: 'Handing over',
          act: 'labeled',
          quality: 'less-useful',
          did: [],
          recommended: ['Wrist splinted, film read, recheck in two days.', 'See him alone at the recheck.'],
          parts: [part('I think he is trafficked.', 'A guess that will be read as a fact.')]
        },
        {
          scene: 'record',
          phase: 'document',
          heading: 'The record',
          act: 'leaked',
          quality: 'less-useful',
          did: [],
          parts: [
            part('Probable trafficking.', 'A label.', 'Chart'),
            part('Release the note.', 'The usual way.', 'Portal'),
            part('The whole note.', 'It is complete.', 'Visit summary')
          ]
        }
      ),
      cues: {
        noticed: [],
        missed: [
          { ...numb, wasSortedAs: null },
          { ...answers, wasSortedAs: null }
        ],
        overCalled: [{ ...nights, wasSortedAs: 'changes-now' }]
      },
      coding: {
        access: 'supporting',
        readers: ['Everybody who treats him.'],
        documented: 'Sprain of the left wrist.',
        rows: rowsFor('none'),
        codes: [],
        example: null,
        treated: [{ text: 'Sprain of the left wrist', code: 'S63.502A' }],
        askCodingStaff: [because('The set is silent on papers held back.')]
      },
      ...frame,
      chart: {
        ...chartStart,
        notes: [...chartStart.notes, { section: 'findings', entries: ['No word of work so far.'] }],
        noticed: ['works nights'],
        added: []
      }
    })
  })

  test('is that of the ending reached, and of no other', () => {
    const { context } = play(aRun(), wholeRun).snapshot
    expect(() => debriefView(aScenario(), context, 'no-such-ending')).toThrow(
      'Scenario wrist has no ending "no-such-ending"'
    )
  })

  test('shows no first impression where the case asks for none', () => {
    const scenario = aScenario({
      scenes: aScenario().scenes.flatMap((scene) => {
        if (scene.id === 'first-thought') return []
        if (scene.kind !== 'narrative' || scene.id !== 'arrival') return [scene]
        return [{ ...scene, continue: { label: 'Walk in', goTo: 'care-first' } }]
      })
    })
    const acts = wholeRun.filter((act) => act.scene !== 'first-thought')
    expect(debriefOf(acts, scenario).firstImpression).toBeNull()
  })
})

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
      treated: [{ text: 'Sprain of the left wrist' }],
      askCodingStaff: []
    })
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

function part(text: string, why: string, label: string | null = null) {
  return { label, text, isKept: null, why: because(why) }
}

function pairs(film: boolean, wish: boolean) {
  return [
    {
      label: null,
      text: '“Film of the wrist” before “Offer social work”',
      isKept: film,
      why: because('Care comes first.')
    },
    {
      label: null,
      text: '“Ask what he wants” before “Offer social work”',
      isKept: wish,
      why: because('His wish leads.')
    }
  ]
}

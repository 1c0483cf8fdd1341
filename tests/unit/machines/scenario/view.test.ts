import { describe, expect, test } from 'vitest'
import type { Phase } from '#content/scene-schema.ts'
import { type ActView, type SceneView, sceneView } from '#machines/scenario/view.ts'
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

function viewOf(run: Run): SceneView {
  return sceneView(run.scenario, run.snapshot)
}

function actOf(run: Run): ActView {
  return viewOf(run).act
}

function textsOf(act: ActView): string[] {
  return act.kind === 'choose' ? act.options.map((option) => option.text).sort() : []
}

function stepsWith(current: Phase | null) {
  const phases: Phase[] = ['stop', 'observe', 'ask', 'respond', 'document', 'debrief']
  const at = current ? phases.indexOf(current) : -1
  return phases.map((phase, place) => ({
    phase,
    state: place < at ? 'done' : place === at ? 'current' : 'ahead'
  }))
}

describe('a scene on the page', () => {
  test('shows at the start what is seen and said, and nothing of what follows', () => {
    expect(viewOf(aRun())).toEqual({
      scene: 'arrival',
      phase: 'intro',
      heading: 'Ten past two',
      clock: '02:10',
      blocks: [
        { kind: 'seen', text: 'A man holds his left wrist.' },
        { kind: 'said', by: 'Dario', text: 'He fell at work.' }
      ],
      act: { kind: 'continue', label: 'Walk in' },
      chart: expect.objectContaining({ noticed: [] }),
      consequence: null,
      skipped: null,
      canSkip: false,
      isRepair: false,
      steps: stepsWith(null)
    })
  })

  test('shows what followed the last act, and the blocks and choices whose conditions hold', () => {
    expect(viewOf(standingIn('question'))).toEqual({
      scene: 'question',
      phase: 'ask',
      heading: 'A question',
      clock: null,
      blocks: [
        { kind: 'seen', text: 'He waits.' },
        { kind: 'seen', text: 'He looks up at you.' }
      ],
      act: {
        kind: 'choose',
        of: 'choice',
        prompt: 'What now?',
        options: [
          { id: 'give-information', text: 'Here is what we tell everybody about work and rights.' },
          { id: 'open-question', text: 'How is work going for you?' }
        ]
      },
      chart: expect.objectContaining({ added: ['He says little so far.'] }),
      consequence: 'Seen in the room after limits-plain.',
      skipped: null,
      canSkip: true,
      isRepair: false,
      steps: stepsWith('ask')
    })
    expect(viewOf(standingIn('question', repairedRun)).blocks).toEqual([{ kind: 'seen', text: 'He waits.' }])
  })

  test('says in place of a scene passed over what it held, and no consequence', () => {
    const { skipped: summary, consequence } = viewOf(play(standingIn('question'), [skipped('question')]))
    expect([summary, consequence]).toEqual(['You talked about his work for a while.', null])
    const later = viewOf(standingIn('answer', repairedRun))
    expect([later.skipped, later.consequence]).toEqual([null, 'Seen in the room after offer-too-early.'])
  })

  test('says that it puts something right', () => {
    expect(viewOf(standingIn('start-again', repairedRun)).isRepair).toBe(true)
    expect(viewOf(standingIn('limits', repairedRun)).isRepair).toBe(false)
  })

  test('calls the learner you and anybody else by name', () => {
    const [arrival, ...others] = aScenario().scenes
    if (arrival?.kind !== 'narrative') throw new Error('The case has changed')
    const text = [
      { says: 'I am the nurse.', by: 'learner' },
      { says: 'Emil.', by: 'emil' }
    ]
    expect(viewOf(aRun(aScenario({ scenes: [{ ...arrival, text }, ...others] }))).blocks).toEqual([
      { kind: 'said', by: 'You', text: 'I am the nurse.' },
      { kind: 'said', by: 'Emil Novak', text: 'Emil.' }
    ])
  })

  test('knows the steps done, the present one and those ahead, none of them during the intro', () => {
    const phaseAt = {
      'first-thought': null,
      'care-first': 'stop',
      [marked]: 'observe',
      privacy: 'ask',
      plan: 'respond'
    } as const
    for (const [scene, phase] of Object.entries(phaseAt)) {
      expect(viewOf(standingIn(scene)).steps, scene).toEqual(stepsWith(phase))
    }
    expect(viewOf(standingIn('record')).steps).toEqual(stepsWith('document'))
  })

  test('is none at an ending', () => {
    const ended = play(aRun(), wholeRun)
    expect(() => viewOf(ended)).toThrow('Scenario wrist has no scene "leaves-with-plan"')
  })
})

describe('what can be done on the page', () => {
  test('first impressions', () => {
    expect(actOf(standingIn('first-thought'))).toEqual({
      kind: 'choose',
      of: 'first-impression',
      prompt: 'What goes through your mind?',
      options: [
        { id: 'a-fall', text: 'A fall like any other.' },
        { id: 'something-else', text: 'Something else is going on.' }
      ]
    })
  })

  test('choices for the part played', () => {
    const splint = 'Check the fingers and splint the wrist.'
    const film = 'Order the film yourself and splint the wrist.'
    const form = 'Finish the form, then look.'
    expect(textsOf(actOf(standingIn('care-first')))).toEqual([splint, form])
    const physician = play(aRun(aScenario(), { role: 'physician' }), upTo('care-first'))
    expect(textsOf(actOf(physician))).toEqual([splint, form, film])
  })

  test('words', () => {
    expect(actOf(standingIn('limits'))).toEqual({
      kind: 'choose',
      of: 'words',
      prompt: 'What do you say?',
      options: [
        { id: 'promise', text: 'Nothing you say leaves this room.' },
        { id: 'limits-plain', text: 'Most of what you say stays here. I will tell you first if something cannot.' },
        { id: 'limits-brief', text: 'There are a few things I would have to tell others.' }
      ]
    })
  })

  test('phrases to mark', () => {
    expect(actOf(standingIn(marked))).toEqual({
      kind: 'flag',
      prompt: 'Mark what matters to you.',
      passages: [
        {
          channel: 'note',
          heading: 'Note',
          parts: [
            'He has ',
            { phrase: 'no feeling in two fingers', cue: 'numb-fingers' },
            ' and ',
            { phrase: 'works nights', cue: 'night-work' },
            '.'
          ]
        },
        {
          channel: 'talk',
          heading: 'Talk',
          parts: ['Dario ', { phrase: 'answers before he can', cue: 'answers-for-him' }, '.']
        }
      ]
    })
  })

  test('marked phrases to sort, in reading order and without the consequence shown before', () => {
    const sorting = play(standingIn(marked), [flagged(marked, 'answers-for-him', 'numb-fingers')])
    expect([actOf(sorting), viewOf(sorting).consequence]).toEqual([
      {
        kind: 'sort',
        prompt: 'Mark what matters to you.',
        marked: [
          { cue: 'numb-fingers', phrase: 'no feeling in two fingers' },
          { cue: 'answers-for-him', phrase: 'answers before he can' }
        ]
      },
      null
    ])
  })

  test('steps to order', () => {
    expect(actOf(standingIn('plan'))).toEqual({
      kind: 'order',
      prompt: 'Put the steps in order.',
      steps: [
        { id: 'film', text: 'Film of the wrist' },
        { id: 'offer', text: 'Offer social work' },
        { id: 'ask-wish', text: 'Ask what he wants' },
        { id: 'return-date', text: 'Agree on a date to come back' }
      ]
    })
  })

  test('sentences to hand over, without the reasons', () => {
    expect(actOf(standingIn('hand-over'))).toEqual({
      kind: 'hand-over',
      prompt: 'Choose up to three sentences.',
      to: 'A colleague who has ten minutes',
      sentences: [
        { id: 'his-no', text: 'He was offered social work and said no.' },
        { id: 'wrist-plan', text: 'Wrist splinted, film read, recheck in two days.' },
        { id: 'my-guess', text: 'I think he is trafficked.' },
        { id: 'see-alone', text: 'See him alone at the recheck.' }
      ]
    })
  })

  test('a record with the way back that is still open, and the readers known so far', () => {
    const places = (readers: string[]) => [
      {
        id: 'chart',
        label: 'Chart',
        readers: ['The treating team'],
        options: [
          { id: 'a-label', text: 'Probable trafficking.' },
          { id: 'his-words', text: 'His words, in quotation marks.' }
        ]
      },
      {
        id: 'portal',
        label: 'Portal',
        readers,
        options: [
          { id: 'released', text: 'Release the note.' },
          { id: 'held-back', text: 'Hold the note as policy allows.' }
        ]
      },
      {
        id: 'visit-summary',
        label: 'Visit summary',
        readers: ['Anybody at his side'],
        options: [
          { id: 'wrist-only', text: 'Care of the wrist and the date.' },
          { id: 'everything', text: 'The whole note.' }
        ]
      }
    ]
    const prompt = 'What goes where?'
    expect(actOf(standingIn('record'))).toEqual({
      kind: 'file',
      prompt,
      places: places(['Whoever holds the password']),
      goBack: { text: 'You have not asked who reads the portal.', label: 'Go back and ask' }
    })
    expect(actOf(play(standingIn('record'), [returned('record'), continued('who-reads')]))).toEqual({
      kind: 'file',
      prompt,
      places: places(['Whoever holds the password', 'Dario']),
      goBack: null
    })
  })
})

describe('the order of options', () => {
  const seeds = Array.from({ length: 200 }, (_, index) => `seed-${index}`)
  const orderIn = (scene: string, seed: string) => {
    const act = actOf(play(aRun(aScenario(), { seed }), upTo(scene)))
    if (act.kind === 'choose') return act.options.map((option) => option.id)
    if (act.kind === 'order') return act.steps.map((step) => step.id)
    return act.kind === 'hand-over' ? act.sentences.map((sentence) => sentence.id) : []
  }

  test('is the same on a reload', () => {
    const run = standingIn('limits')
    expect(actOf(standingIn('limits'))).toEqual(actOf(run))
    expect(actOf(run)).toEqual(actOf(run))
  })

  test.each(['first-thought', 'limits', 'plan', 'hand-over'])(
    'puts each in every place over many runs, in %s',
    (scene) => {
      const orders = seeds.map((seed) => orderIn(scene, seed))
      const ids = orders[0] ?? []
      expect(ids.length).toBeGreaterThan(1)
      for (const id of ids) {
        expect(new Set(orders.map((order) => order.indexOf(id))).size, id).toBe(ids.length)
      }
    }
  )

  test('does not leave the recommended act in one place', () => {
    const places = seeds.map((seed) => orderIn('privacy', seed).indexOf('step-outside'))
    const first = places.filter((place) => place === 0).length
    expect(first).toBeGreaterThan(60)
    expect(first).toBeLessThan(140)
  })
})

test('an act the page does not offer is not one the page shows', () => {
  const nurse = JSON.stringify(viewOf(standingIn('care-first')))
  expect(nurse).not.toContain('order-film')
  expect(nurse).not.toContain('Order the film yourself')
  expect(() => play(standingIn('care-first'), [chose('care-first', 'order-film')])).toThrow('refused')
})

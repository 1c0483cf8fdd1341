import { describe, expect, test } from 'vitest'
import type { Scenario } from '#content/schema.ts'
import { debriefView } from '#machines/scenario/debrief.ts'
import { endingOf } from '#machines/scenario/run.ts'
import {
  answers,
  because,
  chartStart,
  frame,
  nights,
  numb,
  pairs,
  part,
  rowsFor,
  stations
} from '#tests/helpers/debriefs.ts'
import { aRun, play, repairedRun, wholeRun } from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const marked = 'what-stands-out'

function debriefOf(acts = wholeRun, scenario: Scenario = aScenario()) {
  const { snapshot } = play(aRun(scenario), acts)
  return debriefView(scenario, snapshot.context, endingOf(snapshot) ?? '')
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

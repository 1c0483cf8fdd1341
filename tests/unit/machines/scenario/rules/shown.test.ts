import { describe, expect, test } from 'vitest'
import { loadRegistry } from '#content/load.ts'
import type { Scene, SceneOf } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { faultsOfScenario } from '#machines/scenario/rules/every-rule.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'
import { aChoice, aChoiceScene, aNarrative, aTinyCase } from '#tests/helpers/tiny-scenes.ts'

const registry = loadRegistry()

function saidBy(rule: string, scenario: Scenario): string[] {
  const { faults } = faultsOfScenario(scenario, registry)
  return faults.filter((fault) => fault.rule === rule).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('do-not-use', () => {
  const saying = (p: string, changes: Partial<Scenario> = {}) =>
    saidBy('do-not-use', aTinyCase([aNarrative('here', 'home', { text: [{ p }] })], changes))
  const rescue =
    'scenes.0.text.0.p: we do not write “rescued”: write “support” or “offer options” or “help with what the patient chooses”, or mark the passage as quoted'

  test.each([
    ['alone', 'He rescued her.'],
    ['at the end, in capitals', 'She was RESCUED'],
    ['between marks', '“Rescued”—so they said.']
  ])('finds a word %s', (_, text) => {
    expect(saying(text)).toEqual([rescue])
  })

  test('finds a phrase across line breaks and one with a hyphen, the longest form of each', () => {
    expect(saying('A non-compliant child\n  prostitute.').map((line) => line.match(/“(.*?)”/)?.[1])).toEqual([
      'child prostitute',
      'non-compliant'
    ])
  })

  test.each([
    ['part of another word', 'Captivee, prerescued and addictive.'],
    ['a word that wants care only', 'The statute says victim.'],
    ['a title of a source', `As in ${registry.sources[0]?.title}.`]
  ])('lets %s stand', (_, text) => {
    expect(saying(text)).toEqual([])
  })

  test('lets a title stand though it has a word we avoid, and no more than the title', () => {
    const [source] = registry.sources
    const sources = source ? [{ ...source, title: 'The Rescued: A Report' }] : []
    const found = (p: string) =>
      faultsOfScenario(aTinyCase([aNarrative('here', 'home', { text: [{ p }] })]), {
        ...registry,
        sources
      }).faults.filter(({ rule }) => rule === 'do-not-use').length
    expect([found('See The Rescued: A Report.'), found('See The Rescued: A Report on the rescued.')]).toEqual([0, 1])
  })

  test('lets a passage marked as quoted stand, however its apostrophes are written, and wants it to be there', () => {
    const quoted = [{ text: "it's a rescue", because: 'Said on the phone.' }]
    expect(saying('“It’s a rescue,” he says.', { quoted })).toEqual([])
    expect(saying('“It’s a rescue,” he says, and was rescued.', { quoted })).toEqual([rescue])
    expect(saying('“It is late,” he says.', { quoted })).toEqual([
      'quoted.0.text: this passage stands nowhere in the case: write it letter for letter, or leave it out'
    ])
  })

  test('reads every kind of text that is shown, and a marked phrase as it is read', () => {
    const { scenes, cues, ...wrist } = aScenario()
    const told = scenes.map(
      (scene): Scene =>
        scene.kind === 'cues'
          ? {
              ...scene,
              passages: scene.passages.map((passage, at) =>
                at === 0 ? { ...passage, text: 'A [sex](one) [slave](two).' } : passage
              )
            }
          : scene
    )
    const scenario = { ...wrist, cues, scenes: told, complaint: 'a rescue', summary: ['One.', 'A rescue.'] }
    expect(saidBy('do-not-use', scenario).map((line) => line.split('”')[0])).toEqual([
      'complaint: we do not write “rescue',
      'summary.1: we do not write “rescue',
      `scenes.${scenes.findIndex(({ kind }) => kind === 'cues')}.passages.0.text: we do not write “sex slave`
    ])
  })
})

describe('code-shown-to-role', () => {
  const roles: Scenario['roles'] = ['registered-nurse', 'registrar']
  const showing = (text: string, changes: Partial<Scenario> = {}) =>
    saidBy(
      'code-shown-to-role',
      aTinyCase([aNarrative('here', 'home', { text: [{ p: text }] })], { roles, ...changes })
    )

  test('finds a complete code and a category of the registry', () => {
    const told = (code: string) => [
      `scenes.0.text.0.p: ${code} is shown to somebody who plays a registrar and sees no codes: leave it out, or show it by "when" to other parts`
    ]
    expect(showing('Coded as J20.9.')).toEqual(told('J20.9'))
    expect(showing('See T76.')).toEqual(told('T76'))
  })

  test('knows what is no code, and who may see one', () => {
    expect(showing('Vitamin B12, room C12, 12.5 mg at 14:05, and G20.')).toEqual([])
    expect(showing('Coded as J20.9.', { roles: ['registered-nurse'] })).toEqual([])
  })

  test('looks at what this part is shown, and no further', () => {
    const when = { fact: 'role', is: 'registered-nurse' }
    const scene = aChoiceScene(
      'here',
      aChoice('coded', 'home', { text: 'Write T76.61XA.', when }),
      aChoice('plain', 'home', { rationale: { text: 'Then J20.9 stands.', basis: 'judgement' } })
    )
    expect(saidBy('code-shown-to-role', aTinyCase([scene], { roles }))).toEqual([
      expect.stringContaining('scenes.0.choices.1.rationale.text: J20.9 is shown')
    ])
  })
})

describe('document-never-asked', () => {
  const asks = { fact: 'askedReaders', is: true }
  const file = (changes: Partial<SceneOf<'document'>> = {}): SceneOf<'document'> => {
    const [document] = aScenario().scenes.filter((scene) => scene.kind === 'document')
    if (document === undefined) throw new Error('The small case has a document')
    const { goBack: _, places, results, ...scene } = document
    const shown = places.map((place) => ({ ...place, readers: [{ text: 'Alex.' }] }))
    const led = results.map(({ when: _when, ...result }) => ({ ...result, goTo: 'home' }))
    return { ...scene, phase: 'ask', places: shown, results: led, ...changes }
  }
  const flags = ['askedReaders', 'disclosed']
  const readers = (fact: string) =>
    file().places.map((place) => ({ ...place, readers: [{ text: 'Alex.', when: { fact, is: true } }] }))
  const asking = aChoiceScene(
    'asking',
    aChoice('ask', 'record', { sets: { askedReaders: true } }),
    aChoice('leave', 'record', { quality: 'less-useful' })
  )
  const told = (...scenes: Scene[]) =>
    saidBy('document-never-asked', aTinyCase(scenes, { flags })).map((line) => line.split(':')[0])

  test('finds what no path could ask, by results and by readers', () => {
    const results = file().results.map((result) =>
      result.quality === 'recommended' ? { ...result, when: asks } : result
    )
    expect(told(aNarrative('arrival', 'record'), file({ results }))).toEqual(['scenes.1'])
    expect(told(aNarrative('arrival', 'record'), file({ places: readers('askedReaders') }))).toEqual(['scenes.1'])
  })

  test('lets it be where an act on the way offered it, though it was not taken', () => {
    expect(told(asking, file({ places: readers('askedReaders') }))).toEqual([])
  })

  test('finds the one path that goes round the offer', () => {
    const arrival = aChoiceScene('arrival', aChoice('by', 'asking'), aChoice('round', 'record'))
    expect(told(arrival, asking, file({ places: readers('askedReaders') }))).toEqual(['scenes.2'])
  })

  test('lets it be where the task offers to go back', () => {
    const goBack = { when: { not: asks }, text: 'Nobody asked.', label: 'Ask', goTo: 'late' }
    const late = aNarrative('late', 'record', {
      continue: { label: 'Ask', goTo: 'record', sets: { askedReaders: true } }
    })
    expect(told(aNarrative('arrival', 'record'), file({ places: readers('askedReaders'), goBack }), late)).toEqual([])
  })

  test('does not take for an asking what has a meaning of its own', () => {
    expect(told(aNarrative('arrival', 'record'), file({ places: readers('disclosed') }))).toEqual([])
  })
})

describe('long-utterance', () => {
  test('holds what is said to thirty words, and not what is done', () => {
    const scene = aChoiceScene('here', aChoice('go', 'home', { text: 'word '.repeat(31).trim() }))
    const said = (count: number): Scene => ({
      ...scene,
      kind: 'words',
      choices: [aChoice('go', 'home', { text: 'word '.repeat(count).trim() })]
    })
    expect(saidBy('long-utterance', aTinyCase([scene]))).toEqual([])
    expect(saidBy('long-utterance', aTinyCase([said(30)]))).toEqual([])
    expect(saidBy('long-utterance', aTinyCase([said(31)]))).toEqual([
      'scenes.0.choices.0.text: "here/go" has 31 words: say it in at most 30'
    ])
  })
})

import { describe, expect, test } from 'vitest'
import type { SceneOf } from '#content/scene-schema.ts'
import { cuesIn } from '#machines/scenario/answers.ts'
import { passageView, phraseOf } from '#machines/scenario/passages.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

function passage(text: string): SceneOf<'cues'>['passages'][number] {
  return { channel: 'room', heading: 'The room', text }
}

function sceneWith(...texts: string[]): SceneOf<'cues'> {
  const scene = aScenario().scenes.find((known) => known.kind === 'cues')
  if (scene?.kind !== 'cues') throw new Error('The case has lost its cues')
  return { ...scene, passages: texts.map(passage) }
}

describe('a passage', () => {
  test.each([
    ['without marks', 'Plain text.', ['Plain text.']],
    ['that is one phrase', '[All of it](a-cue)', [{ phrase: 'All of it', cue: 'a-cue' }]],
    ['with a phrase inside', 'He [winces](pain) twice.', ['He ', { phrase: 'winces', cue: 'pain' }, ' twice.']],
    ['that begins with a phrase', '[Pale](pale) hands', [{ phrase: 'Pale', cue: 'pale' }, ' hands']],
    ['that ends with a phrase', 'Hands are [pale](pale)', ['Hands are ', { phrase: 'pale', cue: 'pale' }]],
    [
      'with neighbors',
      '[One](cue-1)[two](cue-2)',
      [
        { phrase: 'One', cue: 'cue-1' },
        { phrase: 'two', cue: 'cue-2' }
      ]
    ],
    [
      'with brackets of its own',
      'Pulse [118] (fast) [by hand](pulse)',
      ['Pulse [118] (fast) ', { phrase: 'by hand', cue: 'pulse' }]
    ]
  ])('%s falls into its parts', (_, text, parts) => {
    expect(passageView(passage(text))).toEqual({ channel: 'room', heading: 'The room', parts })
  })
})

test('the cues of a scene stand in reading order, each once', () => {
  const scene = sceneWith('A [first](b-cue) and [second](a-cue).', 'Again [the first](b-cue), then [third](c-cue).')
  expect(cuesIn(scene)).toEqual(['b-cue', 'a-cue', 'c-cue'])
})

test('a cue is named by the phrase that first bears it, and by its id where none does', () => {
  const scene = sceneWith('A [first](b-cue).', 'Again [the first](b-cue), then [third](c-cue).')
  expect(phraseOf(scene, 'b-cue')).toBe('first')
  expect(phraseOf(scene, 'c-cue')).toBe('third')
  expect(phraseOf(scene, 'no-such-cue')).toBe('no-such-cue')
})

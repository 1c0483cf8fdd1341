import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import type { Finding } from '#machines/scenario/rules/rule.ts'

const highest = 9
/** A grade says nothing of a label of a few words. */
const fewestWords = 5

/** @returns a finding for every instruction to the learner that reads above grade 9 by Flesch and Kincaid. */
export function readingLevel({ scenes }: Scenario): Finding[] {
  return scenes.flatMap((scene, index) =>
    instructionsOf(scene).flatMap(({ path, text }) => {
      const grade = gradeOf(text)
      if (grade === undefined || grade <= highest) return []
      const message = `this instruction reads at grade ${grade.toFixed(1)}, above ${highest}: use shorter words and sentences`
      return [{ path: ['scenes', index, ...path], message }]
    })
  )
}

/** @returns the US school grade at which a text reads; undefined where it is too short to tell. */
export function gradeOf(text: string): number | undefined {
  const words = text.split(/[\s–—-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length < fewestWords) return undefined
  const sentences = text.split(/[.?!:;]+(?=[\s”’)]|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const syllables = words.map((word) => syllable(word)).reduce((sum, count) => sum + count, 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
}

type Instruction = { path: Finding['path']; text: string }

function instructionsOf(scene: Scene): Instruction[] {
  return [
    ...('prompt' in scene ? [{ path: ['prompt'], text: scene.prompt }] : []),
    ...(scene.kind === 'narrative' ? [{ path: ['continue', 'label'], text: scene.continue.label }] : []),
    ...(scene.kind === 'document' && scene.goBack
      ? (['text', 'label'] as const).map((field) => ({ path: ['goBack', field], text: scene.goBack?.[field] ?? '' }))
      : [])
  ]
}

import { countWords } from '../../pace.ts'
import type { CheckedText, Finding } from './rule.ts'

const limit = 30

/** What is to be said aloud has at most 30 words. */
export function longUtterance({ scenario }: CheckedText): Finding[] {
  return scenario.scenes.flatMap((scene, index) => {
    if (scene.kind !== 'words') return []
    return scene.choices.flatMap(({ id, text }, at) => {
      const words = countWords(text)
      if (words <= limit) return []
      const message = `"${scene.id}/${id}" has ${words} words: say it in at most ${limit}`
      return [{ path: ['scenes', index, 'choices', at, 'text'], message }]
    })
  })
}

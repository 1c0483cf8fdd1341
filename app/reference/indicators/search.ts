import { channelWords } from '#app/_components/words.ts'
import { type IndicatorSearch, listIndicatorSettings } from '#server/learning/reference/indicators.ts'
import { ageWords, kindWords, strengthOrder } from './words.ts'

type Given = Readonly<Record<string, string | string[] | undefined>>

/** @returns what an address asks for; what is not among the choices narrows nothing. */
export function searchIn(given: Given): IndicatorSearch {
  const choiceOf = (name: string, choices: readonly string[]) => choices.find((choice) => choice === given[name]) ?? ''
  return {
    setting: choiceOf('setting', listIndicatorSettings()),
    channel: choiceOf('channel', Object.keys(channelWords)),
    strength: choiceOf('strength', strengthOrder),
    age: choiceOf('age', Object.keys(ageWords)),
    kind: choiceOf('kind', Object.keys(kindWords))
  }
}

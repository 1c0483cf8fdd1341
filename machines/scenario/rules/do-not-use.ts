import { type ShownText, shownTexts } from '../shown-text.ts'
import type { CheckedText, Finding, KnownRegistry } from './rule.ts'

/**
 * No word to avoid stands in what is shown, outside official code titles, titles of sources and the passages an
 * author marks as quoted.
 */
export function doNotUse({ scenario, registry }: CheckedText): Finding[] {
  const texts = shownTexts(scenario)
  const quoted = scenario.quoted ?? []
  const passages = quoted.map(({ text }) => text)
  const isIn = (passage: string) => texts.some(({ text }) => plain(text).includes(plain(passage)))
  return [
    ...avoidedWords(texts, registry, passages).map(({ path, message }) => ({
      path,
      message: `${message}, or mark the passage as quoted`
    })),
    ...quoted.flatMap(({ text }, index) =>
      isIn(text)
        ? []
        : [
            {
              path: ['quoted', index, 'text'],
              message: 'this passage stands nowhere in the case: write it letter for letter, or leave it out'
            }
          ]
    )
  ]
}

/** @returns a finding for every text with a word to avoid, once for each entry of the list. */
export function avoidedWords(
  texts: readonly ShownText[],
  registry: KnownRegistry,
  quoted: readonly string[] = []
): Finding[] {
  const exempt = [...(registry.codes ?? []), ...(registry.sources ?? [])].map(({ title }) => title)
  const kept = [...exempt, ...quoted].map(plain).sort((a, b) => b.length - a.length)
  const avoided = (registry.words ?? [])
    .filter(({ level }) => level === 'avoid')
    .map(({ forms, use }) => ({ form: anyOf(forms), use }))
  return texts.flatMap(({ path, text }) => {
    const judged = kept.reduce((left, passage) => left.replaceAll(passage, ' | '), plain(text))
    return avoided.flatMap(({ form, use }) => {
      const [found] = judged.match(form) ?? []
      if (found === undefined) return []
      const instead = use.map((word) => `“${word}”`).join(' or ')
      return [{ path, message: `we do not write “${found}”: write ${instead}` }]
    })
  })
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ')
}

/** The longest form first, so that it is the one told of. */
function anyOf(forms: readonly string[]): RegExp {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

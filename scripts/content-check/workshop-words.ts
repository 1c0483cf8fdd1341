import { avoidedWords } from '#machines/scenario/rules/do-not-use.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import type { ShownText } from '#machines/scenario/shown-text.ts'
import type { Finding } from './unknown.ts'

/** Fields that hold names of things and no words for people. */
const named = new Set([
  'basis',
  'card',
  'corrections',
  'id',
  'kind',
  'option',
  'part',
  'place',
  'repeats',
  'review',
  'scenario',
  'scene',
  'sources'
])
const unsaid = [
  { form: /\bvictim/i, message: 'we do not write "victim" of anyone in the room or the case: write "patient"' },
  { form: /!/, message: 'this raises its voice: end the sentence with a period' },
  {
    form: /\bask (who|whether anyone|if anyone) (here|in this room) (has|was|is)\b/i,
    message: 'this asks people about themselves: ask what they would do'
  },
  { form: /\d{3}[-. ]\d{3,4}\b/, message: 'no phone number stands in prose: name the contact, whose number is dated' }
]
/** Whoever reads a title over a shoulder, or in a mail, learns nothing from it. */
const tellingTitle = /traffick|exploit|forced|abus|violen|\bsex|assault|coerc/i

/** @returns a fault for every text of a cut or an agenda that says what we do not say, and every title that tells. */
export function wordFaults(part: unknown, registry: KnownRegistry): Finding[] {
  const texts = textsIn(part)
  return [
    ...avoidedWords(texts, registry).map((it) => ({ ...it, rule: 'do-not-use' })),
    ...texts.flatMap(({ path, text }) =>
      unsaid.filter(({ form }) => form.test(text)).map(({ message }) => ({ path, rule: 'workshop-words', message }))
    ),
    ...texts.flatMap(({ path, text }) => {
      if (path.at(-1) !== 'title' || !tellingTitle.test(text)) return []
      return [
        { path, rule: 'neutral-title', message: 'this title tells what it is about: name the setting or the step' }
      ]
    })
  ]
}

/** @returns every text of a part that people read or hear, with its place. */
export function textsIn(part: unknown, path: ShownText['path'] = []): ShownText[] {
  if (typeof part === 'string') return [{ path, text: part }]
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(part) ? Number(key) : key]
    return !Array.isArray(part) && named.has(key) ? [] : textsIn(value, here)
  })
}

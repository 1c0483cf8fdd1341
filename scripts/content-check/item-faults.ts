import type { Item, ItemPair } from '#content/item-schema.ts'
import { readItemFile } from '#content/load-items.ts'
import type { Fault, FaultPath } from '#content/open-yaml.ts'
import { avoidedWords } from '#machines/scenario/rules/do-not-use.ts'
import type { KnownRegistry } from '#machines/scenario/rules/rule.ts'
import { shownTexts } from '#machines/scenario/shown-text.ts'
import type { Library } from './library.ts'
import { type Finding, findUnknown } from './unknown.ts'

const sides = ['a', 'b'] as const
/** How many times as long as its shortest option the longest may be. */
const parallel = 2.5
/** How far a guess by length may do better than chance over the bank. */
const margin = 0.1
const fewestQuestions = 90

const catchAll = /\b(all|none|both|any|neither) of (the above|these|them)\b/i
const negative = /\b(not|never|except|least|false|incorrect|wrong|avoid|n['’]t)\b/i

type ReadItems = { file: string; placeOf: (path: FaultPath) => { line: number; col: number }; pairs: ItemPair[] }

/** @returns the faults of the test bank's files: their form, what they name, and the rules for writing questions. */
export function faultsOfItems(files: readonly string[], registry: KnownRegistry, library: Library): Fault[] {
  const read = files.map(readItemFile)
  const whole = read.flatMap(({ file, value, placeOf }) => (value ? [{ file, placeOf, pairs: value.pairs }] : []))
  return [
    ...read.flatMap(({ faults }) => faults),
    ...whole.flatMap((it) => faultsOfFile(it, registry, library)),
    ...repeatedIds(whole),
    ...bankFaults(whole)
  ]
}

function faultsOfFile({ file, placeOf, pairs }: ReadItems, registry: KnownRegistry, library: Library): Fault[] {
  const found: Finding[] = [
    ...findUnknown({ pairs }, registry, library),
    ...avoidedWords(textsOf(pairs), registry).map((it) => ({ ...it, rule: 'do-not-use' })),
    ...pairs.flatMap((pair, index) => pairFaults(pair).map((it) => ({ ...it, path: ['pairs', index, ...it.path] })))
  ]
  return found.map(({ path, rule, message }) => ({ file, ...placeOf(path), rule, message }))
}

function textsOf(pairs: readonly ItemPair[]) {
  const shown = pairs.map(({ a, b }) => ({ a: withText(a), b: withText(b) }))
  return shownTexts(shown).map(({ path, text }) => ({ path: ['pairs', ...path], text }))
}

function withText({ stem, options }: Item) {
  return { text: stem, options }
}

function pairFaults(pair: ItemPair): Finding[] {
  const own = sides.flatMap((side) => itemFaults(pair[side]).map((it) => ({ ...it, path: [side, ...it.path] })))
  const { a, b } = pair
  if (a.kind === b.kind && a.options.length === b.options.length) return own
  const message = 'the two questions of a pair are of one kind and offer as many options: make them alike'
  return [...own, { path: ['b'], rule: 'item-pair', message }]
}

function itemFaults(item: Item): Finding[] {
  return [...stemFaults(item), ...optionFaults(item)]
}

function stemFaults({ stem }: Item): Finding[] {
  const lead = stem.split(/(?<=[.!:])\s+/).at(-1) ?? ''
  return [
    !stem.endsWith('?') && 'end the stem with its question',
    negative.test(lead) && `the question asks for what does not hold ("${lead}"): ask for what does`
  ].flatMap((message) => (message ? [{ path: ['stem'], rule: 'item-writing', message }] : []))
}

function optionFaults({ options }: Item): Finding[] {
  const lengths = options.map(({ text }) => text.length)
  const isUneven = Math.max(...lengths) > parallel * Math.min(...lengths)
  const texts = options.map(({ text }) => text.toLowerCase())
  return [
    ...options.flatMap(({ text }, index) =>
      catchAll.test(text)
        ? [
            {
              path: ['options', index, 'text'],
              rule: 'item-writing',
              message: `"${text}" takes other options in: name one thing`
            }
          ]
        : []
    ),
    ...(isUneven
      ? [
          {
            path: ['options'],
            rule: 'item-writing',
            message: `the longest option is more than ${parallel} times the shortest: write them alike`
          }
        ]
      : []),
    ...(new Set(texts).size < texts.length
      ? [{ path: ['options'], rule: 'item-writing', message: 'two options say the same' }]
      : [])
  ]
}

function repeatedIds(files: readonly ReadItems[]): Fault[] {
  const seen = new Set<string>()
  return files.flatMap(({ file, placeOf, pairs }) =>
    pairs.flatMap(({ id }, index) => {
      if (!seen.has(id)) {
        seen.add(id)
        return []
      }
      return [{ file, ...placeOf(['pairs', index, 'id']), rule: 'ids', message: `"${id}" stands in the bank twice` }]
    })
  )
}

/** What only all questions together show: how many there are, and that length says nothing of what is right. */
function bankFaults(files: readonly ReadItems[]): Fault[] {
  const [first] = files
  if (first === undefined) return []
  const at = { file: first.file, line: 1, col: 1 }
  const items = files.flatMap(({ pairs }) => pairs.flatMap(({ a, b }) => [a, b]))
  const few =
    items.length < fewestQuestions
      ? [
          {
            ...at,
            rule: 'item-bank',
            message: `the bank has ${items.length} questions, and at least ${fewestQuestions} are needed`
          }
        ]
      : []
  const tricks = [
    { name: 'always the longest', score: (text: string) => text.length },
    { name: 'always the shortest', score: (text: string) => -text.length }
  ]
  return [
    ...few,
    ...tricks.flatMap(({ name, score }) => {
      const over = items.reduce((sum, item) => sum + liftOf(item, score), 0) / items.length
      if (over <= margin) return []
      const message = `over ${items.length} questions, "${name}" finds a right option ${Math.round(over * 1000) / 10} points more often than chance, and ${margin * 100} are allowed`
      return [{ ...at, rule: 'give-away', message }]
    })
  ]
}

function liftOf({ options }: Item, score: (text: string) => number): number {
  const scores = options.map(({ text }) => score(text))
  const taken = options.filter((_, index) => scores[index] === Math.max(...scores))
  return shareRight(taken) - shareRight(options)
}

function shareRight(options: Item['options']): number {
  return options.filter(({ right }) => right).length / options.length
}

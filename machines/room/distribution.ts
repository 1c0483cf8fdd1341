import { keysOf } from './answers.ts'
import type { Tally } from './events.ts'
import type { Question, Step } from './plan.ts'

/** How many answered so, in words, where fewer than ten did. */
export type Word = 'most' | 'some' | 'few'

/**
 * What a room may see of its answers. Under five persons nothing, from five to nine words, from ten on counts; tables
 * are counted always, because behind a table nobody can be picked out, unless a phone at no table was among them. Rows
 * leave out identity options.
 */
export type Distribution =
  | { kind: 'none' }
  | { kind: 'too-few' }
  | { kind: 'words'; answered: number; rows: { key: string; label: string; word: Word }[] }
  | { kind: 'counts'; answered: number; rows: { key: string; label: string; count: number }[] }

const fewest = 5
const fewestCounted = 10

/**
 * @param isRecommended whether the recommendation is shown too; before it an order tells only what came first
 * @returns what a room may see of one tally
 */
export function distributionOf(step: Step, tally: Tally, { isRecommended }: { isRecommended: boolean }): Distribution {
  const { question, reveal } = step
  if (!question || question.ask === 'text') return { kind: 'none' }
  const { answered, counts } = tally
  const isByTable = step.isByTable && !tally.isOfPersons
  if (!isByTable && answered < fewest) return { kind: 'too-few' }
  const rows = keysOf(question, reveal)
    .filter((key) => isRecommended || question.ask !== 'order' || key.startsWith('first:'))
    .map((key) => ({ key, label: labelOf(question, key), count: counts[key] ?? 0 }))
  if (isByTable || answered >= fewestCounted) return { kind: 'counts', answered, rows }
  const inWords = rows.map(({ key, label, count }) => ({ key, label, word: wordFor(count, answered) }))
  return { kind: 'words', answered, rows: inWords }
}

function wordFor(count: number, answered: number): Word {
  if (count * 2 > answered) return 'most'
  return count * 5 > answered ? 'some' : 'few'
}

function labelOf(question: Question, key: string): string {
  const text = (id: string) => question.options.find((option) => option.id === id)?.text ?? id
  if (question.ask === 'scale') return key
  if (key.startsWith('first:')) return `First: ${text(key.slice('first:'.length))}`
  const [one = '', other] = key.split('/')
  if (other === undefined) return text(one)
  const bin = question.bins.find(({ id }) => id === other)
  return bin ? `${text(one)}: ${bin.text}` : `${text(one)}, before: ${text(other)}`
}

import { z } from 'zod'
import type { Tally } from './events.ts'
import type { Question, Reveal } from './plan.ts'

const id = z.string().min(1).max(80)

/** What a phone sends: options marked (in their order, for `order`), options in bins, or a sentence. */
export const answerSchema = z.union([
  z.strictObject({ marked: z.array(id).max(12) }),
  z.strictObject({ sorted: z.record(id, id) }),
  z.strictObject({ text: z.string().trim().min(1).max(200) })
])
export type Answer = z.output<typeof answerSchema>

const scale = ['1', '2', '3', '4', '5']

/** @returns whether an answer is one that the question can take; nothing else is ever stored. */
export function fits({ ask, options, bins }: Question, answer: Answer): boolean {
  const ids = options.map((option) => option.id)
  if ('text' in answer) return ask === 'text'
  if ('sorted' in answer) {
    const sorted = Object.entries(answer.sorted)
    const isBin = (bin: string) => bins.some((each) => each.id === bin)
    return ask === 'sort' && sorted.every(([option, bin]) => ids.includes(option) && isBin(bin))
  }
  const { marked } = answer
  if (new Set(marked).size < marked.length) return false
  if (ask === 'scale') return marked.length === 1 && marked.every((each) => scale.includes(each))
  if (!marked.every((each) => ids.includes(each))) return false
  if (ask === 'one') return marked.length === 1
  return ask === 'several' || (ask === 'order' && marked.length === ids.length)
}

/**
 * Counts answers: of `one`, `several` and `scale` by option, of `sort` by `option/bin`, of `order` by `first:option` and
 * by each pair `before/after` that the recommendation names. Marks on identity options are not counted.
 */
export function tallyOf(question: Question, reveal: Reveal | null, answers: readonly Answer[]): Tally {
  const counts: Record<string, number> = {}
  for (const key of keysOf(question, reveal)) counts[key] = 0
  for (const answer of answers) {
    for (const key of keysIn(question, reveal, answer)) {
      const before = counts[key]
      if (before !== undefined) counts[key] = before + 1
    }
  }
  return { answered: answers.length, counts }
}

/** What hands came to: `answered` is null where nobody counted the people. */
export type Hands = { answered: number | null; counts: Readonly<Record<string, number>> }

/**
 * @returns the tally of a show of hands, of the question's keys alone. People that nobody counted are as few as they can
 * be: where each may raise several, the most hands for one answer.
 */
export function tallyOfHands(question: Question, reveal: Reveal | null, { answered, counts: raised }: Hands): Tally {
  const counts = Object.fromEntries(keysOf(question, reveal).map((key) => [key, raised[key] ?? 0]))
  const each = Object.values(counts)
  const fewest = isOneEach(question) ? each.reduce((sum, count) => sum + count, 0) : Math.max(0, ...each)
  return { answered: answered ?? fewest, counts }
}

/** @returns whether so many people can have answered so. */
export function isPossible(question: Question, { answered, counts }: Tally): boolean {
  const entries = Object.entries(counts)
  const sum = (some: typeof entries) => some.reduce((total, [, count]) => total + count, 0)
  if (entries.some(([, count]) => count > answered)) return false
  if (isOneEach(question)) return sum(entries) <= answered
  const { ask, options } = question
  if (ask === 'order') return sum(entries.filter(([key]) => key.startsWith('first:'))) <= answered
  if (ask !== 'sort') return true
  return options.every(({ id }) => sum(entries.filter(([key]) => key.startsWith(`${id}/`))) <= answered)
}

function isOneEach({ ask }: Question): boolean {
  return ask === 'one' || ask === 'scale'
}

/** @returns every key that a tally of the question has, in the order of its options. */
export function keysOf({ ask, options, bins }: Question, reveal: Reveal | null): string[] {
  const counted = options.filter(({ isIdentity }) => !isIdentity).map((option) => option.id)
  if (ask === 'text') return []
  if (ask === 'scale') return scale
  if (ask === 'sort') return counted.flatMap((option) => bins.map((bin) => `${option}/${bin.id}`))
  if (ask === 'order') return [...counted.map((option) => `first:${option}`), ...(reveal?.best ?? [])]
  return counted
}

function keysIn({ ask }: Question, reveal: Reveal | null, answer: Answer): string[] {
  if ('text' in answer) return []
  if ('sorted' in answer) return Object.entries(answer.sorted).map(([option, bin]) => `${option}/${bin}`)
  if (ask !== 'order') return answer.marked
  const place = (option: string) => answer.marked.indexOf(option)
  const pairs = (reveal?.best ?? []).filter((pair) => {
    const [before = '', after = ''] = pair.split('/')
    return place(before) < place(after)
  })
  return [...answer.marked.slice(0, 1).map((option) => `first:${option}`), ...pairs]
}

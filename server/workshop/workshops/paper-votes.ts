import { isPossible, keysOf } from '#machines/room/answers.ts'
import type { Tally } from '#machines/room/events.ts'
import type { Plan, Question, Step } from '#machines/room/plan.ts'
import { AppError } from '#server/errors.ts'

/** What was counted of one question: its first vote, and its second where there was one. */
export type PaperVotes = { step: string; votes: Tally[] }

/** A question that can be counted by hand: its keys, in the order of its options. */
export type Countable = { step: Step; question: Question; keys: string[] }

const mostPeople = 1000

/** @returns the questions of a plan that can be counted; sentences cannot. */
export function countableIn({ steps }: Plan): Countable[] {
  return steps.flatMap((step) => {
    const { question, reveal } = step
    return question && question.ask !== 'text' ? [{ step, question, keys: keysOf(question, reveal) }] : []
  })
}

/** @returns the name of a field: how many answered (`answered`), or gave one answer, in the first or second vote. */
export function fieldOf(vote: 1 | 2, step: string, key: string): string {
  return `${vote}.${step}.${key}`
}

/**
 * @param fields those of a posted form, named by `fieldOf`
 * @returns what was counted, without the questions whose people were left blank
 * @throws `tally_impossible` where counts cannot be those of so many people
 */
export function votesIn(fields: ReadonlyMap<string, readonly string[]>, plan: Plan): PaperVotes[] {
  return countableIn(plan).flatMap((countable) => {
    const votes = votesOf(fields, countable)
    return votes.length > 0 ? [{ step: countable.step.id, votes }] : []
  })
}

/** @returns the steps of a plan whose counts `votesIn` refuses. */
export function impossibleIn(fields: ReadonlyMap<string, readonly string[]>, plan: Plan): string[] {
  return countableIn(plan)
    .filter((countable) => {
      try {
        votesOf(fields, countable)
        return false
      } catch (fault) {
        if (fault instanceof AppError && fault.code === 'tally_impossible') return true
        throw fault
      }
    })
    .map(({ step }) => step.id)
}

function votesOf(fields: ReadonlyMap<string, readonly string[]>, countable: Countable): Tally[] {
  const votes = ([1, 2] as const).flatMap((vote) => tallyIn(fields, vote, countable) ?? [])
  const isSecondAlone = votes.length === 1 && wholeIn(fields, fieldOf(1, countable.step.id, 'answered')) === undefined
  if (isSecondAlone) throw new AppError('tally_impossible')
  return votes
}

function tallyIn(
  fields: ReadonlyMap<string, readonly string[]>,
  vote: 1 | 2,
  { step, question, keys }: Countable
): Tally | undefined {
  const answered = wholeIn(fields, fieldOf(vote, step.id, 'answered'))
  const given = keys.map((key) => [key, wholeIn(fields, fieldOf(vote, step.id, key))] as const)
  if (answered === undefined && given.every(([, count]) => count === undefined)) return undefined
  const isBlankUnsaid = ['sort', 'order'].includes(question.ask) && given.some(([, count]) => count === undefined)
  if (answered === undefined || isBlankUnsaid) throw new AppError('tally_impossible')
  const counts = Object.fromEntries(given.map(([key, count]) => [key, count ?? 0]))
  if (!isPossible(question, { answered, counts })) throw new AppError('tally_impossible')
  return { answered, counts }
}

function wholeIn(fields: ReadonlyMap<string, readonly string[]>, name: string): number | undefined {
  const [text = '', ...more] = fields.get(name) ?? []
  if (text.trim() === '' && more.length === 0) return undefined
  const count = Number(text)
  if (more.length > 0 || !/^\d{1,4}$/.test(text.trim()) || count > mostPeople) throw new AppError('tally_impossible')
  return count
}

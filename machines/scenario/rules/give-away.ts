import type { Choice } from '#content/scene-schema.ts'
import { type Decision, decisionsIn, shareOfRecommended } from './decisions.ts'
import { isOver, type LibraryCase, type LibraryFinding, margin, points, smallLibrary } from './library.ts'

/** A way to choose without reading for sense: the option with the highest score is taken. */
type Trick = { name: string; score: (option: Choice, index: number) => number; mend: string }

const listed = /(?<!\p{L})(may|options?|safe|private|offer)(?!\p{L})/giu
const length = ({ text }: Choice) => text.length

const tricks: readonly Trick[] = [
  { name: 'always the longest', score: length, mend: 'shorten recommended options, or lengthen others' },
  { name: 'always the shortest', score: (it) => -length(it), mend: 'lengthen recommended options, or shorten others' },
  { name: 'always the first as written', score: (_, index) => -index, mend: 'write other options first' },
  {
    name: 'most words from may, option, safe, private, offer',
    score: ({ text }) => (text.match(listed) ?? []).length,
    mend: 'use those words in other options too, or not in these'
  }
]
const shownAtMost = 5

/**
 * No trick picks a recommended option more than 10 points more often than chance over all decisions of the library.
 * With fewer than 40 decisions it may do as much better as luck does: two standard errors.
 */
export function giveAway(library: readonly LibraryCase[]): LibraryFinding[] {
  const decisions = decisionsIn(library)
  if (decisions.length === 0) return []
  const allowed = decisions.length < smallLibrary ? Math.max(margin, 2 * standardError(decisions)) : margin
  return tricks.flatMap((trick) => {
    const lifts = decisions.map((decision) => ({ decision, lift: liftOf(trick, decision) }))
    const over = lifts.reduce((sum, { lift }) => sum + lift, 0) / decisions.length
    if (!isOver(over, allowed)) return []
    const worst = lifts.toSorted((a, b) => b.lift - a.lift).slice(0, shownAtMost)
    const [first, ...others] = worst.map(({ decision }) => decision)
    if (first === undefined) return []
    const message = `over ${decisions.length} decisions, "${trick.name}" finds a recommended option ${points(over)} points more often than chance, and ${points(allowed)} are allowed: ${trick.mend}, first in "${first.name}"`
    return [{ of: first.of, path: first.path, message, others }]
  })
}

/** How much better than chance a trick does in one decision, where several fit it as likely as each other. */
function liftOf({ score }: Trick, { offers }: Decision): number {
  const lifts = offers.map((offer) => {
    const scores = offer.map(score)
    const taken = offer.filter((_, index) => scores[index] === Math.max(...scores))
    return shareOfRecommended(taken) - shareOfRecommended(offer)
  })
  return average(lifts)
}

function standardError(decisions: readonly Decision[]): number {
  const variance = decisions.map(({ offers }) => {
    const chance = average(offers.map(shareOfRecommended))
    return chance * (1 - chance)
  })
  return Math.sqrt(variance.reduce((sum, it) => sum + it, 0)) / decisions.length
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, it) => sum + it, 0) / numbers.length
}

import type { CourseTest } from '#content/course-schema.ts'
import type { Item, ItemPair } from '#content/item-schema.ts'
import { shuffle } from '../shuffle.ts'
import { type Form, type PaperQuestion, type Side, sides } from './events.ts'

/** A question by its place in the bank. */
export type Drawn = { pairId: string; side: Side }

/** A test that the learner had before. */
export type Earlier = { courseId: string; form: Form; drawn: readonly Drawn[] }

export type DrawRequest = {
  test: Pick<CourseTest, 'blueprint' | 'for'>
  courseId: string
  form: Form
  seed: string
  /** The learner's tests in all courses, the oldest first. */
  seen: readonly Earlier[]
}

/** The bank holds fewer pairs for an objective than a test asks for. */
export class BankTooSmall extends Error {
  readonly objective: string
  readonly wanted: number
  readonly found: number

  constructor({ objective, wanted, found }: { objective: string; wanted: number; found: number }) {
    super(`The test bank holds ${found} of ${wanted} pairs for the objective "${objective}"`)
    this.name = 'BankTooSmall'
    this.objective = objective
    this.wanted = wanted
    this.found = found
  }
}

/**
 * Draws the questions of a test: for each objective of the blueprint as many pairs as it names, one side of each.
 * The first test after a course takes the pairs of the test before it by their other side. Beyond that, pairs that the
 * learner has not met come first, then sides not met, then what was met longest ago.
 * @returns the questions in the order in which they are asked. Throws `BankTooSmall`.
 */
export function draw(bank: readonly ItemPair[], request: DrawRequest): Drawn[] {
  const { test, seed } = request
  const parallel = parallelTo(request)
  const used = new Set<string>()
  const drawn = test.blueprint.flatMap(({ objective, items: wanted }) => {
    const fitting = bank.filter((pair) => pair.objective === objective && isFor(test, pair) && !used.has(pair.id))
    const ranked = shuffle(fitting, `${seed}/${objective}`)
      .map((pair) => candidate(pair.id, parallel.get(pair.id), request))
      .sort((one, other) => one.rank - other.rank || one.metAt - other.metAt)
    if (ranked.length < wanted) throw new BankTooSmall({ objective, wanted, found: ranked.length })
    const picked = ranked.slice(0, wanted)
    for (const { pairId } of picked) used.add(pairId)
    return picked.map(({ pairId, side }) => ({ pairId, side }))
  })
  return shuffle(drawn, `${seed}/order`)
}

/** @returns the drawn questions whole, as the first event of a test holds them. */
export function paperOf(bank: readonly ItemPair[], drawn: readonly Drawn[]): PaperQuestion[] {
  const pairs = new Map(bank.map((pair) => [pair.id, pair]))
  return drawn.map(({ pairId, side }) => {
    const pair = pairs.get(pairId)
    if (!pair) throw new Error(`The test bank holds no pair "${pairId}"`)
    return { id: `${pairId}-${side}`, pair: pairId, side, objective: pair.objective, ...whole(pair[side]) }
  })
}

function whole({ kind, stem, options, sources, basis }: Item) {
  return { kind, stem, options, ...(sources && { sources }), ...(basis && { basis }) }
}

function isFor(test: DrawRequest['test'], pair: ItemPair): boolean {
  return test.for === 'clinical' || pair.for === 'everyone'
}

/** By pair, the side that the first test after a course takes; empty for every other test. */
function parallelTo({ courseId, form, seen }: DrawRequest): Map<string, Side> {
  const here = seen.filter((earlier) => earlier.courseId === courseId)
  const before = here.findLast((earlier) => earlier.form === 'pre')
  if (form !== 'post' || !before || here.some((earlier) => earlier.form === 'post')) return new Map()
  return new Map(before.drawn.map(({ pairId, side }) => [pairId, otherThan(side)]))
}

type Candidate = Drawn & { rank: number; metAt: number }

function candidate(pairId: string, parallel: Side | undefined, { seed, seen }: DrawRequest): Candidate {
  if (parallel) return { pairId, side: parallel, rank: 0, metAt: 0 }
  const met = sides.map((side) => ({ side, at: lastMet(seen, pairId, side) })).filter(({ at }) => at >= 0)
  const [first, second] = met.sort((one, other) => one.at - other.at)
  if (!first) return { pairId, side: shuffle(sides, `${seed}/${pairId}`)[0] ?? 'a', rank: 1, metAt: 0 }
  if (!second) return { pairId, side: otherThan(first.side), rank: 2, metAt: first.at }
  return { pairId, side: first.side, rank: 3, metAt: first.at }
}

function lastMet(seen: readonly Earlier[], pairId: string, side: Side): number {
  return seen.findLastIndex(({ drawn }) => drawn.some((it) => it.pairId === pairId && it.side === side))
}

function otherThan(side: Side): Side {
  return side === 'a' ? 'b' : 'a'
}

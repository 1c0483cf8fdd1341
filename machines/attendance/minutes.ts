/** A stretch of time in whole minutes since 1970, from its first minute up to, and without, its last. */
export type Stretch = { from: number; to: number }

/** One block of the plan, in the order in which it is held. */
export type Block = { minutes: number; isCreditTime: boolean }

/**
 * A session as it was planned: its blocks follow each other from `beginsAt`. Signing in takes a while, so whoever signs
 * in up to `signingMinutes` after the beginning was there from the beginning, and likewise at the end.
 */
export type Session = { beginsAt: number; blocks: readonly Block[]; signingMinutes: number }

/**
 * @returns the minutes of a session that count for somebody: those of their presence, each once, that lie in a block
 * whose time counts. Never more than the plan has, nor than they were there.
 */
export function countedMinutes(session: Session, presence: readonly Stretch[]): number {
  const there = unionOf(presence)
  const counted = countedStretches(session).flatMap((block) => there.map((stretch) => overlap(block, stretch)))
  return sum(counted)
}

/** @returns the minutes of a session that count at most. */
export function plannedMinutes({ blocks }: Pick<Session, 'blocks'>): number {
  return blocks.reduce((all, { minutes, isCreditTime }) => all + (isCreditTime ? minutes : 0), 0)
}

/** @returns the minute at which a session ends by its plan. */
export function endOf({ beginsAt, blocks }: Pick<Session, 'beginsAt' | 'blocks'>): number {
  return blocks.reduce((at, { minutes }) => at + minutes, beginsAt)
}

/** @returns from which minute on somebody was there who signed in `at` a minute. */
export function arrivalAt({ beginsAt, signingMinutes }: Session, at: number): number {
  return at <= beginsAt + signingMinutes ? beginsAt : at
}

/** @returns until which minute somebody was there who signed out `at` a minute. */
export function departureAt(session: Session, at: number): number {
  const end = endOf(session)
  return at >= end - session.signingMinutes ? end : at
}

/** @returns the same time without overlaps, the earliest first; a stretch that ends before it begins is none. */
export function unionOf(stretches: readonly Stretch[]): Stretch[] {
  const sorted = stretches.filter(({ from, to }) => to > from).toSorted((one, other) => one.from - other.from)
  const union: Stretch[] = []
  for (const stretch of sorted) {
    const last = union.at(-1)
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else union.push({ ...stretch })
  }
  return union
}

function countedStretches({ beginsAt, blocks }: Session): Stretch[] {
  let at = beginsAt
  return blocks.flatMap(({ minutes, isCreditTime }) => {
    const from = at
    at += minutes
    return isCreditTime ? [{ from, to: at }] : []
  })
}

function overlap(one: Stretch, other: Stretch): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
}

function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0)
}

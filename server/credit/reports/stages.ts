import type { ClaimState } from '#machines/claim/machine.ts'

/** Where somebody stands on the way to credit, in the order of the way. */
export const stages = ['front-matter', 'learning', 'test', 'evaluation', 'claim', 'certificate'] as const
export type Stage = (typeof stages)[number]

/** What is known of one way to credit; times are ISO-8601 in UTC. */
export type Way = {
  acknowledgedAt: string
  finishedAt: string | null
  isPassed: boolean
  isEvaluated: boolean
  /** When the last lesson or case was done, and the last test handed in. */
  lastLearned: string | null
  lastTested: string | null
  claims: readonly { state: ClaimState; openedAt: string; claimedAt: string | null }[]
}

/** The stage that somebody is in, and since when they have been there. */
export type Standing = { stage: Stage; since: string }

/**
 * @returns where a way to credit stands; undefined where all that was claimed is settled. `front-matter`: acknowledged,
 * and nothing done since. `test`: handed in and not passed. `certificate`: claimed and not yet issued.
 */
export function standingOf(way: Way): Standing | undefined {
  const waiting = way.claims.find(({ state }) => state === 'claimed')
  if (waiting) return { stage: 'certificate', since: waiting.claimedAt ?? waiting.openedAt }
  const attesting = way.claims.find(({ state }) => state === 'attesting')
  if (attesting) return { stage: 'claim', since: attesting.openedAt }
  const unevaluated = way.claims.find(({ state }) => state === 'evaluationPending')
  if (unevaluated) return { stage: 'evaluation', since: unevaluated.openedAt }
  if (way.claims.some(({ claimedAt }) => claimedAt !== null)) return undefined
  return earlierStanding(way)
}

function earlierStanding(way: Way): Standing {
  const { acknowledgedAt, finishedAt, isPassed, isEvaluated, lastLearned, lastTested } = way
  const since = finishedAt ?? lastTested ?? lastLearned ?? acknowledgedAt
  if (isPassed || finishedAt !== null) return { stage: isEvaluated ? 'claim' : 'evaluation', since }
  if (lastTested !== null) return { stage: 'test', since: lastTested }
  if (lastLearned !== null) return { stage: 'learning', since: lastLearned }
  return { stage: 'front-matter', since: acknowledgedAt }
}

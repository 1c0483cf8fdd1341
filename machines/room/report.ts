import { type Distribution, distributionOf } from './distribution.ts'
import type { Tally } from './events.ts'
import type { RoomContext } from './machine.ts'
import type { Step } from './plan.ts'

/** One question of a session: its first and last vote, what was recommended, and where many went astray. */
export type QuestionReport = {
  step: string
  title: string
  prompt: string
  first: Distribution
  /** Null where it was asked once. */
  last: Distribution | null
  best: string[]
  /** Answers that are not recommended and that half of the room or more gave at last. */
  astray: { label: string; say: string | null }[]
}

/** What a session came to, without anybody's answer. */
export type SessionReport = { title: string; questions: QuestionReport[] }

/**
 * @returns what a session came to, from its log alone. A question that was asked again under a later step by the same
 * words is laid beside its first asking.
 */
export function reportOn({ opened, tallies }: Pick<RoomContext, 'opened' | 'tallies'>): SessionReport {
  const { steps, title } = opened.plan
  const repeated = new Set(steps.flatMap(({ repeats }) => (repeats === null ? [] : [repeats])))
  const questions = steps.flatMap((step) => {
    if (repeated.has(step.id)) return []
    const earlier = step.repeats === null ? [] : (tallies[step.repeats] ?? [])
    const votes = [...earlier, ...(tallies[step.id] ?? [])]
    return step.question && votes.length > 0 ? [questionReport(step, votes)] : []
  })
  return { title, questions }
}

/** @returns the last vote of a question of which something may be shown; where there is none, the last. */
export function tellingVote({ first, last }: Pick<QuestionReport, 'first' | 'last'>): Distribution {
  const told = [last, first].find((vote) => vote?.kind === 'counts' || vote?.kind === 'words')
  return told ?? last ?? first
}

function questionReport(step: Step, votes: readonly Tally[]): QuestionReport {
  const [first, last] = [votes[0], votes.length > 1 ? votes.at(-1) : undefined]
  const shown = (tally: Tally) => distributionOf(step, tally, { isRecommended: true })
  const atLast = last ?? first
  return {
    step: step.id,
    title: step.title,
    prompt: step.question?.prompt ?? '',
    first: first ? shown(first) : { kind: 'none' },
    last: last ? shown(last) : null,
    best: step.reveal?.best ?? [],
    astray: atLast ? astrayIn(step, shown(atLast)) : []
  }
}

function astrayIn({ reveal, question }: Step, distribution: Distribution): QuestionReport['astray'] {
  if (!reveal || reveal.best.length === 0 || question?.ask === 'order') return []
  return manyIn(distribution)
    .filter(({ key }) => !reveal.best.includes(key))
    .map(({ key, label }) => ({
      label,
      say: reveal.wrongTurns.find(({ option }) => option === key.split('/')[0])?.say ?? null
    }))
}

function manyIn(distribution: Distribution): { key: string; label: string }[] {
  if (distribution.kind === 'counts') return distribution.rows.filter(({ count }) => count * 2 >= distribution.answered)
  return distribution.kind === 'words' ? distribution.rows.filter(({ word }) => word === 'most') : []
}

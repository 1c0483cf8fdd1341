import type { LeadView } from '#machines/room/view.ts'

/** One press of whoever leads: the move, its words, and what it is about. */
export type Act = { act: string; label: string; fields?: Record<string, string> }

/** @returns the moves that lead on from here, the likely one first. */
export function actsFor(view: LeadView): Act[] {
  const next = nextOf(view)
  const again: Act = { act: 'question.reopened', label: 'Ask once more' }
  const recommend = recommendOf(view)
  // After a second vote the reasons are due; before it, the talk and the vote.
  const isRevoted = view.distributions.length > 1
  switch (view.state) {
    case 'lobby':
      return next
    case 'presenting':
      return presenting(view, next)
    case 'collecting':
    case 'revoting':
      return [
        { act: 'close', label: 'Close the question' },
        ...(view.isClosing ? [] : [{ act: 'closing.announced', label: 'Say that it closes soon' }])
      ]
    case 'closed':
      return [{ act: 'distribution.shown', label: 'Show their answers' }, ...next]
    case 'distributionShown': {
      const discuss: Act = { act: 'discussion.begun', label: 'Let them discuss' }
      return isRevoted ? [...recommend, discuss, ...next, again] : [discuss, again, ...recommend, ...next]
    }
    case 'discussing':
      return isRevoted ? [...recommend, ...next, again] : [again, ...recommend, ...next]
    case 'recommendationShown':
      return recommended(view, next)
    case 'paused':
      return [{ act: 'room.resumed', label: 'Go on' }]
    case 'ended':
      return []
  }
}

function presenting(view: LeadView, next: Act[]): Act[] {
  if (!view.question) return next
  const open: Act = { act: 'question.opened', label: 'Open the question' }
  const wasAnswered = view.steps.find(({ id }) => id === view.step?.id)?.isAnswered ?? false
  return wasAnswered ? [{ act: 'distribution.shown', label: 'Show the answers again' }, open, ...next] : [open, ...next]
}

function recommended(view: LeadView, next: Act[]): Act[] {
  if (view.turn) return [{ act: 'turn.left', label: 'Back to what is recommended' }, ...next]
  const astray = harmfulMajority(view)
  return astray ? [turnTo(view, astray, 'Most said this. Show what might happen:'), ...next] : next
}

/** @returns the act that shows what might happen after an answer. */
export function turnTo(view: LeadView, option: string, before?: string): Act {
  const text = `“${textOf(view, option)}”`
  return { act: 'turn.shown', label: before ? `${before} ${text}` : text, fields: { option } }
}

/** @returns the answer that might do harm and that most of the room gave at last, if there is one. */
export function harmfulMajority({ ahead, distributions }: LeadView): string | undefined {
  const last = distributions.at(-1)
  const harmful = (ahead?.turns ?? []).filter(({ isHarmful }) => isHarmful).map(({ option }) => option)
  if (last?.kind === 'words') return last.rows.find(({ key, word }) => word === 'most' && harmful.includes(key))?.key
  if (last?.kind !== 'counts') return undefined
  return last.rows.find(({ key, count }) => count * 2 > last.answered && harmful.includes(key))?.key
}

/** @returns the words of an answer. */
export function textOf({ question }: Pick<LeadView, 'question'>, option: string): string {
  return question?.options.find(({ id }) => id === option)?.text ?? option
}

function nextOf({ next }: LeadView): Act[] {
  return next ? [{ act: 'step.presented', label: `Next: ${next.title}`, fields: { step: next.id } }] : []
}

function recommendOf({ ahead }: LeadView): Act[] {
  const hasKey = (ahead?.best.length ?? 0) > 0
  return hasKey ? [{ act: 'recommendation.shown', label: 'Show what is recommended' }] : []
}

import type { Axis, Bin, Phase, Quality } from '#content/scene-schema.ts'

/** The words a learner reads for the names the rules use. */
export const phaseWords: Record<Phase, string> = {
  intro: 'Before you begin',
  stop: 'Stop',
  observe: 'Observe',
  ask: 'Ask',
  respond: 'Respond',
  document: 'Document',
  debrief: 'Debrief'
}

/** The bins in the order they are offered. */
export const bins = ['changes-now', 'keep-in-mind', 'not-a-sign'] as const satisfies readonly Bin[]

export const binWords: Record<Bin, string> = {
  'changes-now': 'Changes what I do now',
  'keep-in-mind': 'Keep in mind',
  'not-a-sign': 'Not a sign'
}

export const axisWords: Record<Axis, string> = {
  safety: 'Safety',
  trust: 'Trust',
  choice: 'Choice',
  accuracy: 'Accuracy',
  duty: 'Duty',
  recordSafety: 'Safety of the record'
}

export const verdictWords = {
  kept: 'Kept',
  'put-right': 'Put right',
  'left-open': 'Left open',
  'did-not-arise': 'Did not arise'
} as const

export const qualityWords: Record<Quality, string> = {
  recommended: 'Recommended',
  reasonable: 'Reasonable',
  'less-useful': 'Less useful',
  harmful: 'Harmful turn'
}

export const chartWords = {
  triage: 'Triage note',
  history: 'History',
  said: 'What was said',
  findings: 'Findings',
  results: 'Results',
  plan: 'Plan'
} as const

/** @returns how much of the visit is left, in words, or undefined where nothing is known. */
export function minutesWords(minutes: number | null): string | undefined {
  if (minutes === null) return undefined
  if (minutes < 1.5) return 'about a minute left'
  return `about ${Math.round(minutes)} minutes left`
}

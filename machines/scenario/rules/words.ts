import type { CheckedScenario, Finding } from './rule.ts'

const most = 1_600

/** No path shows more than 1,600 words. */
export function words({ measure }: CheckedScenario): Finding[] {
  if (measure === undefined || measure.words.most <= most) return []
  return [{ path: ['scenes'], message: `the wordiest path shows ${measure.words.most} words, over ${most}: cut it` }]
}

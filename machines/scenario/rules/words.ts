import type { CheckedScenario, Finding } from './rule.ts'
import { traceOfRun } from './trace.ts'

const limit = 1_600

/** No path shows more than 1,600 words. */
export function words({ exploration, measure }: CheckedScenario): Finding[] {
  if (measure === undefined || measure.words.most <= limit) return []
  const message = `a path shows ${measure.words.most} words, over ${limit}: cut it`
  return [{ path: ['scenes'], message, trace: traceOfRun(exploration, measure, { end: 'most', of: 'words' }) }]
}

import type { CheckedScenario, Finding } from './rule.ts'

const least = 8
const most = 15

/** Every path takes 8 to 15 minutes, repairs and debrief included. */
export function minutes({ measure }: CheckedScenario): Finding[] {
  if (measure === undefined) return []
  const { minutes: taken } = measure
  const path = ['scenes']
  return [
    ...(taken.least < least
      ? [{ path, message: `the shortest path takes ${taken.least.toFixed(1)} minutes, under ${least}: add to it` }]
      : []),
    ...(taken.most > most
      ? [{ path, message: `the longest path takes ${taken.most.toFixed(1)} minutes, over ${most}: cut it` }]
      : [])
  ]
}
